/// Everything that a line can stand in.
enum DraftContainers {
  /// What a line in a container must do without.
  enum Limit {
    case none
    /// Quotes end the title that the line is part of.
    case quotes
    /// Bars end the cell.
    case bars
  }

  struct Container: Sendable {
    var name: String
    var limit = Limit.none
    /// Whether other containers may stand in it.
    var holdsBlocks = true
    /// Whether only a line of text may stand in it.
    var holdsTextOnly = false
    /// `number` is another one for each block.
    var wrap: @Sendable (_ lines: [DraftLine], _ number: Int) -> [DraftLine]
  }

  static let all: [Container] = [
    Container(name: "paragraph") { lines, _ in lines },
    Container(name: "list") { lines, _ in hanging("- ", "  ", lines) },
    Container(name: "starred list") { lines, _ in hanging("*   ", "    ", lines) },
    Container(name: "ordered list") { lines, _ in hanging("1. ", "   ", lines) },
    Container(name: "task", holdsTextOnly: true) { lines, _ in hanging("- [x] ", "  ", lines) },
    Container(name: "nested list") { lines, _ in
      [line("- Outer")] + hanging("    - ", "      ", lines)
    },
    Container(name: "quote") { lines, _ in lines.map { $0.isEmpty ? line(">") : prefixed("> ", $0) }
    },
    Container(name: "alert") { lines, _ in
      [line("> [!NOTE]")] + lines.map { $0.isEmpty ? line(">") : prefixed("> ", $0) }
    },
    Container(name: "admonition") { lines, _ in [line("!!! note")] + indented(lines) },
    Container(name: "titled admonition") { lines, number in
      [line("!!! warning \"Title \(number)\""), []] + indented(lines)
    },
    Container(name: "collapsible") { lines, _ in [line("??? tip \"More\"")] + indented(lines) },
    Container(name: "tab") { lines, number in
      [line("=== \"One \(number)\""), []] + indented(lines)
        + [[], line("=== \"Two \(number)\""), [], line("    Text.")]
    },
    Container(name: "aside") { lines, _ in [line(":::tip[A title]")] + lines + [line(":::")] },
    Container(name: "definition") { lines, number in
      [line("Term \(number)")] + hanging(":   ", "    ", lines)
    },
    Container(name: "HTML") { lines, _ in
      [line("<div markdown>"), []] + lines + [[], line("</div>")]
    },
    Container(name: "details") { lines, _ in
      [line("<details>"), line("<summary>More</summary>"), []] + lines + [[], line("</details>")]
    },
    Container(name: "cell", limit: .bars, holdsBlocks: false) { lines, _ in
      [line("| a | b |"), line("| --- | :-: |")]
        + lines.map { [DraftPiece("| x | ")] + $0 + [DraftPiece(" |")] }
    },
    Container(name: "admonition title", limit: .quotes, holdsBlocks: false) { lines, _ in
      [[DraftPiece("!!! note \"")] + lines[0] + [DraftPiece("\"")], line("    Text.")]
    },
    Container(name: "collapsible title", limit: .quotes, holdsBlocks: false) { lines, _ in
      [[DraftPiece("???+ note \"")] + lines[0] + [DraftPiece("\"")], [], line("    Text.")]
    },
    Container(name: "tab label", limit: .quotes, holdsBlocks: false) { lines, _ in
      [[DraftPiece("=== \"")] + lines[0] + [DraftPiece("\"")], line("    Text.")]
    },
    Container(name: "term", holdsBlocks: false) { lines, _ in [lines[0], line(":   Text.")] },
  ]

  static func line(_ text: String) -> DraftLine { [DraftPiece(text)] }

  private static func prefixed(_ text: String, _ line: DraftLine) -> DraftLine {
    line.isEmpty ? [] : [DraftPiece(text)] + line
  }

  static func indented(_ lines: [DraftLine]) -> [DraftLine] { lines.map { prefixed("    ", $0) } }

  /// The first line after a mark, the others as far in as it.
  static func hanging(_ mark: String, _ space: String, _ lines: [DraftLine]) -> [DraftLine] {
    lines.enumerated().map { prefixed($0 == 0 ? mark : space, $1) }
  }
}
