/// Keys and values: quoted, plain, and as blocks of lines.
extension YAMLLexer {
  mutating func quoted(_ painter: inout Painter, _ delimiter: UInt8) {
    let escapes = delimiter == .quote
    let end = painter.stringEnd(escapes: escapes, isMultiline: true)
    let colon = painter.blanksEnd(from: end)
    let isKey = awaitsKey && painter.byte(at: colon) == .colon
    if isKey { parent = flowDepth == 0 ? painter.position &- lineStart : parent }
    painter.paintString(isKey ? .tag : .string, escapes: escapes, isMultiline: true)
    awaitsKey = false
  }

  /// A plain scalar on one line: a key, a number, a constant or text.
  mutating func plain(_ painter: inout Painter) {
    let start = painter.position
    var index = start
    var isKey = false
    while index < painter.end {
      let byte = painter.bytes[index]
      if byte == .newline { break }
      if byte == .hash, index > start, painter.bytes[index &- 1].isBlank { break }
      if flowDepth > 0, byte.isFlowIndicator, index > start { break }
      if byte == .colon, awaitsKey, isIndicator(&painter, at: index) {
        isKey = true
        break
      }
      index &+= 1
    }
    let end = painter.trimmedEnd(from: start &+ 1, to: max(index, start &+ 1))
    if isKey {
      if flowDepth == 0 { parent = start &- lineStart }
      painter.paint(.tag, to: end)
    } else {
      painter.paint(style(of: start, end, &painter), to: end)
    }
    awaitsKey = false
  }

  private func style(of start: Int, _ end: Int, _ painter: inout Painter) -> Style {
    if painter.isNumberOrDate(start, end) { return .number }
    return Self.words.word(in: painter.bytes, start, end).style
  }

  /// `|` or `>` with its indicators, and the lines that belong to it.
  mutating func blockScalar(_ painter: inout Painter) {
    var index = painter.position &+ 1
    while painter.byte(at: index).isBlockIndicator { index &+= 1 }
    let rest = painter.blanksEnd(from: index)
    let isHeader =
      rest >= painter.end || painter.bytes[rest] == .newline
      || (painter.bytes[rest] == .hash && rest > index)
    guard isHeader, flowDepth == 0 else { return plain(&painter) }
    painter.paint(.plain, to: index)
    painter.skipBlanks()
    if painter.peek() == .hash { comment(&painter) }
    let body = painter.indentedEnd(from: painter.position, deeperThan: parent)
    painter.paint(.string, to: body)
    awaitsKey = false
  }
}

extension Painter {
  /// The end of the lines after the one of `index` that are empty or indented deeper than `column`.
  fileprivate func indentedEnd(from index: Int, deeperThan column: Int) -> Int {
    var last = lineEnd(from: index)
    while last < end {
      let start = last &+ 1
      let text = blanksEnd(from: start)
      if text < end, bytes[text] != .newline, text &- start <= column { break }
      last = lineEnd(from: text)
    }
    return last
  }

  /// Whether the bytes are a number, a date, a time or a version.
  func isNumberOrDate(_ start: Int, _ end: Int) -> Bool {
    var index = start
    if byte(at: index) == .minus || byte(at: index) == .plus { index &+= 1 }
    if byte(at: index) == .dot { index &+= 1 }
    guard index < end, bytes[index].isDigit else { return false }
    if end &- index > 2, matches("0x", at: index) {
      return bytes[(index &+ 2)..<end].allSatisfy(\.isHexDigit)
    }
    return bytes[index..<end].allSatisfy(\.isPartOfNumberOrDate)
  }
}

extension UInt8 {
  fileprivate var isBlockIndicator: Bool { self == .plus || self == .minus || isDigit }

  var isFlowIndicator: Bool {
    switch self {
    case .comma, .openBrace, .closeBrace, .openBracket, .closeBracket: true
    default: false
    }
  }

  fileprivate var isPartOfNumberOrDate: Bool {
    switch self {
    case .dot, .underscore, .minus, .plus, .colon: true
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "T"), UInt8(ascii: "Z"): true
    default: isDigit
    }
  }
}
