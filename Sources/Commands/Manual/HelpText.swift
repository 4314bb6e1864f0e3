extension Program {
  /// What `--help` prints for the command at `path`: usage, description, arguments, flags and
  /// examples, no line longer than `width` where words allow it. Ends with a line break. An unknown
  /// path gives the program's own help.
  package func help(for path: [String], width: Int = 80) -> String {
    let place = place(at: path) ?? Place(path: [], command: root)
    return HelpText(program: self, place: place, width: width).text
  }
}

/// The help of one command.
struct HelpText {
  let program: Program
  let place: Program.Place
  let width: Int

  private var command: CommandSpec { place.command }
  private var words: String { program.words(for: place.path) }

  /// The widest left column; a longer label has its text on the next line.
  private static let widestLabel = 28

  var text: String {
    var sections = [
      TextWrap.lines(command.summary + ".", width: width),
      TextWrap.lines("Usage: " + Usage.line(words, command), width: width, hanging: 7),
    ]
    sections += command.paragraphs.map { TextWrap.lines($0, width: width) }
    sections += [
      table("Commands", command.allSubcommands.map { ($0.name, $0.summary) }),
      table("Arguments", command.arguments.map { ($0.name, Usage.explanation(of: $0)) }),
      table("Flags", command.allFlags.map { (label(of: $0), Usage.explanation(of: $0)) }),
      examples,
      exitCodes,
      closing,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  /// All flags keep the room of a short one, so that the long names stand below each other.
  private func label(of flag: FlagSpec) -> String {
    let short = flag.shortSpelling.map { $0 + ", " } ?? "    "
    return short + Usage.longForm(of: flag)
  }

  private func table(_ title: String, _ rows: [(label: String, text: String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let labels = rows.map(\.label.count)
    let column = (labels.filter { $0 <= Self.widestLabel }.max() ?? Self.widestLabel) + 4
    let margin = String(repeating: " ", count: column)
    return [title + ":"]
      + rows.flatMap { row -> [String] in
        let lines = TextWrap.lines(row.text, width: max(width - column, 20))
        let label = "  " + row.label
        if label.count > column - 2 { return [label] + lines.map { margin + $0 } }
        let padding = String(repeating: " ", count: column - label.count)
        return zip([label + padding] + lines.dropFirst().map { _ in margin }, lines).map(+)
      }
  }

  private var examples: [String] {
    guard !command.examples.isEmpty else { return [] }
    return ["Examples:"]
      + command.examples.flatMap { example in
        ["  " + example.command]
          + TextWrap.lines(example.meaning, width: width - 6).map { "      " + $0 }
      }
  }

  private var exitCodes: [String] {
    guard place.path.isEmpty else { return [] }
    return table("Exit codes", program.exitCodes.map { (String($0.code), $0.meaning) })
  }

  private var closing: [String] {
    guard command.isGroup else { return [] }
    return TextWrap.lines("Run '\(words) help COMMAND' for more about a command.", width: width)
  }
}
