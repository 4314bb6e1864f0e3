/// Makefiles: targets, variables, directives; recipes are shell.
enum MakefileLexer {
  private static let directives = WordTable([
    (
      .keyword,
      """
      -include define else endef endif export ifdef ifeq ifndef ifneq include override private \
      sinclude undefine unexport vpath
      """
    )
  ])

  static func lex(_ painter: inout Painter) {
    while !painter.isAtEnd {
      let end = painter.lineEnd(from: painter.position)
      if painter.peek() == .tab {
        recipe(&painter, end)
      } else {
        line(&painter, end)
      }
      painter.skipSpace(to: min(painter.position &+ 1, painter.end))
    }
  }

  private static func recipe(_ painter: inout Painter, _ end: Int) {
    painter.skipBlanks()
    if painter.peek() == .at || painter.peek() == .minus, painter.position < end {
      painter.paint(.directive, count: 1)
    }
    var limit = end
    while limit < painter.end, painter.bytes[limit &- 1] == .backslash {
      limit = painter.lineEnd(from: limit &+ 1)
    }
    painter.embed(upTo: max(limit, painter.position)) {
      var shell = ShellLexer(.makeRecipe)
      shell.run(&$0)
    }
  }

  private static func line(_ painter: inout Painter, _ end: Int) {
    painter.skipBlanks()
    let start = painter.position
    guard start < end else { return }
    var wordEnd = start
    while wordEnd < end, painter.bytes[wordEnd].isWord || painter.bytes[wordEnd] == .minus {
      wordEnd &+= 1
    }
    let entry = directives.word(in: painter.bytes, start, wordEnd)
    if entry != .none { painter.paint(entry.style, to: wordEnd) }
    painter.skipBlanks()
    if let sign = painter.makeSign(upTo: end) {
      let isAssignment = painter.isMakeAssignment(at: sign)
      names(&painter, sign, isAssignment ? .variable : .function)
    }
    names(&painter, end, .plain)
  }

  /// Paints up to `end` in a style, apart from variables and a comment.
  private static func names(_ painter: inout Painter, _ end: Int, _ style: Style) {
    var index = painter.position
    while index < end {
      let byte = painter.bytes[index]
      if byte == .hash {
        painter.paint(style, to: index)
        return painter.paint(.comment, to: painter.lineEnd(from: index))
      }
      guard byte == .dollar else {
        index &+= 1
        continue
      }
      painter.paint(style, to: index)
      let next = painter.peek(1)
      let closer = next == .openParen ? UInt8.closeParen : .closeBrace
      if next == .openParen || next == .openBrace {
        let close = painter.index(of: closer, from: index, upTo: end)
        index = close.map { $0 &+ 1 } ?? end
      } else {
        index = min(index &+ (next >= 0x80 ? 1 : 2), end)
      }
      painter.paint(.variable, to: index)
    }
    painter.paint(style, to: max(painter.position, end))
  }
}

extension Painter {
  /// The index of the first `:` or `=` outside of variables, with what may stand before it in `:=`,
  /// `?=`, `+=`, `!=`.
  fileprivate func makeSign(upTo limit: Int) -> Int? {
    var depth = 0
    for index in position..<max(position, limit) {
      switch bytes[index] {
      case .openParen, .openBrace: depth += 1
      case .closeParen, .closeBrace: depth -= 1
      case .hash: return nil
      case .equals where depth == 0:
        let before = byte(at: index &- 1)
        let isPair = before == .question || before == .plus || before == .exclamation
        return isPair && index > position ? index &- 1 : index
      case .colon where depth == 0: return index
      default: break
      }
    }
    return nil
  }

  fileprivate func isMakeAssignment(at sign: Int) -> Bool {
    if bytes[sign] != .colon { return true }
    let afterColons = sign &+ count(of: .colon, from: sign)
    return byte(at: afterColons) == .equals
  }
}
