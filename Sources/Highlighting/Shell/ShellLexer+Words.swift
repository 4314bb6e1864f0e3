/// Words: commands, options, assignments, arguments.
extension ShellLexer {
  mutating func word(_ painter: inout Painter) {
    let start = painter.position
    var end = start &+ 1
    while painter.byte(at: end).isShellWord { end &+= 1 }
    guard isAtWordStart else { return painter.paint(.plain, to: end) }
    isAtWordStart = false
    if frames.last?.isArithmetic == true { return arithmeticWord(&painter, end) }
    if assigns, let nameEnd = painter.assignedNameEnd(start, end) {
      painter.paint(.variable, to: nameEnd)
      painter.paint(.plain, to: painter.byte(at: nameEnd) == .plus ? nameEnd &+ 2 : nameEnd &+ 1)
      if painter.position < end { argument(&painter, end) }
      return
    }
    if painter.bytes[start] == .minus { return option(&painter, end) }
    if expected != .plain {
      painter.paint(expected, to: end)
      expected = .plain
    } else if awaitsCommand {
      command(&painter, end)
    } else {
      argument(&painter, end)
    }
  }

  private mutating func command(_ painter: inout Painter, _ end: Int) {
    let entry = ShellWords.table.word(in: painter.bytes, painter.position, end)
    if entry.style != .keyword, painter.byte(at: end) == .closeParen, frames.isEmpty {
      // A pattern of `case`.
      return painter.paint(.plain, to: end)
    }
    if entry == .none, painter.byte(at: end &- 1) == .openBrace || painter.peek() == .closeBrace {
      return painter.paint(.plain, to: end)
    }
    if painter.bytes[painter.position] >= 0x80 {
      // The lines of a drawn folder tree.
      awaitsCommand = false
      return painter.paint(.plain, to: end)
    }
    let isDeclaring = ShellWords.declaring.word(in: painter.bytes, painter.position, end) != .none
    painter.paint(entry == .none ? .function : entry.style, to: end)
    awaitsCommand = entry.next == .function
    assigns = awaitsCommand || isDeclaring
    awaitsIn = entry.next == .variable || entry.next == .string
    expected = entry.next == .variable ? .variable : .plain
  }

  private mutating func argument(_ painter: inout Painter, _ end: Int) {
    if awaitsIn, painter.matchesWord("in", at: painter.position), end &- painter.position == 2 {
      awaitsIn = false
      return painter.paint(.keyword, to: end)
    }
    let isClosing = painter.matches("]]") && end &- painter.position == 2
    let isNumber = painter.bytes[painter.position..<end].allSatisfy(\.isDigit)
    painter.paint(isClosing ? .keyword : isNumber ? .number : .plain, to: end)
  }

  private mutating func option(_ painter: inout Painter, _ end: Int) {
    let sign = painter.index(of: .equals, from: painter.position, upTo: end) ?? end
    let isOption = end &- painter.position > 1 && !painter.peek(1).isDigit
    painter.paint(isOption ? .attribute : .plain, to: sign)
    painter.paint(.plain, to: end)
  }

  private mutating func arithmeticWord(_ painter: inout Painter, _ end: Int) {
    let byte = painter.peek()
    isAtWordStart = true
    if byte.isDigit { return painter.paint(.number, to: min(painter.numberEnd(), end)) }
    let isName = byte.isLetter
    let next = isName ? painter.wordEnd(from: painter.position) : painter.position &+ 1
    painter.paint(isName ? .variable : .plain, to: next)
  }
}

extension Painter {
  /// The end of `NAME` in `NAME=` or `NAME+=`, nil if the word from `start` to `end` is no
  /// assignment.
  fileprivate func assignedNameEnd(_ start: Int, _ end: Int) -> Int? {
    guard bytes[start].isLetter else { return nil }
    var index = wordEnd(from: start)
    if byte(at: index) == .openBracket {
      guard let close = self.index(of: .closeBracket, from: index, upTo: end) else { return nil }
      index = close &+ 1
    }
    let isPlain = byte(at: index) == .equals
    return isPlain || (byte(at: index) == .plus && byte(at: index &+ 1) == .equals) ? index : nil
  }
}

extension UInt8 {
  /// What neither ends a word of a shell nor means something inside it.
  fileprivate var isShellWord: Bool {
    switch self {
    case 0, .space, .tab, .newline, .carriageReturn, .semicolon, .ampersand, .pipe: false
    case .openParen, .closeParen, .less, .greater, .quote, .apostrophe, .backtick: false
    case .dollar, .backslash: false
    default: true
    }
  }
}
