import Diagnostics

/// The twelve types of admonitions, and the other names that Material for MkDocs, GitHub and
/// Starlight have for them.
enum AdmonitionType {
  private static let types: [String: String] = [
    "note": "note", "seealso": "note",
    "abstract": "abstract", "summary": "abstract", "tldr": "abstract",
    "info": "info", "todo": "info",
    "tip": "tip", "hint": "tip", "important": "tip",
    "success": "success", "check": "success", "done": "success",
    "question": "question", "help": "question", "faq": "question",
    "warning": "warning", "caution": "warning", "attention": "warning",
    "failure": "failure", "fail": "failure", "missing": "failure",
    "danger": "danger", "error": "danger",
    "bug": "bug",
    "example": "example",
    "quote": "quote", "cite": "quote",
  ]

  /// The type of a name in lower case.
  static func named(_ name: String) -> String? { types[name] }

  static func suggestion(for name: String) -> String {
    if let near = NearMiss.best(for: name, among: types.keys.sorted()) {
      return "did you mean \"\(near)\"?"
    }
    return "the types are \(Set(types.values).sorted().joined(separator: ", "))"
  }
}
