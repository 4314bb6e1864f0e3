package import Diagnostics

/// What is known of a code, for a terminal: lines of at most 80 characters but for those of
/// examples.
package struct ExplanationText: Sendable {
  private static let width = 80

  /// Whether titles and code stand out; without, code keeps its backticks.
  private let color: Bool

  package init(color: Bool) { self.color = color }

  /// The explanation of one code, with its examples.
  package func text(of code: Code) -> String {
    var text = Self.wrapped("\(code.id): \(code.rule)").map(bold).joined(separator: "\n")
    text += "\n\nSeverity: \(code.severity.rawValue)\n"
    for block in Self.blocks(of: code.explanation) { text += "\n" + styled(block) + "\n" }
    for (title, example) in [("Wrong:", code.wrong), ("Right:", code.right)] {
      guard let example else { continue }
      text += "\n" + bold(title) + "\n\n"
      for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : "    \(line)\n"
      }
    }
    return text
  }

  /// One line or two for each code, grouped by what they are about.
  package func list(of codes: [Code]) -> String {
    let column = String(repeating: " ", count: 18)
    let groups = CodeGroup.all(of: codes).map { group in
      let title = bold("\(group.letter): \(group.title)")
      return group.codes.reduce(into: title + "\n") { text, code in
        let severity = code.severity.rawValue
        let gap = String(repeating: " ", count: max(1, 9 - severity.count))
        let rule = Self.wrapped(code.rule, width: Self.width - column.count)
        text += "  \(code.id) \(severity)\(gap)" + rule.joined(separator: "\n" + column) + "\n"
      }
    }
    return groups.joined(separator: "\n")
  }

  /// The paragraphs and list items of an explanation, each in lines.
  private static func blocks(of explanation: String) -> [String] {
    var blocks: [String] = []
    for paragraph in explanation.split(separator: "\n\n") {
      var items: [(text: String, indent: String)] = []
      for line in paragraph.split(separator: "\n") {
        if line.hasPrefix("- ") || items.isEmpty {
          items.append((String(line), line.hasPrefix("- ") ? "  " : ""))
        } else {
          items[items.count - 1].text += " " + line
        }
      }
      blocks.append(
        items.map { item in
          wrapped(item.text, width: width - item.indent.count)
            .joined(separator: "\n" + item.indent)
        }.joined(separator: "\n"))
    }
    return blocks
  }

  private static func wrapped(_ text: String, width: Int = width) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? "" : " "
      line += word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private func bold(_ text: String) -> String { color ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Code in bold, also where it goes on in the next line.
  private func styled(_ block: String) -> String {
    guard color else { return block }
    var isCode = false
    return block.split(separator: "\n").map { line in
      var text = ""
      for (index, part) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      {
        if index > 0 { isCode.toggle() }
        text += isCode && !part.isEmpty ? bold(String(part)) : String(part)
      }
      return text
    }.joined(separator: "\n")
  }
}
