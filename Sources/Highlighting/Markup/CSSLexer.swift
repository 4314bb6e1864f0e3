/// CSS and its supersets SCSS and Less: selectors, declarations, at-rules, line comments,
/// variables.
struct CSSLexer {
  private enum Place {
    /// before or within a selector, or where it is not yet known what comes
    case selector
    /// after an `@` word, up to `{` or `;`
    case rule
    /// after the name of a property
    case value
  }

  private var place = Place.selector
  /// Up to where the statement at hand is known to be a declaration or a selector.
  private var knownEnd = -1
  private var isDeclaration = false
  /// How many `#{` are open.
  private var interpolations = 0

  static func lex(_ painter: inout Painter) {
    var lexer = CSSLexer()
    while !painter.isAtEnd { lexer.token(&painter) }
  }

  private mutating func token(_ painter: inout Painter) {
    let byte = painter.peek()
    switch byte {
    case .space, .tab, .newline, .carriageReturn: painter.skipSpace()
    case .slash where painter.peek(1) == .asterisk:
      let close = painter.index(of: "*/", from: painter.position &+ 2)
      painter.paint(.comment, to: close.map { $0 &+ 2 } ?? painter.end)
    case .slash where painter.peek(1) == .slash && painter.peek(-1) != .colon:
      painter.paint(.comment, to: painter.lineEnd(from: painter.position))
    case .quote, .apostrophe: string(&painter, byte)
    case .hash where painter.peek(1) == .openBrace:
      painter.paint(.plain, count: 2)
      interpolations += 1
    case .closeBrace where interpolations > 0:
      painter.paint(.plain, count: 1)
      interpolations -= 1
    case .openBrace, .closeBrace, .semicolon:
      painter.paint(.plain, count: 1)
      place = .selector
    case .at: atWord(&painter)
    case .dollar: name(&painter, .variable, from: 1)
    case .exclamation: name(&painter, .keyword, from: 1)
    default:
      if place == .selector { selectorOrProperty(&painter, byte) } else { value(&painter, byte) }
    }
  }

  private func string(_ painter: inout Painter, _ delimiter: UInt8) {
    var index = painter.position &+ 1
    while index < painter.end, painter.bytes[index] != .newline {
      let byte = painter.bytes[index]
      index &+= 1
      if byte == delimiter { break }
      guard byte == .backslash else { continue }
      painter.paint(.string, to: index &- 1)
      index = painter.cssEscapeEnd(from: index)
      painter.paint(.escape, to: index)
    }
    painter.paint(.string, to: index)
  }

  private mutating func atWord(_ painter: inout Painter) {
    name(&painter, .keyword, from: 1)
    place = .rule
  }

  /// Paints a sign of `count` bytes and the name after it.
  private func name(_ painter: inout Painter, _ style: Style, from count: Int) {
    let end = painter.cssNameEnd(from: painter.position &+ count)
    painter.paint(end > painter.position &+ count ? style : .plain, to: end)
  }

  private mutating func selectorOrProperty(_ painter: inout Painter, _ byte: UInt8) {
    if painter.position >= knownEnd { look(&painter) }
    if isDeclaration { return property(&painter, byte) }
    switch byte {
    case .dot: name(&painter, .type, from: 1)
    case .hash: name(&painter, .function, from: 1)
    case .colon:
      let count = painter.peek(1) == .colon ? 2 : 1
      name(&painter, .builtin, from: count)
    case .openBracket: attributeSelector(&painter)
    case _ where byte.isDigit: number(&painter)
    case _ where byte.isLetter || byte == .minus: name(&painter, .tag, from: 0)
    default: painter.paint(.plain, count: 1)
    }
  }

  private mutating func property(_ painter: inout Painter, _ byte: UInt8) {
    if byte == .colon {
      painter.paint(.plain, count: 1)
      place = .value
      return
    }
    let end = painter.cssNameEnd(from: painter.position)
    guard end > painter.position else { return painter.paint(.plain, count: 1) }
    painter.paint(painter.matches("--") ? .variable : .attribute, to: end)
  }

  private func attributeSelector(_ painter: inout Painter) {
    painter.paint(.plain, count: 1)
    let end = painter.cssNameEnd(from: painter.position)
    painter.paint(.attribute, to: end)
  }

  private func value(_ painter: inout Painter, _ byte: UInt8) {
    switch byte {
    case .hash where painter.peek(1).isHexDigit:
      painter.paint(.number, to: painter.wordEnd(from: painter.position &+ 1))
    case .dot where painter.peek(1).isDigit, _ where byte.isDigit: number(&painter)
    case .minus where painter.peek(1).isDigit || painter.peek(1) == .dot: number(&painter)
    case _ where byte.isLetter || byte == .minus: word(&painter)
    default: painter.paint(.plain, count: 1)
    }
  }

  /// A number with its unit.
  private func number(_ painter: inout Painter) {
    var end = painter.numberEnd()
    if painter.byte(at: end) == .percent { end &+= 1 }
    painter.paint(.number, to: end)
  }

  private func word(_ painter: inout Painter) {
    let start = painter.position
    let end = max(painter.cssNameEnd(from: start), start &+ 1)
    let isCall = painter.byte(at: end) == .openParen
    if painter.matches("--") { return painter.paint(.variable, to: end) }
    let isLogic =
      place == .rule
      && (painter.matchesWord("and", at: start) || painter.matchesWord("not", at: start)
        || painter.matchesWord("only", at: start))
    let isFeature = place == .rule && painter.byte(at: end) == .colon
    let style: Style = isLogic ? .keyword : isCall ? .function : isFeature ? .attribute : .plain
    painter.paint(style, to: end)
    guard isCall, end &- start == 3, painter.matches("url", at: start) else { return }
    // An address without quotes may hold anything but white space and a parenthesis.
    painter.paint(.plain, count: 1)
    var index = painter.position
    while index < painter.end, !painter.bytes[index].isSpace,
      painter.bytes[index] != .closeParen, painter.bytes[index] != .quote,
      painter.bytes[index] != .apostrophe
    {
      index &+= 1
    }
    painter.paint(.string, to: index)
  }

  /// Finds out whether the statement ahead is a declaration: it ends with `;` or `}` before any
  /// `{`.
  private mutating func look(_ painter: inout Painter) {
    var index = painter.position
    var hasColon = false
    var interpolated = interpolations
    isDeclaration = false
    loop: while index < painter.end {
      switch painter.bytes[index] {
      case .openBrace where painter.byte(at: index &- 1) == .hash: interpolated += 1
      case .closeBrace where interpolated > 0: interpolated -= 1
      case .semicolon, .closeBrace:
        isDeclaration = hasColon
        break loop
      case .openBrace:
        hasColon = false
        break loop
      case .colon: hasColon = true
      default: break
      }
      index &+= 1
    }
    if index == painter.end { isDeclaration = hasColon }
    knownEnd = max(index, painter.position &+ 1)
  }
}

extension Painter {
  /// The end of an escape, from after its backslash: up to six hexadecimal digits, or one ASCII
  /// byte.
  fileprivate func cssEscapeEnd(from start: Int) -> Int {
    var index = start
    while index < min(end, start &+ 6), bytes[index].isHexDigit { index &+= 1 }
    if index > start || start >= end { return index }
    return bytes[start] == .newline || bytes[start] >= 0x80 ? start : start &+ 1
  }

  /// The end of a CSS identifier.
  func cssNameEnd(from start: Int) -> Int {
    var index = start
    while index < end, bytes[index].isWord || bytes[index] == .minus { index &+= 1 }
    return index
  }
}
