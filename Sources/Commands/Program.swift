/// A program's whole command line as a value: parsing, help, manual pages and completions are all
/// made from it.
package struct Program: Sendable {
  /// The command without a subcommand; its name is the program's.
  package let root: CommandSpec
  package let version: String
  package let exitCodes: [ExitCode]

  package struct ExitCode: Hashable, Sendable {
    package let code: Int
    /// When the program ends with it, a sentence without a full stop.
    package let meaning: String

    package init(_ code: Int, _ meaning: String) {
      self.code = code
      self.meaning = meaning
    }
  }

  /// A table that contradicts itself stops a debug build.
  package init(_ root: CommandSpec, version: String, exitCodes: [ExitCode] = []) {
    self.root = root
    self.version = version
    self.exitCodes = exitCodes
    assert(root.contradictions.isEmpty, root.contradictions.joined(separator: "\n"))
  }

  package var name: String { root.name }

  /// What `--version` prints, without a line break.
  package var versionLine: String { "\(name) \(version)" }
}

extension Program {
  /// A command with the names that lead to it from the program: none for the program itself.
  package struct Place: Sendable {
    package let path: [String]
    package let command: CommandSpec
  }

  /// Every command that has a spec of its own, parents before children, in the table's order.
  package var places: [Place] { places(at: [], root) }

  /// The command that the names lead to.
  package func place(at path: some Sequence<String>) -> Place? {
    var command = root
    for name in path {
      guard let next = command.subcommands.first(where: { $0.name == name }) else { return nil }
      command = next
    }
    return Place(path: Array(path), command: command)
  }

  /// What a person types to reach a command: `turnbook new page`.
  package func words(for path: [String]) -> String {
    ([name] + path).joined(separator: " ")
  }

  private func places(at path: [String], _ command: CommandSpec) -> [Place] {
    [Place(path: path, command: command)]
      + command.subcommands.flatMap { places(at: path + [$0.name], $0) }
  }
}
