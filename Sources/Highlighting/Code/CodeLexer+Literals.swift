/// Numbers, regular expressions and characters.
extension CodeLexer {
  mutating func number(_ painter: inout Painter) {
    let end = painter.numberEnd(quotes: grammar.traits.contains(.quotesInNumbers))
    painter.paint(.number, to: end)
    expected = .plain
    followsValue = true
  }

  mutating func slash(_ painter: inout Painter) {
    switch painter.peek(1) {
    case .slash where !grammar.traits.contains(.blockCommentsOnly): lineComment(&painter)
    case .asterisk: blockComment(&painter)
    default:
      if grammar.traits.contains(.regularExpressions), !followsValue,
        let end = regularExpressionEnd(&painter)
      {
        painter.paint(.string, to: end)
        followsValue = true
      } else {
        punctuation(&painter, 1)
      }
    }
  }

  /// The end of the regular expression at the position, with its flags; nil if it does not end on
  /// its line.
  private mutating func regularExpressionEnd(_ painter: inout Painter) -> Int? {
    guard painter.position >= regexBarrier else { return nil }
    var isInClass = false
    var index = painter.position &+ 1
    while index < painter.end {
      switch painter.bytes[index] {
      case .newline:
        regexBarrier = index
        return nil
      case .backslash where painter.byte(at: index &+ 1) != .newline: index &+= 1
      case .openBracket: isInClass = true
      case .closeBracket: isInClass = false
      case .slash where !isInClass: return painter.wordEnd(from: index &+ 1)
      default: break
      }
      index &+= 1
    }
    regexBarrier = painter.end
    return nil
  }

  /// A character `'a'`, or a lifetime `'a`.
  mutating func tick(_ painter: inout Painter) {
    let start = painter.position
    let first = painter.peek(1)
    var after = start &+ 2
    while after < painter.end, first >= 0x80, painter.bytes[after].isContinuation { after &+= 1 }
    if first == .backslash || (painter.byte(at: after) == .apostrophe && first != .newline) {
      return begin(&painter, Quote("'"), at: start)
    }
    guard first.isLetter else { return punctuation(&painter, 1) }
    painter.paint(.variable, to: painter.wordEnd(from: start &+ 1))
    followsValue = false
  }
}

extension Painter {
  /// The end of the number at the position: digits, letters, points between digits, signs of an
  /// exponent.
  func numberEnd(quotes: Bool = false) -> Int {
    var index = position &+ 1
    let isHex = peek() == UInt8(ascii: "0") && peek(1) | 0x20 == UInt8(ascii: "x")
    while index < end {
      let byte = bytes[index]
      if byte.isDigit || byte.isASCIILetter || byte == .underscore {
        index &+= 1
      } else if byte == .dot {
        guard self.byte(at: index &+ 1).isDigit else { break }
        index &+= 2
      } else if byte == .plus || byte == .minus {
        let last = bytes[index &- 1] | 0x20
        let isExponent = last == UInt8(ascii: isHex ? "p" : "e")
        guard isExponent, self.byte(at: index &+ 1).isDigit else { break }
        index &+= 2
      } else if quotes, byte == .apostrophe, self.byte(at: index &+ 1).isHexDigit {
        index &+= 2
      } else {
        break
      }
    }
    return index
  }
}
