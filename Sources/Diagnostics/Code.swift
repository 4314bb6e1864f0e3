/// The stable name of a kind of finding, such as `TB-Y001`, with what it means.
///
/// The letter tells the stage: `F` files and publishing, `C` configuration, `Y` front matter and
/// YAML, `M` Markdown, `T` templates, `S` site, `L` links, `P` patterns. A code is never reused for
/// another meaning. Every stage declares its codes as static constants in an extension of this
/// type.
package struct Code: Hashable, Sendable {
  package let id: String
  /// The rule in one sentence, as the reference shows it: "front matter ends with a line of three
  /// dashes".
  package let rule: String

  package init(_ id: String, _ rule: String) {
    self.id = id
    self.rule = rule
  }
}
