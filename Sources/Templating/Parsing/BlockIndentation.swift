/// The indentation that the lines of a block have in common, and how to take it away.
///
/// The inheritance rules of the specification: a block's own indentation is removed where it is
/// written, and that of the place it fills is added. Recursion is bounded by the parser's limit on
/// nesting.
struct BlockIndentation {
  let bytes: TemplateBytes

  /// The blanks that every line begins with that will be printed; nil without such a line.
  func common(to nodes: [TemplateNode]) -> Range<Int>? {
    var common: Range<Int>?
    for node in nodes { narrow(&common, by: node) }
    return common
  }

  /// `nodes` with `prefix` taken off each line that begins with it.
  func removing(_ prefix: Range<Int>, from nodes: [TemplateNode]) -> [TemplateNode] {
    if prefix.isEmpty { return nodes }
    return nodes.map { node in
      switch node {
      case .text(var text):
        if text.startsLine { text.range = removing(prefix, from: text.range) }
        return .text(text)
      case .value: return node
      case .section(var section):
        section.children = removing(prefix, from: section.children)
        return .section(section)
      case .include(var include):
        include.indentation = include.indentation.map { removing(prefix, from: $0) }
        return .include(include)
      case .block(var block):
        block.indentation = removing(prefix, from: block.indentation)
        block.children = removing(prefix, from: block.children)
        return .block(block)
      }
    }
  }

  private func narrow(_ common: inout Range<Int>?, by node: TemplateNode) {
    switch node {
    case .text(let text):
      guard text.startsLine else { return }
      let blanks = bytes.leadingBlanks(of: text.range)
      let isBlankLine = bytes.lineEnd(after: text.range.lowerBound) == text.range.upperBound
      if !isBlankLine || text.range.isEmpty { narrow(&common, to: blanks) }
    case .value(let value):
      if value.startsLine { narrow(&common, to: empty(at: value.tag)) }
    case .section(let section):
      if section.startsLine { narrow(&common, to: empty(at: section.tag)) }
      for child in section.children { narrow(&common, by: child) }
    case .include(let include):
      if include.startsLine { narrow(&common, to: empty(at: include.tag)) }
      if let indentation = include.indentation { narrow(&common, to: indentation) }
    case .block(let block):
      let inner = self.common(to: block.children)
      if block.placement == .lineStart || (block.placement == .ownLines && inner == nil) {
        narrow(&common, to: block.indentation)
      }
      if let inner { narrow(&common, to: inner) }
    }
  }

  private func narrow(_ common: inout Range<Int>?, to blanks: Range<Int>) {
    guard let known = common else {
      common = blanks
      return
    }
    common = known.lowerBound..<(known.lowerBound + shared(known, blanks))
  }

  private func removing(_ prefix: Range<Int>, from range: Range<Int>) -> Range<Int> {
    (range.lowerBound + shared(prefix, range))..<range.upperBound
  }

  private func shared(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    var count = 0
    while count < min(left.count, right.count),
      bytes[left.lowerBound + count] == bytes[right.lowerBound + count]
    {
      count += 1
    }
    return count
  }

  private func empty(at tag: Tag) -> Range<Int> { tag.range.lowerBound..<tag.range.lowerBound }
}
