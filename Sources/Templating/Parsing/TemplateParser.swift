import Diagnostics

/// Turns the bytes of one template into its tree, with the specification's rules for tags that have
/// a line to themselves.
///
/// Open sections are kept on a stack of its own and at most `deepest` deep, so that no template
/// overflows the program's stack. The parser goes on after a mistake: all mistakes are found in one
/// run.
struct TemplateParser {
  static let deepest = 100

  let source: TemplateSource
  let bytes: TemplateBytes
  var scanner: TagScanner
  var report: SyntaxReport
  var scopes = [OpenScope(kind: .template, tag: nil)]
  /// Where the text begins that no tag has claimed yet.
  var cursor: Int

  static func parse(_ source: TemplateSource) -> ParsedTemplate {
    var parser = TemplateParser(source)
    return parser.run()
  }

  private init(_ source: TemplateSource) {
    self.source = source
    bytes = TemplateBytes(source.bytes)
    scanner = TagScanner(bytes)
    report = SyntaxReport(path: source.path)
    cursor = bytes.start
  }

  private mutating func run() -> ParsedTemplate {
    var isTooDeep = false
    while !isTooDeep, let tag = scanner.next(&report) {
      take(tag)
      isTooDeep = scopes.count > Self.deepest + 1
      if isTooDeep { reportTooDeep(tag) }
    }
    flush(to: isTooDeep ? cursor : bytes.end)
    while scopes.count > 1 {
      if !isTooDeep, !scanner.stoppedEarly { reportUnclosed(scopes[scopes.count - 1]) }
      finishScope()
    }
    return ParsedTemplate(
      name: source.name, path: source.path, bytes: source.bytes, nodes: scopes[0].children,
      diagnostics: report.diagnostics)
  }

  private mutating func take(_ tag: Tag) {
    checkName(of: tag)
    switch tag.kind {
    case .comment, .delimiters: claimLine(of: tag)
    case .value(let escaped):
      flush(to: tag.range.lowerBound)
      let startsLine = bytes.startsLine(tag.range.lowerBound)
      append(.value(ValueNode(tag: tag, isEscaped: escaped, startsLine: startsLine)))
      cursor = tag.range.upperBound
    case .section, .inverted:
      let startsLine = claimLine(of: tag, keepsLineStart: false)
      scopes.append(OpenScope(kind: .section(startsLine: startsLine), tag: tag))
    case .partial: takePartial(tag)
    case .parent: openParent(tag)
    case .block: openBlock(tag)
    case .close: close(tag)
    }
  }

  private mutating func takePartial(_ tag: Tag) {
    let indentation = standalone(tag)?.blanks
    let startsLine = claimLine(of: tag, keepsLineStart: false)
    append(.include(IncludeNode(tag: tag, indentation: indentation, startsLine: startsLine)))
  }

  private mutating func close(_ tag: Tag) {
    guard let depth = scopes.lastIndex(where: { $0.tag?.label == tag.name }) else {
      let isNear = reportStray(tag)
      claimLine(of: tag)
      if isNear { finishScope() }
      return
    }
    while scopes.count - 1 > depth {
      reportUnclosed(scopes[scopes.count - 1])
      finishScope()
    }
    switch scopes[depth].kind {
    case .parent: closeParent(tag)
    case .argument: closeArgument(tag)
    case .template, .section, .block:
      claimLine(of: tag)
      finishScope()
    }
  }

  // MARK: Text and lines

  /// The blanks before a tag that has its line to itself and where the next line starts; nil within
  /// a line.
  func standalone(_ tag: Tag) -> (blanks: Range<Int>, next: Int)? {
    guard let start = bytes.lineStart(before: tag.range.lowerBound),
      let next = bytes.lineEnd(after: tag.range.upperBound)
    else { return nil }
    return (start..<tag.range.lowerBound, next)
  }

  /// Ends the text before a tag that prints nothing itself, and takes the whole line if the tag has
  /// it to itself. Returns whether the tag stands at the start of a line that stays.
  @discardableResult
  private mutating func claimLine(of tag: Tag, keepsLineStart: Bool = true) -> Bool {
    if let line = standalone(tag) {
      flush(to: line.blanks.lowerBound)
      cursor = line.next
      return false
    }
    flush(to: tag.range.lowerBound)
    cursor = tag.range.upperBound
    let startsLine = bytes.startsLine(tag.range.lowerBound)
    if startsLine, keepsLineStart {
      append(.text(TextNode(range: cursor..<cursor, startsLine: true)))
    }
    return startsLine
  }

  /// Makes nodes of the unclaimed text before `end`, one a line.
  mutating func flush(to end: Int) {
    var start = cursor
    cursor = max(cursor, end)
    if scopes[scopes.count - 1].isParent {
      let shown = bytes.trimmed(start..<cursor)
      if !shown.isEmpty { reportStrayContent(at: shown) }
      return
    }
    while start < end {
      let line = start..<((bytes.first([0x0A], in: start..<end) ?? end - 1) + 1)
      append(.text(TextNode(range: line, startsLine: bytes.startsLine(start))))
      start = line.upperBound
    }
  }

  /// Adds a piece to the scope that is open; a parent tag takes none but blocks.
  mutating func append(_ node: TemplateNode) {
    let top = scopes.count - 1
    guard scopes[top].isParent else {
      scopes[top].children.append(node)
      return
    }
    switch node {
    case .text(let text):
      let shown = bytes.trimmed(text.range)
      if !shown.isEmpty { reportStrayContent(at: shown) }
    case .value(let value): reportStrayContent(at: value.tag.range)
    case .section(let section): reportStrayContent(at: section.tag.range)
    case .include(let include): reportStrayContent(at: include.tag.range)
    case .block(let block): reportStrayContent(at: block.tag.range)
    }
  }
}
