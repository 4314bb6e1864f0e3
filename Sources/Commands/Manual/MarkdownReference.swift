extension Program {
  /// Every command with its arguments, flags and examples as Markdown, from the level of a section
  /// on, for the reference of a guide.
  package var markdownReference: String {
    places.map { MarkdownReference(program: self, place: $0).text }.joined(separator: "\n")
  }
}

/// The section of one command.
struct MarkdownReference {
  let program: Program
  let place: Program.Place

  private var command: CommandSpec { place.command }
  private var words: String { program.words(for: place.path) }

  var text: String {
    let heading = place.path.isEmpty ? "##" : "###"
    var parts = [
      "\(heading) \(words)\n", Self.escaped(command.summary) + ".\n",
      Self.fence("text", [Usage.line(words, command)]),
    ]
    parts += command.paragraphs.map { Self.escaped($0) + "\n" }
    parts.append(
      Self.table(
        "argument", command.arguments.map { ($0.name, Usage.explanation(of: $0)) }))
    parts.append(
      Self.table(
        "flag",
        command.flags.map { flag in
          let short = flag.shortSpelling.map { $0 + ", " } ?? ""
          return (short + Usage.longForm(of: flag), Usage.explanation(of: flag))
        }))
    for example in command.examples {
      parts.append(
        Self.escaped(example.meaning) + ":\n\n" + Self.fence("console", ["$ " + example.command]))
    }
    if place.path.isEmpty {
      parts.append(
        Self.table("exit code", program.exitCodes.map { (String($0.code), $0.meaning) }))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func fence(_ language: String, _ lines: [String]) -> String {
    "```\(language)\n\(lines.joined(separator: "\n"))\n```\n"
  }

  private static func table(_ title: String, _ rows: [(label: String, text: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    return "| \(title) | meaning |\n| --- | --- |\n"
      + rows.map { "| `\($0.label.replacing("|", with: "\\|"))` | \(escaped($0.text)) |\n" }
      .joined()
  }

  /// Text in which no sign means anything to Markdown.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, sign in
      if "\\`*_[]<>&|{}".contains(sign) { escaped.append("\\") }
      escaped.append(sign)
    }
  }
}
