package import Diagnostics

/// The part of a guide's reference that explains the codes of findings, as Markdown: one page for
/// each code, and one that lists them.
package struct ReferencePages: Sendable {
  package struct File: Sendable {
    package let path: String
    package let text: String
  }

  private let codes: [Code]

  package init(_ codes: [Code]) { self.codes = codes }

  /// All pages, by their paths in the folder of the reference.
  package var files: [File] {
    [File(path: "index.md", text: index)]
      + codes.map { File(path: Self.fileName(of: $0), text: Self.page(of: $0)) }
  }

  package static func fileName(of code: Code) -> String { code.id.lowercased() + ".md" }

  package static func page(of code: Code) -> String {
    var text = """
      ---
      kind: page
      ---

      # \(code.id): \(escaped(code.rule))

      **Severity:** \(code.severity.rawValue)

      \(code.explanation)

      """
    for (title, example) in [("Wrong", code.wrong), ("Right", code.right)] {
      guard let example else { continue }
      text += "\n## \(title)\n\n" + block(of: example, language: code.language)
    }
    return text + "\n[All diagnostics](index.md)\n"
  }

  private var index: String {
    var text = """
      ---
      description: Every code of a finding, with its severity and the rule that it stands for.
      kind: index
      ---

      # Diagnostics

      Every finding ends with a code such as `[TB-M001]`. Its page says why the rule is there, what \
      happens to the guide otherwise, and what to do. `turnbook explain TB-M001` shows the same in \
      the terminal. The severity is the usual one; some findings of a code matter less.

      """
    for group in CodeGroup.all(of: codes) {
      text +=
        "\n## \(group.letter): \(group.title)\n\n| code | severity | rule |\n| --- | --- | --- |\n"
      for code in group.codes {
        text +=
          "| [\(code.id)](\(Self.fileName(of: code))) | \(code.severity.rawValue) | "
          + Self.escaped(code.rule) + " |\n"
      }
    }
    return text
  }

  /// A fenced block. The fence is longer than any run of its sign in the text, and what would
  /// include a file even in a fence is escaped.
  private static func block(of text: String, language: String) -> String {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    // A template is HTML with tags between.
    let language = language == "mustache" ? "html" : language
    let fence = String(repeating: "`", count: longest + 1)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.drop { $0 == " " }.hasPrefix("--8<--") ? ";" + line : String(line)
    }
    return "\(fence)\(language)\n\(lines.joined(separator: "\n"))\n\(fence)\n"
  }

  /// Text in which no sign means anything to Markdown.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, sign in
      if "\\`*_[]<>&|{}".contains(sign) { escaped.append("\\") }
      escaped.append(sign)
    }
  }
}

/// The codes of one letter.
struct CodeGroup {
  let letter: Character
  let codes: [Code]

  /// What the letter stands for.
  var title: String {
    switch letter {
    case "C": "configuration"
    case "D": "diagrams"
    case "F": "files and publishing"
    case "L": "links"
    case "M": "Markdown"
    case "P": "techniques and their patterns"
    case "S": "the site as a whole"
    case "T": "templates"
    case "V": "serving a guide while it is written"
    case "Y": "YAML and front matter"
    default: "others"
    }
  }

  static func all(of codes: [Code]) -> [CodeGroup] {
    Dictionary(grouping: codes, by: \.letter).sorted { $0.key < $1.key }
      .map { CodeGroup(letter: $0.key, codes: $0.value) }
  }
}
