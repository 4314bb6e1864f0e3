/// A technique as programs run it: what a pattern file holds. `turn` knows nothing else of a guide.
///
/// The order of the properties is that of the file's keys.
package struct Pattern: Sendable, Hashable {
  /// Stable; a slug.
  package var id: String
  package var title: String
  package var description: String
  /// A language tag, such as `en`.
  package var language: String
  /// The page and its Markdown, relative to the site's root.
  package var url: String
  package var markdownURL: String
  package var source: Source
  package var tags: [String]
  package var goal: Goal?
  /// The platforms that the page names, with what the site says of them.
  package var platforms: [Platform]
  package var whenToUse: [String]
  /// Of all variants, in the order of their first use.
  package var variables: [Variable]
  /// The first is the main one.
  package var variants: [Variant]
  /// The worked examples.
  package var examples: [WorkedExample]
  package var pitfalls: [Pitfall]
  package var related: [Related]
  package var reading: [Reading]

  package init(
    id: String, title: String, description: String = "", language: String = "en",
    url: String = "", markdownURL: String = "", source: Source = Source(path: "", sha256: "")
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.language = language
    self.url = url
    self.markdownURL = markdownURL
    self.source = source
    tags = []
    platforms = []
    whenToUse = []
    variables = []
    variants = []
    examples = []
    pitfalls = []
    related = []
    reading = []
  }
}

extension Pattern {
  /// The page that a pattern was taken from.
  package struct Source: Sendable, Hashable {
    /// In the content folder.
    package var path: String
    /// Of the page's bytes, in lower-case hexadecimal digits.
    package var sha256: String

    package init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  package struct Goal: Sendable, Hashable {
    package var statement: String
    package var doneWhen: [String]

    package init(statement: String, doneWhen: [String]) {
      self.statement = statement
      self.doneWhen = doneWhen
    }
  }

  package struct Platform: Sendable, Hashable {
    package var id: String
    package var name: String
    /// Tokens; nil where the site does not say.
    package var window: Int?

    package init(id: String, name: String, window: Int?) {
      self.id = id
      self.name = name
      self.window = window
    }
  }

  package struct Pitfall: Sendable, Hashable {
    package var title: String
    /// The type of the box: `warning`.
    package var severity: String
    package var problem: String?
    package var fix: String?
    /// What a pitfall without problem and fix says.
    package var text: String?

    package init(
      title: String, severity: String, problem: String? = nil, fix: String? = nil,
      text: String? = nil
    ) {
      self.title = title
      self.severity = severity
      self.problem = problem
      self.fix = fix
      self.text = text
    }
  }

  package struct Related: Sendable, Hashable {
    /// Nil where the target is no technique of the guide.
    package var id: String?
    /// Relative to the site's root, or an address on another site; as written where it is broken.
    package var href: String
    package var title: String
    package var note: String?

    package init(id: String?, href: String, title: String, note: String?) {
      self.id = id
      self.href = href
      self.title = title
      self.note = note
    }
  }

  package struct Reading: Sendable, Hashable {
    package var text: String
    package var url: String

    package init(text: String, url: String) {
      self.text = text
      self.url = url
    }
  }
}
