/// Which constructs beyond CommonMark 0.30 a site writes in. Everything on is the default;
/// everything off is CommonMark.
package struct Dialect: Sendable, Hashable {
  package var admonitions = true
  package var collapsibles = true
  package var tabs = true
  package var tables = true
  package var codeAttributes = true
  package var highlighting = true
  package var diagrams = true
  package var attributeLists = true
  package var footnotes = true
  package var taskLists = true
  package var definitionLists = true
  package var abbreviations = true
  package var markdownInHTML = true
  package var snippets = true
  package var emoji = true
  package var alerts = true
  package var asides = true
  package var autolinks = true
  package var marks = true
  package var strikethrough = true
  package var superscripts = true
  package var subscripts = true
  /// Quotes, dashes and ellipses become typographic ones; off unless a site asks for it.
  package var smartPunctuation = false
  package var html = HTMLPolicy.allow
  package var tabAnchors = TabAnchors.number

  /// What the anchor of a tab is made of, besides the one that every tab has by its number.
  package enum TabAnchors: String, Sendable, Hashable, CaseIterable {
    case number
    /// Its label, as pymdownx.tabbed with `slugify`.
    case label
    /// The anchor of the heading above it and its label, as with `combine_header_slug`.
    case heading
  }

  package init() {}

  /// CommonMark 0.30 and nothing else.
  package static let commonMark: Dialect = {
    var dialect = Dialect()
    for (_, key) in switches { dialect[keyPath: key] = false }
    return dialect
  }()

  /// The switches by their names in `turnbook.yml`.
  package static var switches:
    [(name: String, key: any (WritableKeyPath<Dialect, Bool> & Sendable))]
  {
    [
      ("admonitions", \.admonitions), ("collapsibles", \.collapsibles), ("tabs", \.tabs),
      ("tables", \.tables), ("code_attributes", \.codeAttributes),
      ("highlighting", \.highlighting), ("diagrams", \.diagrams),
      ("attribute_lists", \.attributeLists),
      ("footnotes", \.footnotes), ("task_lists", \.taskLists),
      ("definition_lists", \.definitionLists), ("abbreviations", \.abbreviations),
      ("markdown_in_html", \.markdownInHTML), ("snippets", \.snippets), ("emoji", \.emoji),
      ("alerts", \.alerts), ("asides", \.asides), ("autolinks", \.autolinks),
      ("marks", \.marks), ("strikethrough", \.strikethrough),
      ("superscripts", \.superscripts), ("subscripts", \.subscripts),
      ("smart_punctuation", \.smartPunctuation),
    ]
  }
}
