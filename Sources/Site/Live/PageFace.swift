import Diagnostics
import Links
import Markdown
import Pages
import PatternExtraction
import Patterns

/// What the rest of a guide sees of a page: as long as it stays the same, another text of the page
/// changes nothing but the page.
struct PageFace: Equatable {
  /// A link, and the heading it stands under: rules ask what a section leads to.
  private struct Placement: Equatable {
    var destination: [UInt8]
    var heading: Int
  }

  private let title: String
  private let titleHTML: [UInt8]
  private let frontMatter: FrontMatter
  private let platforms: [String]
  private let headings: [Heading]
  private let anchors: [Anchor]
  private let links: [Placement]
  private let included: Set<String>
  /// Whether it was looked at for a pattern.
  private let isRead: Bool
  private let pattern: Pattern?
  private let pitfalls: [Pattern.Pitfall]
  private let examples: [WorkedExample]

  init(_ entry: PageMemory.Entry) {
    let page = entry.page
    title = page.title
    titleHTML = page.titleHTML
    frontMatter = page.frontMatter
    platforms = page.platformLine?.ids.map(\.value) ?? []
    headings = page.body.headings.map { heading in
      var heading = heading
      heading.offset = 0
      heading.range = ByteRange(0, 0)
      heading.writtenAnchor = heading.writtenAnchor.map { _ in ByteRange(0, 0) }
      return heading
    }
    anchors = page.body.anchors.map { anchor in
      var anchor = anchor
      anchor.range = ByteRange(0, 0)
      return anchor
    }
    links = page.body.links.map { link in
      let heading = link.content.map { content in
        page.body.headings.lastIndex { $0.offset <= content.lowerBound } ?? -1
      }
      return Placement(destination: link.destination, heading: heading ?? -2)
    }
    included = entry.included
    isRead = entry.extraction != nil
    var pattern = entry.extraction?.pattern
    pattern?.source.sha256 = ""
    self.pattern = pattern
    pitfalls = entry.extraction?.pitfalls ?? []
    examples = entry.extraction?.examples ?? []
  }
}
