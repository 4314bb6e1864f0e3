/// The short forms that help and manual pages share.
enum Usage {
  /// `turnbook build [FLAGS] [FOLDER]`.
  static func line(_ words: String, _ command: CommandSpec) -> String {
    if command.isGroup { return words + " COMMAND [ARGUMENTS]" }
    let flags = command.flags.isEmpty ? [] : ["[FLAGS]"]
    return ([words] + flags + command.arguments.map(\.usage)).joined(separator: " ")
  }

  /// `--output DIR`, `--[no-]color`.
  static func longForm(of flag: FlagSpec) -> String {
    if flag.kind == .negatable { return "--[no-]\(flag.long)" }
    return "--\(flag.long)" + (flag.value.map { " \($0.name)" } ?? "")
  }

  /// The help of a flag with what its value may be and what stands for it when it is absent.
  static func explanation(of flag: FlagSpec) -> String {
    let text = explanation(flag.help, flag.value?.kind, flag.defaultText)
    return flag.isRepeated ? text + " (may be repeated)" : text
  }

  static func explanation(of argument: ArgumentSpec) -> String {
    explanation(argument.help, argument.kind, argument.defaultText)
  }

  private static func explanation(
    _ help: String, _ kind: ValueKind?, _ defaultText: String?
  ) -> String {
    var text = help
    if let choices = kind?.choices, !choices.isEmpty {
      text += ": " + choices.joined(separator: ", ")
    }
    if let defaultText { text += " (default: \(defaultText))" }
    return text
  }
}
