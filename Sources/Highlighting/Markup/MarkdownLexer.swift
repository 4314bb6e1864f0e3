/// Markdown, line by line, with front matter, fenced code in its own language, and the blocks of
/// MkDocs.
struct MarkdownLexer {
  static func lex(_ painter: inout Painter) {
    frontMatter(&painter)
    while !painter.isAtEnd {
      painter.skipBlanks()
      if painter.isAtEnd { return }
      line(&painter)
      painter.skipSpace(to: min(painter.position &+ 1, painter.end))
    }
  }

  private static func frontMatter(_ painter: inout Painter) {
    guard painter.matches("---\n") else { return }
    guard let close = painter.index(of: "\n---", from: painter.position &+ 3) else { return }
    painter.paint(.directive, count: 3)
    painter.embed(upTo: close, YAMLLexer.lex)
    painter.skipSpace(to: close &+ 1)
    painter.paint(.directive, count: 3)
  }

  /// Reads from the first byte of a line that is not blank to its line feed.
  private static func line(_ painter: inout Painter) {
    let end = painter.lineEnd(from: painter.position)
    markers(&painter, end)
    guard painter.position < end else { return }
    let byte = painter.peek()
    switch byte {
    case .hash where heading(&painter, end): return
    case .backtick, .tilde:
      if fence(&painter, end, byte) { return }
    case .exclamation where painter.matches("!!!"): return block(&painter, end)
    case .question where painter.matches("???"): return block(&painter, end)
    case .equals where painter.matches("=== "): return block(&painter, end)
    case .colon where painter.matches(":::"): return block(&painter, end)
    case .equals, .minus, .asterisk, .underscore:
      if rule(&painter, end, byte) { return }
    case .less where painter.matches("<!--"):
      let close = painter.index(of: "-->", from: painter.position)
      painter.paint(.comment, to: close.map { $0 &+ 3 } ?? painter.end)
      let rest = painter.lineEnd(from: painter.position)
      return inlines(&painter, rest)
    default: break
    }
    inlines(&painter, end)
  }

  private static func inlines(_ painter: inout Painter, _ end: Int) {
    var inlines = MarkdownInlines(lineEnd: end)
    inlines.lex(&painter)
  }

  /// `>`, `-`, `1.` and `[x]` before the text of a line.
  private static func markers(_ painter: inout Painter, _ end: Int) {
    while painter.position < end {
      let after = painter.markerEnd()
      guard after > painter.position, after == end || painter.byte(at: after).isBlank
      else { return }
      painter.paint(.keyword, to: after)
      painter.skipBlanks()
    }
  }

  private static func heading(_ painter: inout Painter, _ end: Int) -> Bool {
    let after = painter.position &+ painter.count(of: .hash, from: painter.position)
    guard after &- painter.position <= 6, after == end || painter.byte(at: after).isBlank else {
      return false
    }
    painter.paint(.heading, to: end)
    return true
  }

  /// An underline of a heading or a thematic break.
  private static func rule(_ painter: inout Painter, _ end: Int, _ byte: UInt8) -> Bool {
    var count = 0
    for index in painter.position..<end where !painter.bytes[index].isBlank {
      if painter.bytes[index] != byte { return false }
      count += 1
    }
    guard count >= 3 else { return false }
    painter.paint(.heading, to: end)
    return true
  }

  /// `!!! type "Title"`, `??? …`, `=== "Label"`, `:::type[Title]`
  private static func block(_ painter: inout Painter, _ end: Int) {
    let title = painter.index(of: .quote, from: painter.position, upTo: end)
    painter.paint(.keyword, to: title ?? end)
    if title != nil { painter.paintString() }
    painter.paint(.plain, to: max(painter.position, end))
  }

  /// Fenced code, to the fence that closes it.
  private static func fence(_ painter: inout Painter, _ end: Int, _ byte: UInt8) -> Bool {
    let length = painter.count(of: byte, from: painter.position)
    guard length >= 3 else { return false }
    let info = painter.blanksEnd(from: painter.position &+ length)
    if byte == .backtick, painter.index(of: .backtick, onLineOf: info) != nil { return false }
    painter.paint(.keyword, to: end)
    let close = painter.fenceEnd(from: end, byte, length)
    let language = painter.isEmbedded ? nil : painter.language(from: info, upTo: end)
    if let language {
      painter.embed(upTo: close, LanguageTable.entries[language.index].lex)
    } else {
      painter.paint(.string, to: close)
    }
    painter.skipSpace()
    painter.paint(.keyword, to: painter.lineEnd(from: painter.position))
    return true
  }
}

extension Painter {
  /// The end of the marker of a quote or a list item at the position; the position if there is
  /// none.
  fileprivate func markerEnd() -> Int {
    switch peek() {
    case .greater, .minus, .plus, .asterisk: return position &+ 1
    case .openBracket:
      let isTask = self.byte(at: position &+ 2) == .closeBracket
      let mark = peek(1) | 0x20
      return isTask && (mark == .space || mark == UInt8(ascii: "x")) ? position &+ 3 : position
    case let byte where byte.isDigit:
      var index = position
      while index < min(end, position &+ 9), bytes[index].isDigit { index &+= 1 }
      let sign = self.byte(at: index)
      return sign == .dot || sign == .closeParen ? index &+ 1 : position
    default: return position
    }
  }

  /// The index of the line feed before the closing fence, or the end.
  fileprivate func fenceEnd(from lineEnd: Int, _ byte: UInt8, _ length: Int) -> Int {
    var last = lineEnd
    while last < end {
      let start = blanksEnd(from: last &+ 1)
      let run = count(of: byte, from: start)
      let next = self.lineEnd(from: start)
      if run >= length, blanksEnd(from: start &+ run) == next { return last }
      last = next
    }
    return end
  }

  /// The language that an info string names: `python title="x.py"`, `{.python .annotate}`.
  fileprivate func language(from start: Int, upTo end: Int) -> Language? {
    var first = start
    while byte(at: first) == .openBrace || byte(at: first) == .dot { first &+= 1 }
    var last = first
    while last < end, !bytes[last].isSpace, bytes[last] != .closeBrace { last &+= 1 }
    return first < last ? Language(named: bytes.part(first, last)) : nil
  }
}
