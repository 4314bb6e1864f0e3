/// Identifiers and keywords.
extension CodeLexer {
  mutating func word(_ painter: inout Painter) {
    let start = painter.position
    var end = start &+ 1
    while end < painter.end,
      leads[Int(painter.bytes[end])].rawValue <= CodeGrammar.Lead.digit.rawValue
    {
      end &+= 1
    }
    let next = painter.byte(at: end)
    if grammar.prefixes != .none, prefixedString(&painter, end, next) { return }

    let entry = entry(for: &painter, start, end)
    if entry == .none, expected == .function, next == .dot {
      // The type that a function extends: `fun Page.render()`.
      return painter.paint(.type, to: end)
    }
    if entry != .none {
      painter.paint(entry.style, to: end)
      followsValue = entry.style != .keyword
    } else {
      paintName(&painter, start, end, next)
      followsValue = true
    }
    expected = entry.next
  }

  /// What the grammar says of the word, if it says it of a word in this place.
  private func entry(for painter: inout Painter, _ start: Int, _ end: Int) -> Word {
    let entry = grammar.words.word(in: painter.bytes, start, end)
    if entry.style == .plain { return .none }
    if painter.byte(at: start - 1) == .dot, painter.byte(at: start - 2) != .dot,
      !grammar.traits.contains(.keywordsAfterDot)
    {
      return .none
    }
    if entry.isContextual, !governs(&painter, end) { return .none }
    return entry
  }

  /// Whether something follows that a contextual keyword governs.
  private func governs(_ painter: inout Painter, _ end: Int) -> Bool {
    let next = painter.blanksEnd(from: end)
    guard next > end else { return false }
    switch painter.byte(at: next) {
    case .quote, .apostrophe, .openBrace, .asterisk, .dollar: return true
    case let byte: return byte.isLetter
    }
  }

  private mutating func paintName(
    _ painter: inout Painter, _ start: Int, _ end: Int, _ next: UInt8
  ) {
    if expected != .plain { return painter.paint(expected, to: end) }
    let traits = grammar.traits
    let isCall = next == .openParen || (next == .less && callsAfterTypes(&painter, end))
    if traits.contains(.capitalTypes), painter.bytes[start].isUppercase,
      !(isCall && traits.contains(.capitalCalls))
    {
      let isConstant = isConstantName(&painter, start, end)
      return painter.paint(isConstant ? .builtin : .type, to: end)
    }
    if isCall { return painter.paint(.function, to: end) }
    if next == .exclamation, traits.contains(.macros), isMacro(&painter, end) {
      return painter.paint(.function, to: end &+ 1)
    }
    if traits.contains(.typeSuffix), end &- start > 2, painter.matches("_t", at: end &- 2) {
      return painter.paint(.type, to: end)
    }
    painter.paint(.plain, to: end)
  }

  /// `MAX_SIZE`: capitals and, in most languages, an underscore. `URL` and `T` are types more often
  /// than not.
  private func isConstantName(_ painter: inout Painter, _ start: Int, _ end: Int) -> Bool {
    var hasUnderscore = grammar.traits.contains(.capitalConstants) && end &- start > 1
    for index in start..<end {
      let byte = painter.bytes[index]
      if byte == .underscore {
        hasUnderscore = true
      } else if !byte.isUppercase, !byte.isDigit {
        return false
      }
    }
    return hasUnderscore
  }

  /// Whether arguments of types and a parenthesis follow: `<Page, [Turn]>(`. Looks at a few bytes
  /// only.
  private func callsAfterTypes(_ painter: inout Painter, _ end: Int) -> Bool {
    guard grammar.traits.contains(.genericCalls) else { return false }
    var depth = 0
    for index in end..<(end &+ 48) {
      switch painter.byte(at: index) {
      case .less: depth += 1
      case .greater:
        depth -= 1
        if depth == 0 { return painter.byte(at: index &+ 1) == .openParen }
      case .comma, .space, .dot, .openBracket, .closeBracket: break
      case let byte where byte.isWord: break
      default: return false
      }
    }
    return false
  }

  private func isMacro(_ painter: inout Painter, _ end: Int) -> Bool {
    switch painter.byte(at: end &+ 1) {
    case .openParen, .openBracket, .openBrace: true
    case .space: painter.byte(at: end &+ 2) == .openBrace
    default: false
    }
  }
}
