/// What the sections and labels are called that a pattern is read from. Names are matched whole,
/// letter case aside.
package struct SectionNames: Sendable, Hashable {
  package enum Section: Sendable, Hashable, CaseIterable {
    case pattern, examples, pitfalls, related, reading, whenToUse
  }

  private var sections: [String: Section] = [:]
  /// Bold labels: `context`, `problem`, …
  package var context: Set<String> = ["context"]
  package var why: Set<String> = [
    "why this works", "why it works", "why this worked", "why it worked",
  ]
  package var problem: Set<String> = ["problem"]
  package var fix: Set<String> = ["fix", "solution"]

  package init() {
    name(["The Pattern", "Pattern", "Patterns", "The Patterns"], .pattern)
    name(["Examples in Practice", "Examples", "Worked Examples"], .examples)
    name(["Common Pitfalls", "Pitfalls", "Common Mistakes"], .pitfalls)
    name(["Related Techniques", "Related Patterns", "Related", "See Also"], .related)
    name(["Further Reading", "References"], .reading)
    name(["When to Use It", "When to Use", "When to Use This"], .whenToUse)
  }

  /// Adds names of a section.
  package mutating func name(_ names: [String], _ section: Section) {
    for name in names { sections[Self.folded(name)] = section }
  }

  package func section(named title: String) -> Section? { sections[Self.folded(title)] }

  /// The words of which a page must have one in a heading to have a pattern.
  package var headingWords: [String] {
    let names = sections.filter { $0.value == .pattern }.map(\.key).sorted()
    return names.filter { name in !names.contains { $0 != name && name.contains($0) } }
  }

  static func folded(_ title: String) -> String { spaced(title).lowercased() }

  /// Text with each run of white space as one space, and none at the ends.
  static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
