/// TOML: headers of tables, keys, strings of four kinds, numbers and dates.
struct TOMLLexer {
  private static let words = WordTable([(.builtin, "true false inf nan")])

  /// How many `[` and `{` are open: a bracket begins a header only outside.
  private var depth = 0

  static func lex(_ painter: inout Painter) {
    var lexer = TOMLLexer()
    while !painter.isAtEnd { lexer.token(&painter) }
  }

  private mutating func token(_ painter: inout Painter) {
    let byte = painter.peek()
    switch byte {
    case .space, .tab, .newline, .carriageReturn: painter.skipSpace()
    case .hash: painter.paint(.comment, to: painter.lineEnd(from: painter.position))
    case .quote, .apostrophe: string(&painter, byte)
    case .openBracket where depth == 0 && painter.isFirstInLine(painter.position):
      header(&painter)
    case .openBracket, .openBrace:
      depth += 1
      painter.paint(.plain, count: 1)
    case .closeBracket, .closeBrace:
      depth = max(0, depth - 1)
      painter.paint(.plain, count: 1)
    case _ where byte.isBareKey || byte == .plus: bare(&painter)
    default: painter.paint(.plain, count: 1)
    }
  }

  private func header(_ painter: inout Painter) {
    let lineEnd = painter.lineEnd(from: painter.position)
    let comment = painter.index(of: .hash, from: painter.position, upTo: lineEnd)
    painter.paint(.keyword, to: comment ?? lineEnd)
  }

  private func string(_ painter: inout Painter, _ delimiter: UInt8) {
    let isLong = painter.peek(1) == delimiter && painter.peek(2) == delimiter
    let escapes = delimiter == .quote
    if isLong {
      return painter.paintString(length: 3, escapes: escapes, isMultiline: true)
    }
    let end = painter.stringEnd(escapes: escapes)
    painter.paintString(isKey(&painter, end) ? .tag : .string, escapes: escapes)
  }

  /// A key without quotes, a number, a date or a constant.
  private func bare(_ painter: inout Painter) {
    let start = painter.position
    var end = start &+ 1
    while painter.byte(at: end).isBareKey || painter.byte(at: end) == .dot { end &+= 1 }
    let isPartOfKey = painter.byte(at: end &- 1) == .dot && painter.byte(at: end) == .quote
    if isPartOfKey || isKey(&painter, end) { return painter.paint(.tag, to: end) }
    while painter.byte(at: end).isBareKey || painter.byte(at: end).isPartOfValue { end &+= 1 }
    let isNumber =
      painter.isNumberOrDate(start, end) || painter.matches("0b") || painter.matches("0o")
    let style = isNumber ? .number : Self.words.word(in: painter.bytes, start, end).style
    painter.paint(style, to: end)
  }

  /// Whether `=` follows, or a dot with the rest of the key.
  private func isKey(_ painter: inout Painter, _ end: Int) -> Bool {
    let next = painter.byte(at: painter.blanksEnd(from: end))
    return next == .equals || next == .dot
  }
}

extension UInt8 {
  fileprivate var isBareKey: Bool {
    isASCIILetter || isDigit || self == .minus || self == .underscore
  }

  fileprivate var isPartOfValue: Bool { self == .dot || self == .colon || self == .plus }
}
