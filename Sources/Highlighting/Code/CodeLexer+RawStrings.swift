/// Strings that letters, number signs or tags before them make special.
extension CodeLexer {
  /// Reads a string that begins with the word up to `end`, if it is one: `r"\d"`, `f'{name}'`,
  /// `br#"…"#`, `u8R"x(…)x"`.
  mutating func prefixedString(_ painter: inout Painter, _ end: Int, _ next: UInt8) -> Bool {
    let prefix = painter.position..<end
    guard prefix.count <= 3, next == .quote || next == .apostrophe || next == .hash else {
      return false
    }
    switch grammar.prefixes {
    case .python: return pythonString(&painter, prefix, next)
    case .rust: return rustString(&painter, prefix, next)
    case .c: return cString(&painter, prefix, next)
    case .none: return false
    }
  }

  private mutating func pythonString(
    _ painter: inout Painter, _ prefix: Range<Int>, _ next: UInt8
  ) -> Bool {
    guard var quote = grammar.quote(next), painter.letters(in: prefix, areAllOf: "rRbBuUfFtT")
    else { return false }
    if painter.letters(in: prefix, areSomeOf: "rR") { quote.escapes = .raw }
    if painter.letters(in: prefix, areSomeOf: "fFtT") { quote.interpolation = .brace }
    begin(&painter, quote, at: prefix.upperBound)
    return true
  }

  private mutating func rustString(
    _ painter: inout Painter, _ prefix: Range<Int>, _ next: UInt8
  ) -> Bool {
    guard painter.letters(in: prefix, areAllOf: "rbc") else { return false }
    var quote = Quote("\"", isMultiline: true)
    if painter.letters(in: prefix, areSomeOf: "r") {
      quote.escapes = .none
      quote.hashes = painter.count(of: .hash, from: prefix.upperBound)
    } else if next == .apostrophe {
      quote = Quote("'")
    }
    let start = prefix.upperBound &+ quote.hashes
    if quote.hashes == 1, painter.byte(at: start).isLetter {
      // `r#type` is an identifier.
      painter.paint(expected, to: painter.wordEnd(from: start))
      expected = .plain
      return true
    }
    guard painter.byte(at: start) == quote.delimiter else { return false }
    begin(&painter, quote, at: start)
    return true
  }

  private mutating func cString(
    _ painter: inout Painter, _ prefix: Range<Int>, _ next: UInt8
  ) -> Bool {
    guard let quote = grammar.quote(next), painter.letters(in: prefix, areAllOf: "LuU8R")
    else { return false }
    // The delimiter between quote and parenthesis has at most 16 bytes.
    let name = prefix.upperBound &+ 1
    guard painter.letters(in: prefix, areSomeOf: "R"),
      let paren = painter.index(of: .openParen, from: name, upTo: name &+ 17)
    else {
      begin(&painter, quote, at: prefix.upperBound)
      return true
    }
    var index = paren
    while let close = painter.index(of: .closeParen, from: index &+ 1) {
      let tail = close &+ 1 &+ (paren &- name)
      if painter.byte(at: tail) == .quote, painter.repeats(name..<paren, at: close &+ 1) {
        finish(&painter, at: tail &+ 1)
        return true
      }
      index = close
    }
    finish(&painter, at: painter.end)
    return true
  }

  private mutating func finish(_ painter: inout Painter, at end: Int) {
    painter.paint(.string, to: end)
    expected = .plain
    followsValue = true
  }

  /// `$"{name}"`, `@"C:\"` and both together, in C#.
  mutating func signedString(_ painter: inout Painter) {
    let start = painter.position
    let end = start &+ (painter.peek(1) == .dollar || painter.peek(1) == .at ? 2 : 1)
    guard painter.byte(at: end) == .quote, var quote = grammar.quote(.quote) else {
      return painter.peek() == .at ? decorator(&painter) : punctuation(&painter, 1)
    }
    if painter.letters(in: start..<end, areSomeOf: "$") { quote.interpolation = .brace }
    if painter.letters(in: start..<end, areSomeOf: "@") {
      quote.escapes = .doubled
      quote.isMultiline = true
    }
    begin(&painter, quote, at: end)
  }

  /// `$$ text $$` and `$tag$ text $tag$` of PostgreSQL, or the parameter `$1`.
  mutating func dollarQuote(_ painter: inout Painter) {
    let start = painter.position
    let tagEnd = painter.wordEnd(from: start &+ 1)
    guard painter.byte(at: tagEnd) == .dollar, !painter.peek(1).isDigit else {
      return sigil(&painter)
    }
    let tag = start..<tagEnd &+ 1
    var index = tag.upperBound
    while let dollar = painter.index(of: .dollar, from: index) {
      if painter.repeats(tag, at: dollar) {
        return finish(&painter, at: dollar &+ tag.count)
      }
      index = dollar &+ 1
    }
    finish(&painter, at: painter.end)
  }

  /// `#"raw"#` and `#/regex/#`, or a word such as `#if`.
  mutating func pound(_ painter: inout Painter) {
    let start = painter.position
    let hashes = painter.count(of: .hash, from: start)
    let after = start &+ hashes
    if painter.byte(at: after) == .quote, var quote = grammar.quote(.quote) {
      quote.hashes = hashes
      return begin(&painter, quote, at: after)
    }
    if painter.byte(at: after) == .slash {
      var quote = Quote("/", escapes: .none, isMultiline: hashes > 1)
      quote.hashes = hashes
      painter.paint(.string, to: after &+ 1)
      return continueString(&painter, quote)
    }
    painter.paint(.directive, to: painter.wordEnd(from: after))
    expected = .plain
    followsValue = true
  }
}

extension Painter {
  /// Whether the bytes in `range` stand again at `index`.
  func repeats(_ range: Range<Int>, at index: Int) -> Bool {
    guard range.count <= end &- index else { return false }
    for offset in 0..<range.count
    where bytes[range.lowerBound &+ offset] != bytes[index &+ offset] {
      return false
    }
    return true
  }

  func letters(in range: Range<Int>, areAllOf set: StaticString) -> Bool {
    bytes[range].allSatisfy(set.bytes.contains)
  }

  func letters(in range: Range<Int>, areSomeOf set: StaticString) -> Bool {
    bytes[range].contains(where: set.bytes.contains)
  }
}
