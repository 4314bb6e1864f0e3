package import Diagnostics
package import YAML

/// What a page says about itself before its text. Every value keeps its place, so that later stages
/// can point at it.
///
/// A value of the wrong type is reported when the page is read and is nil here.
package struct FrontMatter: Sendable, Hashable {
  package var title: Located<String>?
  package var description: Located<String>?
  /// The stable id of the technique.
  package var id: Located<String>?
  package var kind: Located<PageKind>?
  /// Ids of platforms; nil where the key is absent. Whether the site declares them is checked
  /// later.
  package var platforms: [Located<String>]?
  package var pitfalls: [Pitfall] = []
  package var related: [Related] = []
  package var variables: [Variable] = []
  package var goal: Goal?
  /// False where the author switched the extraction of patterns off.
  package var extractsPattern = true
  /// The last part of the page's URL.
  package var slug: Located<String>?
  package var tags: [Located<String>] = []
  package var date: Located<YAMLDate>?
  package var updated: Located<YAMLDate>?
  package var authors: [Located<String>] = []
  package var isDraft = false
  /// The place among the pages of the same folder, ascending.
  package var order: Int?
  /// URLs or source paths at which the page stood before.
  package var redirectFrom: [Located<String>] = []
  package var search = Search()
  /// The name of a page template.
  package var template: Located<String>?
  /// The picture that other sites show beside a link to the page: a file or an address.
  package var image: Located<String>?
  /// Parts of the page that its template leaves out, such as `toc`.
  package var hide: [Located<String>] = []
  /// The keys that are not in this list, in their order, for templates.
  package var meta: [YAMLEntry] = []

  package init() {}
}

/// What a page is for; picks its template and what is demanded of it.
package enum PageKind: String, Sendable, Hashable, CaseIterable {
  case technique
  case page
  case index
  case useCase = "use-case"
  case question
}

extension FrontMatter {
  /// Something that goes wrong with the technique.
  package struct Pitfall: Sendable, Hashable {
    package var title: Located<String>
    package var problem: Located<String>?
    package var fix: Located<String>?
    package var severity: Located<String>?
    package var range: ByteRange
  }

  /// A page that belongs to this one.
  package struct Related: Sendable, Hashable {
    /// The link as written.
    package var page: Located<String>
    package var note: Located<String>?
  }

  /// What the conversation is for, and how to tell that it is reached.
  package struct Goal: Sendable, Hashable {
    package var statement: Located<String>
    package var doneWhen: [Located<String>] = []
  }

  /// How the page takes part in the site's search.
  package struct Search: Sendable, Hashable {
    package var isExcluded = false
    /// Factor on the page's score; nil where the page has none of its own.
    package var boost: Double?
  }
}
