import ByteText
import Diagnostics
import Links
import Pages

/// A guide before and after a move: the same pages, some of them under other paths and addresses.
struct MovedGuide: Sendable {
  let guide: GuideReading
  let paths: MovedPaths
  /// The pages afterwards.
  private(set) var after: Catalog
  /// The place of each page afterwards.
  private(set) var places: [Int]
  let oldResolver: Resolver
  private(set) var newResolver: Resolver

  var before: Catalog { guide.catalog }

  init(_ guide: GuideReading, _ paths: MovedPaths) {
    self.guide = guide
    self.paths = paths
    let project = guide.project
    let moved = guide.catalog.pages.map { page in
      guard paths.moves(page.path) else { return page }
      let path = paths.new(page.path)
      return page.at(path, printedPath: project.printed(path))
    }
    (after, places) = Self.catalog(of: moved, guide, paths)
    oldResolver = Resolver(guide.catalog)
    newResolver = Resolver(after)
  }

  /// The same with other texts of some pages, by their new paths.
  func replacing(_ pages: [String: Page]) -> MovedGuide {
    var copy = self
    for (index, page) in after.pages.enumerated() {
      if let other = pages[page.path] { copy.after.replace(index, by: other) }
    }
    copy.newResolver = Resolver(copy.after)
    return copy
  }

  /// The printed path that a file has afterwards; of one that lies elsewhere the same.
  func newPrinted(_ path: String) -> String {
    guard let inside = guide.project.contentPath(of: path) else { return path }
    return guide.project.printed(paths.new(inside))
  }

  /// The id that a page's pattern has after the move where nothing else is said.
  func plainID(of page: Page) -> String {
    let slug = SlugRule.unicode.slug(of: PagePath(paths.new(page.path)).plainTitle)
    return slug.isEmpty ? "pattern" : slug
  }

  private static func catalog(
    of pages: [Page], _ guide: GuideReading, _ paths: MovedPaths
  ) -> (Catalog, [Int]) {
    let config = guide.project.config
    let order = pages.indices.sorted {
      pages[$0].path.utf8.lexicographicallyPrecedes(pages[$1].path.utf8)
    }
    let sorted = order.map { pages[$0] }
    let extractions = Dictionary(
      uniqueKeysWithValues: guide.extractions.map { (paths.new($0.key), $0.value) })
    var catalog = Catalog(
      pages: sorted, files: guide.catalog.files.map(paths.new).sorted(),
      directoryURLs: config.usesDirectoryURLs, addresses: Blog.addresses(of: sorted, config),
      generated: Feeds.paths(config, sorted) + AgentFiles.paths(config))
    let ids = TechniqueIDs(catalog.pages, extractions)
    let listings = Listings(
      catalog.pages, hasTechniques: !ids.ofPatterns.isEmpty,
      // What is related stays so, wherever it stands.
      hasMap: guide.listings.mapURL != nil, blog: Blog(catalog, config),
      directoryURLs: config.usesDirectoryURLs)
    catalog.add(generated: PatternFiles.paths(ids.ofPatterns) + listings.all.map(\.file))
    // A page may be left out for another index.
    var places = [Int](repeating: -1, count: pages.count)
    for (old, page) in pages.enumerated() {
      places[old] = catalog.page(atPath: Array(page.path.utf8)) ?? -1
    }
    return (catalog, places)
  }
}

extension Project {
  /// The path in the content folder of a file that findings name so; nil for one that lies elsewhere.
  func contentPath(of printed: String) -> String? {
    if content == "." { return printed.hasPrefix("/") ? nil : printed }
    let prefix = content.hasSuffix("/") ? content : content + "/"
    guard printed.hasPrefix(prefix) else { return nil }
    return String(printed.dropFirst(prefix.count))
  }
}
