/// Words in single quotes, which mean their characters and nothing else.
enum ShellQuoting {
  /// For bash and zsh, where nothing is an escape inside the quotes: a quote ends them and begins
  /// them again.
  static func posix(_ word: String) -> String {
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }

  /// For fish, where a backslash escapes a quote and itself.
  static func fish(_ word: String) -> String {
    let escaped = word.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "'" + escaped.joined() + "'"
  }
}
