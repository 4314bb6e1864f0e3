package import Markdown
package import PatternExtraction

/// The sections of a page: each heading with everything up to the next of its level or above.
package struct Sections {
  package struct Section {
    package var heading: Heading
    /// From the heading to the section's end in the page's HTML.
    package var html: Range<Int>
    /// Whether headings stand below it.
    package var hasParts: Bool
  }

  let all: [Section]
  private let names: SectionNames

  package init(_ body: RenderedPage, names: SectionNames) {
    self.names = names
    let headings = body.headings
    all = headings.indices.map { index in
      let heading = headings[index]
      let next = headings[(index + 1)...].first { $0.level <= heading.level }
      let isParted =
        index + 1 < headings.count && headings[index + 1].level > heading.level
      let end = max(heading.offset, next?.offset ?? body.html.count)
      return Section(heading: heading, html: heading.offset..<end, hasParts: isParted)
    }
  }

  /// The sections of a kind, by whichever of its names.
  package func of(_ kind: SectionNames.Section) -> [Section] {
    all.filter { names.section(named: $0.heading.text) == kind }
  }

  /// Whether there is a section of that name, letter case and white space aside, or by another name
  /// of the same kind.
  func contains(_ name: String) -> Bool {
    if let kind = names.section(named: name) { return !of(kind).isEmpty }
    return all.contains { Self.isSame($0.heading.text, name) }
  }

  /// White space in headings is collapsed when they are read.
  private static func isSame(_ title: String, _ name: String) -> Bool {
    let isASCII = title.utf8.elementsEqual(name.utf8) { left, right in
      left == right || (left ^ right == 0x20 && (0x61...0x7A).contains(left | 0x20))
    }
    if isASCII { return true }
    guard title.utf8.contains(where: { $0 >= 0x80 }) else { return false }
    return title.lowercased() == name.lowercased()
  }
}
