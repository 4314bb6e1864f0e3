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

  private let headings: [Heading]
  /// Bytes of the page's HTML.
  private let size: Int
  private let names: SectionNames

  package init(_ body: RenderedPage, names: SectionNames) {
    headings = body.headings
    size = body.html.count
    self.names = names
  }

  var all: [Section] { headings.indices.map(section) }

  /// The sections of a kind, by whichever of its names.
  package func of(_ kind: SectionNames.Section) -> [Section] {
    let initials = names.initials(of: kind)
    return headings.indices.filter { index in
      initials.admit(headings[index].text) && names.section(named: headings[index].text) == kind
    }.map(section)
  }

  private func section(_ index: Int) -> Section {
    let level = headings[index].level
    let after = headings[(index + 1)...]
    let next = after.firstIndex { $0.level <= level }.map { headings[$0].offset }
    let start = headings[index].offset
    return Section(
      heading: headings[index], html: start..<max(start, next ?? size),
      hasParts: after.first.map { $0.level > level } ?? false)
  }

  /// Whether there is a section of that name, letter case, white space and a question mark at the
  /// end aside, or by another name of the same kind.
  func contains(_ name: String) -> Bool {
    if let kind = names.section(named: name) { return !of(kind).isEmpty }
    let folded = SectionNames.folded(name)
    return headings.contains { SectionNames.folded($0.text) == folded }
  }
}
