import Markdown

/// Which section and subsection each block of a page is in.
struct PageMap {
  /// A heading that names a section, or stands below one.
  struct Place: Sendable, Hashable {
    var section: SectionNames.Section
    /// The index of the section's own heading.
    var heading: Int
    /// The nearest heading below the section's; nil right under it.
    var part: Int?
  }

  let outline: Outline
  /// As many as blocks; nil outside all sections that have a meaning.
  private(set) var places: [Place?] = []

  init(_ outline: Outline, names: SectionNames) {
    self.outline = outline
    var open: [(place: Place, level: Int)] = []
    var boxEnd = 0
    let titles = outline.blocks.indices.filter { outline.level(of: $0) == 1 }
    for (index, block) in outline.blocks.enumerated() {
      if case .box = block.kind { boxEnd = max(boxEnd, block.end) }
      // A heading in a box begins no section, and the page's only title contains all others.
      if let level = outline.level(of: index), index >= boxEnd {
        open.removeAll { $0.level >= level }
        if titles != [index], let section = names.section(named: block.text) {
          open.append((Place(section: section, heading: index), level))
        } else if !open.isEmpty {
          open[open.count - 1].place.part = index
        }
      }
      places.append(open.last?.place)
    }
  }

  /// The blocks of all sections of one kind: the index ranges between their headings and ends.
  func sections(_ section: SectionNames.Section) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (index, place) in places.enumerated() {
      guard let place, place.section == section, place.heading != index else { continue }
      if let last = found.last, last.upperBound == index, last.lowerBound == place.heading + 1 {
        found[found.count - 1] = last.lowerBound..<(index + 1)
      } else {
        found.append(index..<(index + 1))
      }
    }
    return found
  }
}

extension Outline {
  func level(of index: Int) -> Int? {
    if case .heading(let level) = blocks[index].kind { return level }
    return nil
  }

  func code(at index: Int) -> OutlineCode? {
    if case .code(let code) = blocks[index].kind { return code }
    return nil
  }
}
