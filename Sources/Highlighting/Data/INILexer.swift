/// INI files and their kin, down to `.env`: sections, keys, comments; values are plain text.
enum INILexer {
  private static let words = WordTable(
    foldsCase: true, [(.builtin, "true false yes no on off null none")])

  static func lex(_ painter: inout Painter) {
    while !painter.isAtEnd {
      painter.skipSpace()
      if painter.isAtEnd { return }
      line(&painter, painter.lineEnd(from: painter.position))
    }
  }

  private static func line(_ painter: inout Painter, _ end: Int) {
    switch painter.peek() {
    case .hash, .semicolon, .exclamation: return painter.paint(.comment, to: end)
    case .openBracket:
      let close = painter.index(of: .closeBracket, from: painter.position, upTo: end)
      painter.paint(.keyword, to: close.map { $0 &+ 1 } ?? end)
      return painter.paint(.plain, to: end)
    default: break
    }
    guard let sign = separator(&painter, end) else { return painter.paint(.plain, to: end) }
    if painter.matches("export ") {
      painter.paint(.keyword, count: 6)
      painter.skipBlanks()
    }
    painter.paint(.tag, to: sign)
    painter.paint(.plain, count: 1)
    painter.skipBlanks()
    value(&painter, end)
  }

  /// The index of the first `=` or `:` on the line.
  private static func separator(_ painter: inout Painter, _ end: Int) -> Int? {
    (painter.position..<end).first {
      painter.bytes[$0] == .equals || painter.bytes[$0] == .colon
    }
  }

  private static func value(_ painter: inout Painter, _ end: Int) {
    let start = painter.position
    if painter.peek() == .quote || painter.peek() == .apostrophe { painter.paintString() }
    let comment = commentStart(&painter, end)
    let stop = painter.trimmedEnd(from: painter.position, to: comment)
    if start < painter.position {
      painter.paint(.plain, to: stop)
    } else if painter.isNumberOrDate(start, stop) {
      painter.paint(.number, to: stop)
    } else {
      painter.paint(words.word(in: painter.bytes, start, stop).style, to: stop)
    }
    painter.skipBlanks()
    if comment < end { painter.paint(.comment, to: end) }
  }

  /// The index of the first `;` or `#` that white space precedes, or the end of the line.
  private static func commentStart(_ painter: inout Painter, _ end: Int) -> Int {
    let found = (painter.position..<end).first {
      (painter.bytes[$0] == .semicolon || painter.bytes[$0] == .hash)
        && painter.byte(at: $0 - 1).isBlank
    }
    return found ?? end
  }
}
