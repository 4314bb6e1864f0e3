/// Elements of markup in JavaScript (JSX).
extension CodeLexer {
  /// Where in markup the lexer stands.
  enum MarkupPlace {
    /// between the name of a tag and its `>`
    case tag
    /// between tags
    case text
  }

  /// `<` where an expression may begin and a name follows; otherwise it compares or opens type
  /// arguments.
  mutating func markup(_ painter: inout Painter) {
    guard !followsValue, beginsElement(&painter) else { return punctuation(&painter, 1) }
    if let place = bracket(&painter) { continueMarkup(&painter, place) }
  }

  /// Reads markup on, up to the end of the outermost element or to code in braces.
  mutating func continueMarkup(_ painter: inout Painter, _ place: MarkupPlace) {
    var place: MarkupPlace? = place
    while let here = place, !painter.isAtEnd {
      switch here {
      case .tag: place = attributes(&painter)
      case .text: place = text(&painter)
      }
    }
  }

  private func beginsElement(_ painter: inout Painter) -> Bool {
    let name = painter.position &+ 1
    let first = painter.byte(at: name)
    if first == .greater { return true }
    guard first.isLetter else { return false }
    let end = painter.markupNameEnd(from: name)
    switch painter.byte(at: end) {
    case .greater, .slash, .newline, .openBrace: return true
    case .less: return first.isUppercase
    case .space: return !painter.matchesWord("extends", at: end &+ 1)
    default: return false
    }
  }

  /// Reads `<name` or `</name>`.
  private mutating func bracket(_ painter: inout Painter) -> MarkupPlace? {
    let isClosing = painter.peek(1) == .slash
    painter.paint(.plain, count: isClosing ? 2 : 1)
    painter.paint(.tag, to: painter.markupNameEnd(from: painter.position))
    guard isClosing else {
      if painter.peek() == .less { painter.paint(.plain, to: painter.typeArgumentsEnd()) }
      elements += 1
      return .tag
    }
    painter.skipSpace()
    if painter.peek() == .greater { painter.paint(.plain, count: 1) }
    return closeElement()
  }

  private mutating func closeElement() -> MarkupPlace? {
    elements -= 1
    if elements > 0 { return .text }
    elements = 0
    expected = .plain
    followsValue = true
    return nil
  }

  private mutating func attributes(_ painter: inout Painter) -> MarkupPlace? {
    while !painter.isAtEnd {
      let byte = painter.peek()
      switch byte {
      case .greater:
        painter.paint(.plain, count: 1)
        return .text
      case .slash where painter.peek(1) == .greater:
        painter.paint(.plain, count: 2)
        return closeElement()
      case .openBrace: return enterBraces(&painter, .tagOfMarkup)
      case .quote, .apostrophe:
        let close = painter.index(of: byte, from: painter.position &+ 1)
        painter.paint(.string, to: close.map { $0 &+ 1 } ?? painter.end)
      case _ where byte.isSpace: painter.skipSpace()
      case _ where byte.isWord:
        painter.paint(.attribute, to: painter.markupNameEnd(from: painter.position))
      default: painter.paint(.plain, count: 1)
      }
    }
    return nil
  }

  private mutating func text(_ painter: inout Painter) -> MarkupPlace? {
    while !painter.isAtEnd {
      switch painter.peek() {
      case .openBrace: return enterBraces(&painter, .textOfMarkup)
      case .less: return bracket(&painter)
      case let byte where byte.isSpace: painter.skipSpace()
      default: painter.paint(.plain, count: 1)
      }
    }
    return nil
  }

  private mutating func enterBraces(
    _ painter: inout Painter, _ outside: Frame.Outside
  ) -> MarkupPlace? {
    painter.paint(.plain, count: 1)
    enter(outside, .openBrace, .closeBrace)
    return nil
  }
}

extension Painter {
  /// The end of `<…>` at the position, or of the line.
  fileprivate func typeArgumentsEnd() -> Int {
    var depth = 0
    var index = position
    while index < end, bytes[index] != .newline {
      if bytes[index] == .less { depth &+= 1 }
      if bytes[index] == .greater { depth &-= 1 }
      index &+= 1
      if depth == 0 { break }
    }
    return index
  }

  /// The end of the name of an element or attribute: `svg:path`, `data-id`, `Tabs.Item`.
  func markupNameEnd(from start: Int) -> Int {
    var index = start
    while index < end, bytes[index].isMarkupName { index &+= 1 }
    return index
  }
}

extension UInt8 {
  fileprivate var isMarkupName: Bool {
    isWord || self == .minus || self == .dot || self == .colon
  }
}
