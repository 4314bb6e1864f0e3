import ByteText
import Diagnostics
import Links
import Markdown
import Pages

/// What a link leads to.
struct Destination: Hashable {
  /// By its place in the catalog.
  var page: Int
  /// Percent-encoding undone; nil where the page as a whole is meant.
  var fragment: String?

  init(page: Int, fragment: String?) {
    self.page = page
    self.fragment = fragment
  }

  init(page: Int, suffix: [UInt8]) {
    self.page = page
    guard let hash = suffix.firstIndex(of: UInt8(ascii: "#")), hash + 1 < suffix.count else {
      return
    }
    let decoded = PercentEncoding.decoded(suffix[(hash + 1)...])
    fragment = String(decoding: decoded, as: UTF8.self)
  }

  /// The heading that the fragment names.
  func heading(in desk: Desk) -> Heading? {
    desk.page(page).body.headings.first { $0.anchor == fragment }
  }

  /// Where it stands: the heading or other anchor, else the beginning of the page.
  func place(in desk: Desk) -> FilePlace {
    let page = desk.page(page)
    if let heading = heading(in: desk) {
      return FilePlace(path: heading.path, range: heading.range)
    }
    if let anchor = page.body.anchors.first(where: { $0.name == fragment && $0.range.count > 0 }) {
      return FilePlace(path: anchor.path, range: anchor.range)
    }
    return FilePlace(path: page.printedPath, range: ByteRange(0, 0))
  }
}

extension PageView {
  func target(ofLink index: Int) -> Resolution? { meaning(of: page.body.links[index].destination) }

  func target(ofRelated index: Int) -> Resolution? {
    meaning(of: Array(page.frontMatter.related[index].page.value.utf8))
  }
}
