import Diagnostics
import Patterns

/// A pattern, variant or variable that was published once and is gone.
enum VanishedName: GuideRule {
  static let code = Code(
    "TB-P020", "the names of a pattern stay once they are published", .error,
    explanation: """
      `turnbook.lock` says that the guide had a pattern of this id, or that the pattern had this \
      variant or variable, and it has it no more, usually because a slot or a title was reworded. \
      Scripts that say `turn fill` with the old name fail now.

      Give a variable its old name as an alias in the front matter, a block its old id by \
      ```` ```pattern {#old-id} ````, and a page its old one by `id`. Where it is gone for good, run \
      `turnbook check --update-lock`.
      """)

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    guard let lock = guide.facts.lock, !lock.techniques.isEmpty else { return }
    let patterns = Dictionary(guide.techniques.patterns.map { ($0.id, $0) }) { first, _ in first }
    let published = Set(lock.techniques.map(\.id))
    for technique in lock.techniques {
      guard let pattern = patterns[technique.id] else {
        let near = NearMiss.best(
          for: technique.id, among: patterns.keys.filter { !published.contains($0) }.sorted())
        findings.append(
          finding(
            "the pattern \"\(technique.id)\" was published and is gone", lock, technique.range,
            subject: technique.id,
            help: near.map { "if it is now \"\($0)\", write `id: \(technique.id)` into its page" }
              ?? "write `id: \(technique.id)` into the page that has it now, or run "
              + "`turnbook check --update-lock` if it is gone for good"))
        continue
      }
      check(technique, pattern, lock, &findings)
    }
  }

  private static func check(
    _ technique: PublishedLock.Technique, _ pattern: Pattern, _ lock: PublishedLock,
    _ findings: inout [Diagnostic]
  ) {
    for name in technique.names {
      let known: [String]
      let new: [String]
      switch name.kind {
      case .variant:
        known = pattern.variants.map(\.id)
        new = known
      case .variable:
        known = pattern.variables.flatMap { [$0.name] + $0.aliases }
        new = pattern.variables.map(\.name)
      }
      guard !known.contains(name.text) else { continue }
      let published = Set(technique.names.filter { $0.kind == name.kind }.map(\.text))
      let near = NearMiss.best(for: name.text, among: new.filter { !published.contains($0) })
      findings.append(
        finding(
          "the pattern \"\(technique.id)\" was published with the \(name.kind.rawValue) "
            + "\"\(name.text)\", which is gone", lock, name.range, subject: name.text,
          help: help(name, near)))
    }
  }

  private static func help(_ name: PublishedLock.Technique.Name, _ near: String?) -> String {
    let new = near ?? "NEW_NAME"
    let hint =
      switch name.kind {
      case .variant: "write ```pattern {#\(name.text)} above the block that stands for it now"
      case .variable:
        "write `variables: {\(new): {aliases: [\(name.text)]}}` into the front matter"
      }
    return hint + ", or run `turnbook check --update-lock` if it is gone for good"
  }

  private static func finding(
    _ message: String, _ lock: PublishedLock, _ range: ByteRange, subject: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      code, code.severity, message, path: lock.path, range: range, subject: subject, help: help)
  }
}
