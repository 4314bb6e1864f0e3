/// The marks of Jinja, Twig, Liquid and Mustache: `{{ … }}`, `{% … %}`, `{# … #}`.
enum JinjaLexer {
  private static let words = WordTable([
    (
      .keyword,
      """
      and as autoescape block call continue do elif else embed endautoescape endblock endcall \
      endembed endfilter endfor endif endmacro endraw endset endtrans endwith extends filter for \
      from if ignore import in include is loop macro missing not or raw recursive scoped set trans \
      unless with without
      """
    ),
    (.builtin, "true false none True False None self super loop"),
  ])

  /// Whether a mark begins at the position or at `index`.
  static func begins(_ painter: inout Painter, at index: Int? = nil) -> Bool {
    let index = index ?? painter.position
    guard painter.byte(at: index) == .openBrace else { return false }
    switch painter.byte(at: index &+ 1) {
    case .openBrace, .percent: return true
    // `{#if` is a block of Svelte.
    case .hash: return !painter.byte(at: index &+ 2).isLetter
    default: return false
    }
  }

  /// Reads the mark at the position to its end.
  static func lex(_ painter: inout Painter) {
    let kind = painter.peek(1)
    if kind == .hash {
      let close = painter.index(of: "#}", from: painter.position &+ 2)
      return painter.paint(.comment, to: close.map { $0 &+ 2 } ?? painter.end)
    }
    let closer = kind == .percent ? UInt8.percent : .closeBrace
    painter.paint(.directive, count: painter.peek(2) == .minus ? 3 : 2)
    while !painter.isAtEnd {
      let byte = painter.peek()
      if byte == closer, painter.peek(1) == .closeBrace {
        return painter.paint(.directive, count: 2)
      }
      switch byte {
      case .minus where painter.peek(1) == closer && painter.peek(2) == .closeBrace:
        return painter.paint(.directive, count: 3)
      case .quote, .apostrophe: painter.paintString()
      case .less where painter.matches("<!--"):
        let close = painter.index(of: "-->", from: painter.position)
        painter.paint(.comment, to: close.map { $0 &+ 3 } ?? painter.end)
      case _ where byte.isDigit: painter.paint(.number, to: painter.numberEnd())
      case _ where byte.isLetter:
        let end = painter.wordEnd(from: painter.position)
        painter.paint(words.word(in: painter.bytes, painter.position, end).style, to: end)
      case _ where byte.isSpace: painter.skipSpace()
      default: painter.paint(.plain, count: 1)
      }
    }
  }
}
