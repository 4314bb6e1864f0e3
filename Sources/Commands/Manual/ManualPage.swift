/// One page for `man`, in roff with the macros of man(7).
package struct ManualPage: Sendable {
  /// `turnbook-build.1`.
  package let fileName: String
  package let text: String
}

extension Program {
  /// A page for the program and one for each command.
  package var manualPages: [ManualPage] {
    places.map { place in
      ManualPage(
        fileName: manualName(place.path) + ".1", text: ManualText(self, place).text)
    }
  }

  /// The name of a command's page: `turnbook-new-page`.
  func manualName(_ path: [String]) -> String {
    ([name] + path).joined(separator: "-")
  }
}

/// The roff of one page.
struct ManualText {
  private let program: Program
  private let place: Program.Place

  init(_ program: Program, _ place: Program.Place) {
    self.program = program
    self.place = place
  }

  private var command: CommandSpec { place.command }
  private var words: String { program.words(for: place.path) }

  var text: String {
    let name = program.manualName(place.path)
    let title = [name.uppercased(), "1", "", program.versionLine, "\(program.name) manual"]
    let lines =
      [".TH " + title.map(Roff.quoted).joined(separator: " ")]
      + [".SH NAME", "\(Roff.text(name)) \\- \(Roff.text(command.summary))"]
      + [".SH SYNOPSIS"] + synopsis
      + [".SH DESCRIPTION"] + description
      + section("COMMANDS", command.allSubcommands.flatMap(entry))
      + section("ARGUMENTS", command.arguments.flatMap(entry))
      + section("FLAGS", command.allFlags.flatMap(entry))
      + section("EXIT STATUS", place.path.isEmpty ? program.exitCodes.flatMap(entry) : [])
      + section("EXAMPLES", command.examples.flatMap(entry))
      + section("SEE ALSO", seeAlso)
    return lines.joined(separator: "\n") + "\n"
  }

  private var synopsis: [String] {
    let name = Roff.bold(words)
    if command.isGroup { return [name + " " + Roff.italic("COMMAND") + " [...]"] }
    let flags = command.flags.map { "[\(Roff.flag($0.spellings[0], value: $0.value?.name))]" }
    return [([name] + flags + command.arguments.map { Roff.text($0.usage) }).joined(separator: " ")]
  }

  private var description: [String] {
    let paragraphs = command.paragraphs.isEmpty ? [command.summary + "."] : command.paragraphs
    return Array(paragraphs.map { [Roff.line($0)] }.joined(separator: [".PP"]))
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [".SH \(title)"] + lines
  }

  private func entry(_ command: CommandSpec) -> [String] {
    [".TP", Roff.bold(command.name), Roff.line(command.summary + ".")]
  }

  private func entry(_ argument: ArgumentSpec) -> [String] {
    [".TP", Roff.italic(argument.name), Roff.line(Usage.explanation(of: argument) + ".")]
  }

  private func entry(_ flag: FlagSpec) -> [String] {
    let forms = flag.spellings.map { Roff.flag($0, value: flag.value?.name) }
    return [
      ".TP", forms.joined(separator: ", "), Roff.line(Usage.explanation(of: flag) + "."),
    ]
  }

  private func entry(_ exitCode: Program.ExitCode) -> [String] {
    [".TP", Roff.bold(String(exitCode.code)), Roff.line(exitCode.meaning + ".")]
  }

  private func entry(_ example: CommandSpec.Example) -> [String] {
    [".PP", Roff.line(example.meaning + ":"), ".PP", ".RS 4", ".EX"]
      + [Roff.line(example.command), ".EE", ".RE"]
  }

  private var seeAlso: [String] {
    let parent = place.path.isEmpty ? [] : [Array(place.path.dropLast())]
    let related = parent + command.subcommands.map { place.path + [$0.name] }
    let pages = related.map { "\(Roff.bold(program.manualName($0)))(1)" }
    return pages.isEmpty ? [] : [pages.joined(separator: ",\n")]
  }
}
