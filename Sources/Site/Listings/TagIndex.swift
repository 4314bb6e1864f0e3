import ByteText
import Diagnostics
import Pages

/// The tags of a guide, each with the pages that carry it.
struct TagIndex: Sendable {
  struct Tag: Sendable {
    /// As the first page writes it.
    var name: String
    /// The last part of its address.
    var slug: String
    /// Places in the catalog.
    var pages: [Int] = []
  }

  /// By name, letter case aside.
  private(set) var tags: [Tag] = []
  private var places: [String: Int] = [:]

  init(_ pages: [Page]) {
    var slugs: Set<String> = []
    for (index, page) in pages.enumerated() {
      var own: Set<Int> = []
      for name in page.frontMatter.tags.map(\.value) {
        let key = Self.key(name)
        guard !key.isEmpty else { continue }
        let place = places[key] ?? tags.count
        if place == tags.count {
          tags.append(Tag(name: name, slug: Self.slug(of: name, &slugs)))
          places[key] = place
        }
        if own.insert(place).inserted { tags[place].pages.append(index) }
      }
    }
    tags.sort { Self.key($0.name) < Self.key($1.name) }
    for (place, tag) in tags.enumerated() { places[Self.key(tag.name)] = place }
  }

  /// Tags that differ in letter case only are one.
  subscript(name: String) -> Tag? { places[Self.key(name)].map { tags[$0] } }

  private static func key(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  private static func slug(of name: String, _ taken: inout Set<String>) -> String {
    let plain = SlugRule.unicode.slug(of: name)
    let base = plain.isEmpty ? "tag" : plain
    var slug = base
    var number = 2
    while !taken.insert(slug).inserted {
      slug = "\(base)-\(number)"
      number += 1
    }
    return slug
  }
}
