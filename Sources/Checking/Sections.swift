import Markdown

/// The sections of a page: each heading with everything up to the next of its level or above.
struct Sections {
  struct Section {
    var heading: Heading
    /// From the heading to the section's end in the page's HTML.
    var html: Range<Int>
    /// Whether headings stand below it.
    var hasParts: Bool
  }

  let all: [Section]

  init(_ body: RenderedPage) {
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

  /// The sections whose titles are that name, letter case and white space aside.
  func named(_ name: String) -> [Section] {
    all.filter { Self.isSame($0.heading.text, name) }
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
