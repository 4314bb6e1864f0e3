/// Words in single quotes, which mean their characters and nothing else.
package enum ShellQuoting {
  /// For bash and zsh, where nothing is an escape inside the quotes: a quote ends them and begins
  /// them again.
  static func posix(_ word: String) -> String {
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }

  /// The same, without quotes where the word needs none.
  package static func word(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "-_./=@,:+%".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty ? word : posix(word)
  }

  /// For fish, where a backslash escapes a quote and itself.
  static func fish(_ word: String) -> String {
    let escaped = word.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "'" + escaped.joined() + "'"
  }
}
