/// HTML and XML, with the marks of Jinja and its kin anywhere, style sheets and scripts inside.
enum HTMLLexer {
  static func lex(_ painter: inout Painter) {
    while !painter.isAtEnd { token(&painter) }
  }

  private static func token(_ painter: inout Painter) {
    switch painter.peek() {
    case .less: angle(&painter)
    case .ampersand: entity(&painter)
    case .openBrace where JinjaLexer.begins(&painter): JinjaLexer.lex(&painter)
    case let byte where byte.isSpace: painter.skipSpace()
    default: painter.paint(.plain, count: 1)
    }
  }

  private static func angle(_ painter: inout Painter) {
    switch painter.peek(1) {
    case .exclamation where painter.matches("<!--"): upTo("-->", &painter, .comment)
    case .exclamation where painter.matches("<![CDATA["): upTo("]]>", &painter, .string)
    case .exclamation: upTo(">", &painter, .directive)
    case .question: upTo("?>", &painter, .directive)
    case .slash:
      painter.paint(.plain, count: 2)
      painter.paint(.tag, to: painter.elementNameEnd(from: painter.position))
    case let byte where byte.isLetter: tag(&painter)
    default: painter.paint(.plain, count: 1)
    }
  }

  private static func upTo(_ close: StaticString, _ painter: inout Painter, _ style: Style) {
    let found = painter.index(of: close, from: painter.position)
    painter.paint(style, to: found.map { $0 &+ close.utf8CodeUnitCount } ?? painter.end)
  }

  /// `&amp;`, `&#x2014;`; a lone ampersand is text.
  private static func entity(_ painter: inout Painter) {
    var end = painter.position &+ 1
    if painter.byte(at: end) == .hash { end &+= 1 }
    while painter.byte(at: end).isASCIILetter || painter.byte(at: end).isDigit { end &+= 1 }
    if painter.byte(at: end) == .semicolon, end > painter.position &+ 1 {
      painter.paint(.escape, to: end &+ 1)
    } else {
      painter.paint(.plain, count: 1)
    }
  }

  /// A tag, and what stands in it if that is another language.
  private static func tag(_ painter: inout Painter) {
    let name = painter.position &+ 1
    let nameEnd = painter.elementNameEnd(from: name)
    let isStyle = nameEnd &- name == 5 && painter.matchesFolded("style", at: name)
    let isScript = nameEnd &- name == 6 && painter.matchesFolded("script", at: name)
    painter.paint(.plain, count: 1)
    painter.paint(.tag, to: nameEnd)
    let isOpen = attributes(&painter)
    guard isOpen, isStyle || isScript else { return }
    let limit = painter.closingTag(isStyle ? "style" : "script")
    if isStyle {
      painter.embed(upTo: limit, CSSLexer.lex)
    } else if painter.byte(at: painter.spaceEnd(from: painter.position)) == .openBrace {
      painter.embed(upTo: limit, JSONLexer.lex)
    } else {
      painter.embed(upTo: limit) { CodeLexer.lex(&$0, .javascript) }
    }
  }

  /// Reads to the end of the tag.
  ///
  /// - Returns: whether the element is open, that is, may have content.
  private static func attributes(_ painter: inout Painter) -> Bool {
    var awaitsValue = false
    while !painter.isAtEnd {
      let byte = painter.peek()
      switch byte {
      case .greater:
        painter.paint(.plain, count: 1)
        return true
      case .slash where painter.peek(1) == .greater:
        painter.paint(.plain, count: 2)
        return false
      case .less: return false
      case .quote, .apostrophe: value(&painter, byte)
      case .openBrace where JinjaLexer.begins(&painter): JinjaLexer.lex(&painter)
      case .equals: painter.paint(.plain, count: 1)
      case _ where byte.isSpace: painter.skipSpace()
      default:
        var end = painter.position &+ 1
        while painter.byte(at: end).isAttributeByte { end &+= 1 }
        painter.paint(awaitsValue ? .string : .attribute, to: end)
      }
      if !byte.isSpace { awaitsValue = byte == .equals }
    }
    return false
  }

  /// A quoted value, with template marks and entities in it.
  private static func value(_ painter: inout Painter, _ delimiter: UInt8) {
    var index = painter.position &+ 1
    while index < painter.end {
      let byte = painter.bytes[index]
      if byte == delimiter {
        index &+= 1
        break
      }
      if byte == .ampersand || (byte == .openBrace && JinjaLexer.begins(&painter, at: index)) {
        painter.paint(.string, to: index)
        if byte == .ampersand { entity(&painter) } else { JinjaLexer.lex(&painter) }
        index = painter.position
      } else {
        index &+= 1
      }
    }
    painter.paint(.string, to: index)
  }
}

extension Painter {
  fileprivate func elementNameEnd(from start: Int) -> Int {
    var index = start
    while byte(at: index).isElementByte { index &+= 1 }
    return index
  }

  /// The index of `</name`, or the end.
  fileprivate func closingTag(_ name: StaticString) -> Int {
    var from = position
    while let found = index(of: "</", from: from) {
      if matchesFolded(name, at: found &+ 2) { return found }
      from = found &+ 2
    }
    return end
  }
}

extension UInt8 {
  fileprivate var isElementByte: Bool {
    isWord || self == .minus || self == .colon || self == .dot
  }

  fileprivate var isAttributeByte: Bool {
    switch self {
    case 0, .equals, .greater, .slash, .quote, .apostrophe, .less, .openBrace: false
    default: !isSpace
    }
  }
}
