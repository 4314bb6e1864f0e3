/// Parent tags and blocks. What decides about their lines differs from sections: a parent has its
/// lines to itself from its opening to its closing tag, and a block may share its line with the
/// parent it is in.
extension TemplateParser {
  mutating func openParent(_ tag: Tag) {
    let lineStart = bytes.lineStart(before: tag.range.lowerBound)
    flush(to: lineStart ?? tag.range.lowerBound)
    cursor = tag.range.upperBound
    scopes.append(
      OpenScope(
        kind: .parent(
          blanks: lineStart.map { $0..<tag.range.lowerBound },
          startsLine: bytes.startsLine(tag.range.lowerBound)),
        tag: tag))
  }

  mutating func closeParent(_ tag: Tag) {
    flush(to: tag.range.lowerBound)
    cursor = tag.range.upperBound
    let next = bytes.lineEnd(after: tag.range.upperBound)
    if case .parent(.some, _) = scopes[scopes.count - 1].kind, let next {
      cursor = next
      finishScope(ownsLines: true)
    } else {
      finishScope()
    }
  }

  mutating func openBlock(_ tag: Tag) {
    if scopes[scopes.count - 1].isParent {
      flush(to: tag.range.lowerBound)
      let next = bytes.lineEnd(after: tag.range.upperBound)
      cursor = next ?? tag.range.upperBound
      scopes.append(OpenScope(kind: .argument(opensLine: next != nil), tag: tag))
      return
    }
    let start = tag.range.lowerBound
    guard let lineStart = bytes.lineStart(before: start) else {
      flush(to: start)
      cursor = tag.range.upperBound
      scopes.append(OpenScope(kind: .block(.withinLine, indentation: start..<start), tag: tag))
      return
    }
    flush(to: lineStart)
    let next = bytes.lineEnd(after: tag.range.upperBound)
    cursor = next ?? tag.range.upperBound
    scopes.append(
      OpenScope(
        kind: .block(next == nil ? .lineStart : .ownLines, indentation: lineStart..<start),
        tag: tag))
  }

  /// Blanks before the closing tag of an argument are never shown: the rest of that line belongs to
  /// the parent tag.
  mutating func closeArgument(_ tag: Tag) {
    flush(to: bytes.lineStart(before: tag.range.lowerBound) ?? tag.range.lowerBound)
    cursor = tag.range.upperBound
    finishScope()
  }

  /// Takes the innermost scope off the stack and adds what it was to the one around it.
  mutating func finishScope(ownsLines: Bool = false) {
    guard scopes.count > 1, let scope = scopes.popLast(), let tag = scope.tag else { return }
    switch scope.kind {
    case .template: break
    case .section(let startsLine):
      append(
        .section(SectionNode(tag: tag, startsLine: startsLine, children: scope.children)))
    case .parent(let blanks, let startsLine):
      if !ownsLines, let blanks, !blanks.isEmpty {
        append(.text(TextNode(range: blanks, startsLine: true)))
      }
      append(
        .include(
          IncludeNode(
            tag: tag, indentation: ownsLines ? blanks : nil, startsLine: startsLine && !ownsLines,
            arguments: scope.arguments)))
    case .block(let placement, let blanks):
      let common = BlockIndentation(bytes: bytes).common(to: scope.children)
      append(
        .block(
          BlockNode(
            tag: tag, placement: placement,
            indentation: placement == .ownLines ? common ?? blanks : blanks,
            children: scope.children)))
    case .argument(let opensLine):
      addArgument(tag, scope.children, opensLine: opensLine)
    }
  }

  private mutating func addArgument(_ tag: Tag, _ content: [TemplateNode], opensLine: Bool) {
    let indentation = BlockIndentation(bytes: bytes)
    var children = content
    if let common = indentation.common(to: content) {
      children = indentation.removing(common, from: content)
    }
    if !opensLine, !children.isEmpty { children[0].markLineStart() }
    let parent = scopes.count - 1
    if scopes[parent].arguments.contains(where: { $0.tag.name == tag.name }) {
      reportRepeatedBlock(tag)
    }
    scopes[parent].arguments.append(
      BlockNode(
        tag: tag, placement: .ownLines,
        indentation: tag.range.lowerBound..<tag.range.lowerBound, children: children))
  }
}
