/// Differences between files, line by line: unified, context and what git writes around them.
enum DiffLexer {
  private static let headers: [StaticString] = [
    "@@", "diff ", "index ", "Index: ", "similarity ", "rename ", "copy ", "new file", "new mode",
    "deleted file", "old mode", "Binary files", "commit ", "Only in ", "***************",
  ]

  static func lex(_ painter: inout Painter) {
    var isNewFile = false
    while !painter.isAtEnd {
      let end = painter.lineEnd(from: painter.position)
      let isOldFile = painter.matches("--- ") && painter.matches("+++ ", at: end &+ 1)
      let style = isOldFile || isNewFile ? .heading : style(of: &painter)
      isNewFile = isOldFile
      painter.paint(style, to: end)
      painter.skipSpace(to: min(end &+ 1, painter.end))
    }
  }

  private static func style(of painter: inout Painter) -> Style {
    switch painter.peek() {
    case .plus, .greater: return .inserted
    case .minus, .less: return .deleted
    case .exclamation: return .inserted
    case .backslash: return .comment
    case .space, .newline: return .plain
    default: return headers.contains { painter.matches($0) } ? .heading : .plain
    }
  }
}
