import ByteText

/// Raw HTML on pages that anybody may have written. Nothing is copied: what may stay is written
/// anew, so that browsers see the tags, attributes and values that were judged and no others.
extension PageRenderer {
  mutating func writeRestricted(_ node: Node) {
    var html: [UInt8] = []
    withOriginal(of: node.literal) { html = Array($1) }
    guard let scope = node.parent else { return }
    if dialect.html == .escape { return writeEscaped(html, isBlock: node.kind == .htmlBlock) }
    let isBlock = node.kind == .htmlBlock
    let allowsFlow = isBlock || allowsFlow(scope)
    for piece in MarkupPieces(html) {
      switch piece {
      case .comment: break
      case .text(let range): writeText(ofMarkup: html[range])
      case .tag(let tag):
        let name = tag.lowerName(in: html)
        guard let element = SafeElement.named(name), element.isPhrasing || allowsFlow else {
          out.append(escaping: Array(html[tag.name.lowerBound - (tag.isEnd ? 2 : 1)..<tag.end]))
          continue
        }
        if tag.isEnd {
          writeEnds(openElements.close(name, in: scope))
        } else {
          writeStart(element, tag, html, scope, isBlock: isBlock)
        }
      }
    }
    if isBlock { writeEnds(openElements.endParagraph(in: scope)) }
  }

  /// Ends the elements that were opened in `node` and not closed.
  mutating func endElements(of node: Node) {
    switch node.kind {
    case .document, .blockQuote, .item:
      endSequence()
      unclosedTags.removeAll { $0.scope == node }
    default: break
    }
    writeEnds(openElements.end(node))
  }

  /// Writes the start tag of an element that holds Markdown, which ends with `node`.
  mutating func writeRestricted(container html: [UInt8], of node: Node) {
    guard let tag = HTMLTag(html, 0, html.count), let parent = node.parent,
      let element = SafeElement.named(tag.lowerName(in: html)),
      let closed = openElements.makeRoom(for: element, in: parent)
    else { return }
    writeEnds(closed)
    write(element, tag, html)
    openElements.push(element, scope: node, isContainer: true)
  }

  private mutating func writeStart(
    _ element: SafeElement, _ tag: HTMLTag, _ html: [UInt8], _ scope: Node, isBlock: Bool
  ) {
    let isClosed = !isBlock || element.isVoid || closesNext(in: scope)
    guard isClosed || element.endsByItself,
      let closed = openElements.makeRoom(for: element, in: scope)
    else {
      return out.append(escaping: Array(html[tag.name.lowerBound - 1..<tag.end]))
    }
    writeEnds(closed)
    write(element, tag, html)
    if !element.isVoid { openElements.push(element, scope: scope) }
  }

  private mutating func closesNext(in scope: Node) -> Bool {
    if let index = unclosedTags.lastIndex(where: { $0.scope == scope }) {
      return unclosedTags[index].closesNext()
    }
    var tags = UnclosedTags(in: scope) { node in
      var html: [UInt8] = []
      withOriginal(of: node.literal) { html = Array($1) }
      return html
    }
    let isClosed = tags.closesNext()
    unclosedTags.append(tags)
    return isClosed
  }

  private mutating func writeEnds(_ names: [String]) {
    for name in names {
      out.append("</")
      out.append(name)
      out.append(UInt8(ascii: ">"))
    }
  }

  /// Whether the inline content of `node` may hold blocks: not in a paragraph, a heading or a link.
  private func allowsFlow(_ node: Node) -> Bool {
    switch node.kind {
    case .paragraph: return isTight(node)
    case .heading:
      guard let text = node.firstChild, text.kind == .text,
        let letter = TokenText.blockMarker(text.literal)?.letter
      else { return false }
      return letter == Marker.Letter.headerCell || letter == Marker.Letter.rowCell
        || letter == Marker.Letter.cell
    default: return false
    }
  }

  private mutating func writeEscaped(_ html: [UInt8], isBlock: Bool) {
    let parts = MarkupPieces(html).compactMap { piece -> Range<Int>? in
      switch piece {
      case .comment: nil
      case .text(let range): range
      case .tag(let tag): tag.name.lowerBound - (tag.isEnd ? 2 : 1)..<tag.end
      }
    }
    guard parts.contains(where: { !html[$0].allSatisfy(Self.isSpace) }) || !isBlock else { return }
    if isBlock { out.append("<p>") }
    for part in parts { out.append(escaping: Array(html[part])) }
    if isBlock { out.append("</p>") }
  }

  /// Text between tags: its character references keep their meaning.
  private mutating func writeText(ofMarkup text: ArraySlice<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): out.append("&lt;")
      case UInt8(ascii: ">"): out.append("&gt;")
      default: out.append(byte)
      }
    }
  }
}
