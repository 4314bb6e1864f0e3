import ByteText

/// What the variants of a page are called, to be found by the label of an example.
struct VariantNames {
  /// Slugs of ids and titles in their order, with the index of the template.
  private let names: [(slug: String, index: Int)]

  init(_ templates: [Template]) {
    var names: [(slug: String, index: Int)] = []
    for (index, template) in templates.enumerated() {
      names.append((template.id, index))
      names.append((SlugRule.unicode.slug(of: template.title), index))
    }
    names.sort { $0.slug == $1.slug ? $0.index < $1.index : $0.slug < $1.slug }
    self.names = names
  }

  /// The variants whose id or title a name equals, else those that it begins, in their order.
  /// - Parameter most: Of so many the rest does not matter.
  func variants(named name: String, most: Int) -> [Int] {
    let slug = SlugRule.unicode.slug(of: name)
    guard !slug.isEmpty else { return [] }
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].slug < slug { low = middle + 1 } else { high = middle }
    }
    let begun = names[low...].prefix(2 * most).prefix { $0.slug.hasPrefix(slug) }
    let equal = begun.prefix { $0.slug == slug }
    return Set((equal.isEmpty ? begun : equal).map(\.index)).sorted()
  }
}
