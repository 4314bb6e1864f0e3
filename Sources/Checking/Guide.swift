package import Diagnostics
package import Links
import Markdown
package import Pages

/// Everything that the rules look at: the pages of a guide, what their links mean, and what the
/// configuration says of them. Built once, never changed.
package struct Guide: Sendable {
  package let catalog: Catalog
  package let links: LinkGraph
  package let facts: SiteFacts
  package let settings: CheckSettings
  package let techniques: Techniques
  /// What there is to be meant instead, where some link leads nowhere.
  let candidates: Candidates?
  /// Files that some page includes: what is right for one page may be wrong for another.
  let included: Set<String>

  /// - Parameter candidates: What links can have meant, where that was found out for the same
  ///   paths and titles already.
  package init(
    catalog: Catalog, links: LinkGraph, facts: SiteFacts,
    settings: CheckSettings = CheckSettings(), techniques: Techniques = Techniques(),
    candidates known: Candidates? = nil
  ) {
    self.techniques = techniques
    self.catalog = catalog
    self.links = links
    self.facts = facts
    self.settings = settings
    let hasVanished =
      facts.lock?.entries.contains { catalog.page(atURL: Array($0.url.utf8)) == nil } ?? false
    let needsCandidates =
      hasVanished || facts.navigation.contains { $0.page == nil }
      || facts.redirects.contains { $0.target == .missing }
      || links.pages.contains { $0.isBroken }
    candidates = needsCandidates ? known ?? Candidates(catalog) : nil
    var included: Set<String> = []
    for page in links.pages { included.formUnion(page.files) }
    self.included = included
  }
}

/// What rules must know of a site besides its pages.
package struct SiteFacts: Sendable {
  /// The configuration as findings name it.
  package var configPath = "turnbook.yml"
  /// Host of the site where it is published by https; nil when unknown or not so.
  package var secureHost: String?
  /// The address of the site with a slash at its end; nil as long as nobody has said.
  package var url: String?
  /// Whether the pages are in English, whose empty words some rules know.
  package var isEnglish = true
  package var declaresPlatforms = false
  /// The entries of the configured navigation that name pages; empty where it follows the folders.
  package var navigation: [NavigationReference] = []
  /// Whether each page is in the navigation.
  package var isInNavigation: [Bool] = []
  package var redirects: [RedirectReference] = []
  /// What the guide has published before; nil when it remembers nothing.
  package var lock: PublishedLock?

  package init() {}
}

/// An entry of the navigation that names a page.
package struct NavigationReference: Sendable {
  package var written: String
  /// Nil when there is none.
  package var page: Int?
  package var range: ByteRange

  package init(written: String, page: Int?, range: ByteRange) {
    self.written = written
    self.page = page
    self.range = range
  }
}

/// A former address that leads to where its content is now.
package struct RedirectReference: Sendable {
  package enum Target: Sendable, Hashable {
    case page(Int, fragment: String?)
    /// Another redirect, by its index.
    case redirect(Int)
    /// A URL on another host.
    case external(String)
    case missing
  }

  /// The former path or URL as written.
  package var from: String
  /// The former URL relative to the site's root.
  package var url: String
  package var target: Target
  /// The new target as written; empty for one that a page's own front matter declares.
  package var written: String
  package var path: String
  /// The bytes that say where it leads.
  package var range: ByteRange

  package init(
    from: String, url: String, target: Target, written: String, path: String, range: ByteRange
  ) {
    self.from = from
    self.url = url
    self.target = target
    self.written = written
    self.path = path
    self.range = range
  }
}
