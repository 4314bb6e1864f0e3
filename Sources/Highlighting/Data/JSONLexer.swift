/// JSON with what its looser kin allow: comments, single quotes, bare keys.
enum JSONLexer {
  private static let words = WordTable([
    (.builtin, "true false null undefined Infinity NaN")
  ])

  static func lex(_ painter: inout Painter) {
    while !painter.isAtEnd {
      let byte = painter.peek()
      switch byte {
      case .space, .tab, .newline, .carriageReturn: painter.skipSpace()
      case .quote, .apostrophe:
        let isKey = isKey(&painter, painter.stringEnd())
        painter.paintString(isKey ? .tag : .string)
      case .slash where painter.peek(1) == .slash:
        painter.paint(.comment, to: painter.lineEnd(from: painter.position))
      case .slash where painter.peek(1) == .asterisk:
        let close = painter.index(of: "*/", from: painter.position &+ 2)
        painter.paint(.comment, to: close.map { $0 &+ 2 } ?? painter.end)
      case _ where byte.isDigit: painter.paint(.number, to: painter.numberEnd())
      case .minus where painter.peek(1).isDigit, .plus where painter.peek(1).isDigit,
        .dot where painter.peek(1).isDigit:
        painter.paint(.number, to: painter.numberEnd())
      case _ where byte.isLetter || byte == .dollar: word(&painter)
      default: painter.paint(.plain, count: 1)
      }
    }
  }

  private static func word(_ painter: inout Painter) {
    let end = painter.wordEnd(from: painter.position &+ 1)
    if isKey(&painter, end) { return painter.paint(.tag, to: end) }
    painter.paint(words.word(in: painter.bytes, painter.position, end).style, to: end)
  }

  /// Whether a colon follows, perhaps after white space.
  private static func isKey(_ painter: inout Painter, _ end: Int) -> Bool {
    painter.byte(at: painter.spaceEnd(from: end)) == .colon
  }
}
