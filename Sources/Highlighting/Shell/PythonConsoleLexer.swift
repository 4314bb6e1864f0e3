/// A session with Python: `>>>` and `...` before code, output otherwise.
enum PythonConsoleLexer {
  static func lex(_ painter: inout Painter) {
    while !painter.isAtEnd {
      let end = painter.lineEnd(from: painter.position)
      let isPrompt = painter.matches(">>>") || painter.matches("...")
      if isPrompt, painter.peek(3).isSpace || painter.position &+ 3 == end {
        painter.paint(.prompt, count: 3)
        painter.embed(upTo: end) { CodeLexer.lex(&$0, .python) }
      } else {
        painter.paint(.output, to: end)
      }
      painter.skipSpace(to: min(end &+ 1, painter.end))
    }
  }
}
