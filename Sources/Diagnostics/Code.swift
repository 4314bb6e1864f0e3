/// The stable name of a kind of finding, such as `TB-Y001`, with everything that the reference says
/// of it.
///
/// The letter tells the stage: `F` files and publishing, `C` configuration, `Y` front matter and
/// YAML, `M` Markdown, `T` templates, `S` site, `L` links, `P` techniques and their patterns, `V`
/// serving, `D` diagrams. A code is never reused for another meaning. Every stage declares its codes as static
/// constants in an extension of this type.
///
/// A class, though nothing of it ever changes: each finding refers to one.
package final class Code: Sendable {
  package let id: String
  /// The rule in one sentence, as the reference shows it: "front matter ends with a line of three
  /// dashes".
  package let rule: String
  /// How much a finding matters when nobody says otherwise. Some findings of a code matter less.
  package let severity: Severity
  /// Markdown: why the rule is there, and what to do about a finding.
  package let explanation: String
  /// A source that breaks the rule; nil where no excerpt can show it.
  package let wrong: String?
  /// The same, mended.
  package let right: String?
  /// The language of both.
  package let language: String

  package init(
    _ id: String, _ rule: String, _ severity: Severity = .error, explanation: String = "",
    wrong: String? = nil, right: String? = nil, language: String = "markdown"
  ) {
    self.id = id
    self.rule = rule
    self.severity = severity
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
    self.language = language
  }
}

extension Code: Hashable {
  package static func == (left: Code, right: Code) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
