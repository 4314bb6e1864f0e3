/// A small guide that builds as it is, to begin a new one with.
package enum GuideDraft {
  /// Path and content of each file.
  package static var files: [(path: String, text: String)] {
    var files = [
      ("turnbook.yml", configuration), ("content/index.md", start),
      (".gitignore", "/site/\n/.turnbook-cache\n/.turnbook-links\n"),
    ]
    if let draft = PageDraft(named: "techniques/Ask for a plan first", kind: .technique) {
      files.append(("content/" + draft.path, draft.text))
    }
    return files
  }

  private static let configuration = """
    name: My guide
    description: Techniques that work for us.
    language: en

    # The address it is published at; canonical links, the site map and the feed need it.
    # url: https://example.org/guide/

    """

  private static let start = """
    ---
    title: My guide
    description: Techniques that work for us.
    ---

    # My guide

    Each page of this guide describes one way to work with a language model, with a pattern to fill in.

    - [Ask for a plan first](techniques/ask-for-a-plan-first.md)

    !!! tip "Begin here"
        Change the page above, then run `turnbook build` again.

    """
}
