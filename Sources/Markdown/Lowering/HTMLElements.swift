import ByteText

/// HTML elements with a `markdown` attribute: their content is Markdown.
extension Lowering {
  mutating func lowersElement(_ ahead: (columns: Int, first: Int)) -> Bool {
    guard dialect.markdownInHTML, let tag = startTag(at: ahead.first), !tag.isEnd,
      let attribute = tag.attributes.first(where: { isMarkdown($0) })
    else { return false }
    let name = bytes[tag.name].map { $0 | 0x20 }
    guard mayContain(name) else { return false }
    var start = Array(bytes[ahead.first..<tag.end])
    var cut = attribute.whole.lowerBound
    while cut > 0, bytes[cut - 1] == UInt8(ascii: " ") { cut -= 1 }
    start.removeSubrange(cut - ahead.first..<attribute.whole.upperBound - ahead.first)
    let end = Array("</".utf8) + name + Array(">".utf8)
    let kind = LoweredBlock.Kind.element(start: start, end: end)
    let mode = attribute.value.map { bytes[$0].elementsEqual("span".utf8) } ?? false
    if tag.end <= line.end, mode || Self.inlineElements.contains(name),
      let content = inlineContent(of: name, from: tag.end)
    {
      writeInlineElement(kind, ahead, content)
      return true
    }
    openLowered(
      kind, ahead, title: nil, container: Container(kind: .element(name: name, depth: 1)))
    matched = stack.count
    while tag.end > line.end {
      lineIndex += 1
      line = lines[lineIndex]
      cursor = Cursor(line)
      blocks[blocks.count - 1].end = line.end
    }
    cursor.skip(bytes: tag.end - cursor.offset)
    beginRest()
    if BlockSyntax.isBlank(bytes, tag.end, line.end) { return true }
    if !closesElement() { openBlocks() }
    return true
  }

  /// The tag that begins at `first`; its attributes may go on over some lines that nothing but
  /// indentation stands before.
  private func startTag(at first: Int) -> HTMLTag? {
    if let tag = HTMLTag(bytes, first, line.end) { return tag }
    guard HTMLBlockSyntax.tagNameEnd(bytes, first + 1, line.end) > first + 1 else { return nil }
    var end = line.end
    for next in lines[(lineIndex + 1)...].prefix(Self.maximumTagLines) {
      guard next.file == currentFile, !BlockSyntax.isBlank(bytes, next.start, next.end)
      else { break }
      end = next.end
    }
    let isQuoted = stack.contains { if case .quote = $0.kind { true } else { false } }
    return isQuoted ? nil : HTMLTag(bytes, first, end)
  }

  private static let maximumTagLines = 16

  /// Elements whose content is text, not blocks, unless `markdown="block"` says so.
  private static let inlineElements: Set<[UInt8]> = Set(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "summary", "figcaption", "dt"].map {
      Array($0.utf8)
    })

  private func isMarkdown(_ attribute: HTMLTag.Attribute) -> Bool {
    bytes[attribute.name].elementsEqual("markdown".utf8)
      && !(attribute.value.map { bytes[$0].elementsEqual("0".utf8) } ?? false)
  }

  /// The text of an element up to its end tag, line by line; nil when a blank line or more text
  /// after the end tag makes it hold blocks.
  private func inlineContent(of name: [UInt8], from start: Int) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    var (first, end) = (start, line.end)
    for next in 1...Self.maximumInlineLines {
      if let close = elementEnd(name, from: first, end) {
        guard BlockSyntax.isBlank(bytes, close.after, end) else { return nil }
        return parts + [first..<close.before]
      }
      parts.append(first..<end)
      guard let text = text(ofLine: lineIndex + next), text.file == currentFile else { return nil }
      (first, end) = (text.first, text.end)
    }
    return nil
  }

  private static let maximumInlineLines = 64

  /// Writes an element whose content is text, as one line: in HTML a line's end is a space.
  private mutating func writeInlineElement(
    _ kind: LoweredBlock.Kind, _ ahead: (columns: Int, first: Int), _ content: [Range<Int>]
  ) {
    cursor.skip(to: ahead.first, columns: ahead.columns)
    startLine()
    writeMarker(Marker.Letter.element, blocks.count)
    blocks.append(
      LoweredBlock(
        kind: kind, hasTitle: true, file: currentFile, start: ahead.first, end: line.end))
    for (index, part) in content.enumerated() {
      if index > 0 { out.append(UInt8(ascii: " ")) }
      writeText(part.lowerBound, part.upperBound)
    }
    endMarker()
    leaf = .none
    lineIndex += content.count - 1
  }

  /// Follows the start and end tags of the innermost open element on this line. Returns true when
  /// the line is done.
  mutating func closesElement() -> Bool {
    switch leaf {
    case .none, .paragraph, .table, .html(.blankLine): break
    // What looks like a tag is text there.
    case .fence, .html: return false
    }
    let hasTag = bytes.withUnsafeBufferPointer {
      ByteScan.first(UInt8(ascii: "<"), in: $0, from: cursor.offset, to: line.end) < line.end
    }
    guard hasTag, let open = stack.lastIndex(where: \.isElement),
      case .element(let name, var depth) = stack[open].kind
    else { return false }
    if isIndentedCode() { return false }
    let first = cursor.whiteSpace(in: bytes, end: line.end).first
    var index = cursor.offset
    while index < line.end {
      guard bytes[index] == UInt8(ascii: "<") else {
        index = afterCode(at: index)
        continue
      }
      if isTag(name, at: index + 1, orEnd: false, line.end) {
        // An element of the same name that becomes a container itself looks after its own end.
        let inner = index == first ? startTag(at: index) : nil
        if inner?.attributes.contains(where: { isMarkdown($0) }) == true { break }
        depth += 1
      } else if isTag(name, at: index + 1, orEnd: true, line.end) {
        depth -= 1
        if depth == 0 {
          closeElement(open, at: index, after: index + 3 + name.count)
          return true
        }
      }
      index = afterMarkup(at: index)
    }
    stack[open].kind = .element(name: name, depth: depth)
    return false
  }

  /// The offset after the comment or tag that begins at `index`, or after the one byte there.
  private func afterMarkup(at index: Int) -> Int {
    guard HTMLBlockSyntax.has("<!--", bytes, index, line.end) else {
      return HTMLTag.end(bytes, index, line.end) ?? index + 1
    }
    var close = index + 4
    while close < line.end, !HTMLBlockSyntax.has("-->", bytes, close, line.end) { close += 1 }
    return min(line.end, close + 3)
  }

  /// Whether the line is code by its indentation, in which tags are text.
  private func isIndentedCode() -> Bool {
    guard case .none = leaf else { return false }
    return cursor.whiteSpace(in: bytes, end: line.end).columns >= 4
  }

  /// The offset after the code span that begins at `index`, or after the one byte there.
  private func afterCode(at index: Int) -> Int {
    if case .html = leaf { return index + 1 }
    guard bytes[index] == UInt8(ascii: "`") else { return index + 1 }
    let count = bytes[index..<line.end].prefix { $0 == UInt8(ascii: "`") }.count
    var close = index + count
    while close < line.end {
      let run = bytes[close..<line.end].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count { return close + run }
      close += max(1, run)
    }
    return index + count
  }

  private mutating func closeElement(_ open: Int, at start: Int, after end: Int) {
    let whole = line
    if !BlockSyntax.isBlank(bytes, cursor.offset, start) {
      line.end = start
      lowerContent()
    }
    line = whole
    matched = open
    dropContainers(to: open)
    writeEnd(inside: matched)
    guard !BlockSyntax.isBlank(bytes, end, line.end) else { return }
    cursor.skip(bytes: end - cursor.offset)
    beginRest()
    if loweredDepth == 0 || !closesElement() { openBlocks() }
  }

  private func elementEnd(
    _ name: [UInt8], from start: Int, _ end: Int
  ) -> (before: Int, after: Int)? {
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "<"), isTag(name, at: index + 1, orEnd: true, end) {
        return (index, index + 3 + name.count)
      }
      index += 1
    }
    return nil
  }

  /// Whether a start tag's name, or `/name>` of an end tag, stands at `start`.
  private func isTag(
    _ name: [UInt8], at start: Int, orEnd isEnd: Bool, _ limit: Int
  ) -> Bool {
    var index = start
    if isEnd {
      guard index < limit, bytes[index] == UInt8(ascii: "/") else { return false }
      index += 1
    }
    guard index + name.count < limit else { return false }
    for (offset, byte) in name.enumerated() where bytes[index + offset] | 0x20 != byte {
      return false
    }
    let after = bytes[index + name.count]
    if isEnd { return after == UInt8(ascii: ">") }
    return after == UInt8(ascii: ">") || after == UInt8(ascii: " ")
  }
}
