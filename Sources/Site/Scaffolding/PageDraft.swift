import ByteText
import FileTree

/// A page to begin with: its sections are there, its words are not.
package struct PageDraft: Sendable {
  package enum Kind: Sendable {
    case technique, page
  }

  /// Relative to the content folder.
  package let path: String
  package let text: String

  /// - Parameter name: a title, or the path of a file: `Ask for a plan`, `techniques/plan.md`. nil
  ///   when no file name can be made of it.
  package init?(named name: String, kind: Kind) {
    var folders = name.split(separator: "/").map(String.init)
    guard let last = folders.popLast() else { return nil }
    let base = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    let parts = (folders + [base]).map { SlugRule.unicode.slug(of: $0) }
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    path = parts.joined(separator: "/") + ".md"
    let words =
      base.contains(" ") ? base : base.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    let title = words.prefix(1).uppercased() + words.dropFirst()
    text = kind == .technique ? Self.technique(title) : Self.page(title)
  }

  /// The content folder of the guide in a folder; nil where there is no guide.
  package static func contentFolder(of folder: String) throws(BuildFailure) -> String? {
    if let configuration = try Project.configuration(in: folder, named: "") {
      return Project.joined(folder, configuration.config.folders.content)
    }
    let content = Project.joined(folder, SiteConfig(named: "").folders.content)
    return Discovery.isFolder(content) ? content : nil
  }

  private static func quoted(_ title: String) -> String {
    "\"" + title.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  private static func page(_ title: String) -> String {
    """
    ---
    title: \(quoted(title))
    description: One sentence that says what a reader finds here.
    ---

    # \(title)

    """
  }

  private static func technique(_ title: String) -> String {
    """
    ---
    title: \(quoted(title))
    description: One sentence that says what the technique does and for whom.
    ---

    # \(title)

    ## What It Is

    Say in two or three sentences what a person does differently with this technique.

    ## When to Use It

    - A situation in which it helps

    ## The Pattern

    ```text
    Turn 1: {Goal: what the conversation is for}
    Turn 2: {Refinement: what to change in the answer}
    ```

    **Filled-in example:**

    ```text
    Turn 1: "Suggest a name for a bakery in a railway station."
    Turn 2: "Shorter, and without a pun."
    ```

    ## Examples in Practice

    ### Example 1 — Where it is used

    **Context:** Who asks, and what for.

    ```text
    Turn 1: "…"
    ```

    **Why this works:** What the technique changed.

    ## Common Pitfalls

    !!! warning "What goes wrong"
        **Problem:** What a reader will see.

        **Fix:** What to do about it.

    ## Related Techniques

    """
  }
}
