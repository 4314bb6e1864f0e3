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

  /// Whether there is a section of that name, letter case and white space aside, or by another name
  /// of the same kind.
  func contains(_ name: String) -> Bool {
    if let kind = names.section(named: name) { return !of(kind).isEmpty }
    return headings.contains { Self.isSame($0.text, name) }
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
