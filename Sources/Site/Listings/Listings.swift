import Pages

/// The pages that a site has besides its author's: all techniques at one place, all tags, and the
/// pages of each tag.
struct Listings: Sendable {
  enum Kind: Sendable {
    case techniques, map, tags
    /// Its place among the lists of the blog.
    case posts(Int)
    /// Its place among the tags.
    case tag(Int)
  }

  struct Listing: Sendable {
    var kind: Kind
    /// Relative to the site's root.
    var url: String

    var file: String { PagePath.outputFile(of: url) }
  }

  let tags: TagIndex
  /// Nil where the guide has none.
  let blog: Blog?
  private let hasTechniques: Bool
  private let hasMap: Bool
  private let directoryURLs: Bool

  init(_ pages: [Page], hasTechniques: Bool, hasMap: Bool, blog: Blog?, directoryURLs: Bool) {
    self.blog = blog
    tags = TagIndex(pages)
    self.hasTechniques = hasTechniques
    self.hasMap = hasMap
    self.directoryURLs = directoryURLs
  }

  var all: [Listing] {
    var all: [Listing] = []
    if let url = techniquesURL { all.append(Listing(kind: .techniques, url: url)) }
    if let url = mapURL { all.append(Listing(kind: .map, url: url)) }
    if let url = tagsURL { all.append(Listing(kind: .tags, url: url)) }
    for (place, tag) in tags.tags.enumerated() {
      all.append(Listing(kind: .tag(place), url: url(of: tag)))
    }
    for (place, list) in (blog?.lists ?? []).enumerated() {
      all.append(Listing(kind: .posts(place), url: list.url))
    }
    return all
  }

  /// Beside the patterns for programs; nil where there is none.
  var techniquesURL: String? { hasTechniques ? folder(PatternFiles.folder) : nil }
  /// Nil where no technique is related to another.
  var mapURL: String? { hasMap ? folder(PatternFiles.folder + "/map") : nil }
  /// Nil where no page has a tag.
  var tagsURL: String? { tags.tags.isEmpty ? nil : folder("tags") }

  func url(of tag: TagIndex.Tag) -> String { folder("tags/" + tag.slug) }

  private func folder(_ path: String) -> String {
    directoryURLs ? path + "/" : path + "/index.html"
  }
}
