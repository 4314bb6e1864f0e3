/// One command: what it is called, what it takes, and what help says about it.
///
/// A command with subcommands only chooses between them and takes no arguments. `--help` and
/// `--version` belong to every command and `help` to every command with subcommands, without being
/// named here.
package struct CommandSpec: Sendable {
  package let name: String
  /// One line without a full stop, for lists of commands: `Build the guide`.
  package let summary: String
  /// Paragraphs with empty lines between them; may be empty.
  package let description: String
  package let subcommands: [CommandSpec]
  package let arguments: [ArgumentSpec]
  package let flags: [FlagSpec]
  package let examples: [Example]

  package struct Example: Sendable {
    package let command: String
    /// What it does, a sentence without a full stop.
    package let meaning: String

    package init(_ command: String, _ meaning: String) {
      self.command = command
      self.meaning = meaning
    }
  }

  package init(
    _ name: String, _ summary: String, description: String = "", subcommands: [CommandSpec] = [],
    arguments: [ArgumentSpec] = [], flags: [FlagSpec] = [], examples: [Example] = []
  ) {
    self.name = name
    self.summary = summary
    self.description = description
    self.subcommands = subcommands
    self.arguments = arguments
    self.flags = flags
    self.examples = examples
  }
}

extension CommandSpec {
  /// Whether the command only chooses between others.
  var isGroup: Bool { !subcommands.isEmpty }

  /// The flags declared and those of every command.
  var allFlags: [FlagSpec] { flags + [.help, .version] }

  /// The subcommands declared and `help`.
  var allSubcommands: [CommandSpec] { isGroup ? subcommands + [help] : [] }

  var paragraphs: [String] {
    description.split(separator: "\n\n").map { String($0) }
  }

  private var help: CommandSpec {
    CommandSpec(
      Self.helpName, "Show help for a command",
      arguments: [
        .repeated(
          "COMMAND", .choice(subcommands.map(\.name)), minimum: 0, "The command to explain")
      ])
  }

  static let helpName = "help"
}
