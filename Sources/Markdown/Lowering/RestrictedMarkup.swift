import ByteText

/// HTML on pages that anybody may have written: what may not be markup becomes text while lines are
/// lowered, so that the Markdown after it is read as if there were no HTML.
extension Lowering {
  /// How an HTML block that begins with the `<` at `first` ends; nil where none begins there.
  mutating func htmlBlockEnd(_ first: Int, inParagraph: Bool) -> HTMLBlockEnd? {
    let end = HTMLBlockSyntax.blockEnd(bytes, first, line.end, inParagraph: inParagraph)
    guard dialect.html.isRestricted, let end else { return end }
    return isMarkup(first, end) ? end : nil
  }

  /// Writes a line that begins with what would be HTML as the text of a paragraph.
  mutating func writeMarkupAsText(_ ahead: (columns: Int, first: Int)) {
    startLine()
    out.append(repeating: UInt8(ascii: " "), count: ahead.columns)
    writeToken(.escape(UInt8(ascii: "<")), ahead.first, ahead.first + 1)
    writeText(ahead.first + 1, line.end)
    out.append(0x0A)
    leaf = .paragraph
  }

  /// Whether the block that begins at `first` is markup here. One that would never end is not: it
  /// would take the rest of the page with it.
  private mutating func isMarkup(_ first: Int, _ end: HTMLBlockEnd) -> Bool {
    switch end {
    case .comment: return lastLine(with: "-->") >= lineIndex
    case .instruction, .declaration, .characterData: return false
    case .rawElement, .blankLine:
      guard dialect.html == .safe else { return false }
      var start = first + 1
      if start < line.end, bytes[start] == UInt8(ascii: "/") { start += 1 }
      let nameEnd = HTMLBlockSyntax.tagNameEnd(bytes, start, line.end)
      let name = String(decoding: bytes[start..<nameEnd], as: UTF8.self).lowercased()
      guard SafeElement.named(name) != nil else { return false }
      if case .rawElement = end { return lastLine(with: "</pre>") >= lineIndex }
      return true
    }
  }

  /// The last line that holds the text; -1 where none does.
  private mutating func lastLine(with text: StaticString) -> Int {
    let key = "\(text)"
    if let known = lastLines[key] { return known }
    let found = lines.lastIndex { line in
      HTMLBlockSyntax.contains(text, files[line.file], line.start, line.end)
    }
    lastLines[key] = found ?? -1
    return found ?? -1
  }

  /// Whether an element of that name may be a container of Markdown: where pages may come from
  /// anybody it must be one of the list, and end somewhere.
  mutating func mayContain(_ name: [UInt8]) -> Bool {
    guard dialect.html.isRestricted else { return true }
    let text = String(decoding: name, as: UTF8.self)
    guard dialect.html == .safe, SafeElement.named(text)?.isVoid == false else { return false }
    let open = stack.count { container in
      if case .element(name, _) = container.kind { true } else { false }
    }
    return endTagLines(text).count(from: lineIndex) > open
  }

  private mutating func endTagLines(_ name: String) -> EndTagLines {
    if let known = endTags[name] { return known }
    var found: [Int] = []
    let tag = Array("</\(name)>".utf8)
    for (index, line) in lines.enumerated() {
      let bytes = files[line.file]
      var place = line.start
      while place + tag.count <= line.end {
        if bytes[place] == tag[0],
          bytes[place..<place + tag.count].elementsEqual(tag, by: { $0 == $1 || $0 | 0x20 == $1 })
        {
          found.append(index)
        }
        place += 1
      }
    }
    let lines = EndTagLines(lines: found)
    endTags[name] = lines
    return lines
  }
}

/// The lines with end tags of one name, once for each tag.
struct EndTagLines {
  var lines: [Int]

  /// How many stand on `line` or after it.
  func count(from line: Int) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < line { low = middle + 1 } else { high = middle }
    }
    return lines.count - low
  }
}
