/// String literals, with their escapes and the code inside them.
extension CodeLexer {
  mutating func string(_ painter: inout Painter, _ delimiter: UInt8) {
    guard let quote = grammar.quote(delimiter) else { return punctuation(&painter, 1) }
    begin(&painter, quote, at: painter.position)
  }

  /// Reads a string whose first delimiter stands at `start`; what is before it is its prefix.
  mutating func begin(_ painter: inout Painter, _ quote: Quote, at start: Int) {
    var quote = quote
    if grammar.traits.contains(.tripleQuotes), painter.byte(at: start &+ 1) == quote.delimiter,
      painter.byte(at: start &+ 2) == quote.delimiter
    {
      quote.length = 3
      quote.isMultiline = true
    }
    painter.paint(.string, to: start &+ quote.length)
    continueString(&painter, quote)
  }

  /// Reads a string on from inside, up to its end or to code within it.
  mutating func continueString(_ painter: inout Painter, _ quote: Quote) {
    expected = .plain
    followsValue = true
    var index = painter.position
    while index < painter.end {
      let byte = painter.bytes[index]
      if byte == quote.delimiter {
        if quote.escapes == .doubled, painter.byte(at: index &+ 1) == byte {
          index &+= 2
          continue
        }
        if closes(&painter, quote, index) {
          return painter.paint(.string, to: index &+ quote.length &+ quote.hashes)
        }
      } else if byte == .newline {
        if !quote.isMultiline { return painter.paint(.string, to: index) }
      } else if byte == .backslash {
        if quote.escapes == .raw {
          // A line feed is left for the next round: it may end the string.
          index = min(index &+ (painter.byte(at: index &+ 1) == .newline ? 1 : 2), painter.end)
          continue
        }
        if quote.escapes == .backslash, let mark = escapeMark(&painter, quote, index) {
          painter.paint(.string, to: index)
          if painter.byte(at: mark) == .openParen, quote.interpolation == .backslashParen {
            painter.paint(.escape, to: mark &+ 1)
            return enter(.string(quote), .openParen, .closeParen)
          }
          index = painter.escapeEnd(from: mark)
          painter.paint(.escape, to: index)
          continue
        }
      } else if byte == .dollar || byte == .openBrace || byte == .closeBrace,
        quote.interpolation != .none
      {
        switch interpolation(&painter, quote, index, byte) {
        case .entered: return
        case .escaped:
          index = painter.position
          continue
        case .none: break
        }
      }
      index &+= 1
    }
    painter.paint(.string, to: painter.end)
  }

  private enum Outcome { case none, escaped, entered }

  private mutating func interpolation(
    _ painter: inout Painter, _ quote: Quote, _ index: Int, _ byte: UInt8
  ) -> Outcome {
    let next = painter.byte(at: index &+ 1)
    switch (quote.interpolation, byte) {
    case (.dollar, .dollar) where next.isLetter:
      painter.paint(.string, to: index)
      painter.paint(.variable, to: painter.wordEnd(from: index &+ 1))
      return .escaped
    case (.dollarBrace, .dollar) where next == .openBrace,
      (.dollar, .dollar) where next == .openBrace:
      painter.paint(.string, to: index)
      painter.paint(.escape, count: 2)
    case (.brace, .openBrace), (.brace, .closeBrace):
      guard next == byte || byte == .openBrace else { return .none }
      painter.paint(.string, to: index)
      painter.paint(.escape, count: next == byte ? 2 : 1)
      if next == byte { return .escaped }
    default: return .none
    }
    enter(.string(quote), .openBrace, .closeBrace)
    return .entered
  }

  /// Whether the string ends with the delimiter at `index`.
  private func closes(_ painter: inout Painter, _ quote: Quote, _ index: Int) -> Bool {
    if quote.length == 1, quote.hashes == 0 { return true }
    for offset in 1..<quote.length where painter.byte(at: index &+ offset) != quote.delimiter {
      return false
    }
    let after = index &+ quote.length
    for offset in 0..<quote.hashes where painter.byte(at: after &+ offset) != .hash { return false }
    return true
  }

  /// The index of what the backslash at `index` escapes, nil if the string asks for number signs
  /// that are not there.
  private func escapeMark(_ painter: inout Painter, _ quote: Quote, _ index: Int) -> Int? {
    for offset in 0..<quote.hashes where painter.byte(at: index &+ 1 &+ offset) != .hash {
      return nil
    }
    return index &+ 1 &+ quote.hashes
  }
}
