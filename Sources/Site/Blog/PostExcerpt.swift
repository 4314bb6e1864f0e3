import ByteText
import Links
import Markdown
import Pages

/// The beginning of a post, as a list of posts shows it: up to the comment `more`, and without its
/// title.
struct PostExcerpt {
  private let page: Page
  private let index: Int
  private let contexts: PageContexts
  private let range: Range<Int>
  /// Whether the post goes on after it.
  let isCut: Bool

  init(of index: Int, _ contexts: PageContexts) {
    self.index = index
    self.contexts = contexts
    page = contexts.site.catalog.pages[index]
    let html = page.body.html
    let end = html.range(of: "<!-- more -->", from: 0, to: html.count)?.lowerBound
    isCut = end != nil
    var start = 0
    if let title = page.body.headings.first(where: { $0.level == 1 }) {
      start = html.range(of: "</h1>", from: title.offset, to: html.count)?.upperBound ?? 0
    }
    let last = end ?? html.count
    range = min(start, last)..<last
  }

  /// The anchor of the post's title.
  var anchor: String {
    page.body.headings.first { $0.level == 1 }?.anchor ?? SlugRule.mkdocs.slug(of: page.title)
  }

  /// The text with links as they are seen from another address.
  func html(from base: [UInt8]) -> [UInt8] {
    var out = ByteBuffer(capacity: range.count + 64)
    let own = RelativeURL.path(from: base, to: contexts.site.catalog.urlBytes[index])
    var from = range.lowerBound
    for hole in page.body.holes where range.contains(hole.offset) {
      append(from..<hole.offset, own, &out)
      from = hole.offset
      write(hole.link, from: base, &out)
    }
    append(from..<range.upperBound, own, &out)
    return out.array
  }

  private func write(_ link: Int, from base: [UInt8], _ out: inout ByteBuffer) {
    let catalog = contexts.site.catalog
    switch contexts.site.links.pages[index].findings[link]?.resolution {
    case .page(let target, let suffix):
      out.append(escapingPath: RelativeURL.path(from: base, to: catalog.urlBytes[target]))
      out.append(escapingURL: suffix)
    case .file(let path, let suffix):
      out.append(escapingPath: RelativeURL.path(from: base, to: path))
      out.append(escapingURL: suffix)
    case .missing, nil:
      let link = page.body.links[link]
      if let written = link.written {
        out.append(written)
      } else {
        out.append(escapingURL: link.destination)
      }
    }
  }

  /// Copies HTML without its ids, which two posts in one list may share. What leads to one of them,
  /// such as the reference of a footnote, leads to the post.
  private func append(_ range: Range<Int>, _ own: [UInt8], _ out: inout ByteBuffer) {
    let html = page.body.html
    var index = range.lowerBound
    var copied = index
    while index < range.upperBound {
      let cut: Range<Int>?
      switch html[index] {
      case UInt8(ascii: "<"):
        cut = Self.piece("<a class=\"anchor\"", to: "</a>", in: html, index, range.upperBound)
      case UInt8(ascii: "#"):
        cut = nil
        if html[..<index].suffix(7).elementsEqual(" href=\"".utf8) {
          out.append(Array(html[copied..<index]))
          out.append(escapingPath: own)
          copied = index
        }
      case UInt8(ascii: " "):
        cut = Self.piece(" id=\"", to: "\"", in: html, index, range.upperBound)
      default: cut = nil
      }
      guard let cut else {
        index += 1
        continue
      }
      out.append(Array(html[copied..<cut.lowerBound]))
      index = cut.upperBound
      copied = index
    }
    out.append(Array(html[copied..<range.upperBound]))
  }

  /// From a text that stands here to the end of the next occurrence of another.
  private static func piece(
    _ begin: StaticString, to end: StaticString, in html: [UInt8], _ start: Int, _ limit: Int
  ) -> Range<Int>? {
    let count = begin.utf8CodeUnitCount
    guard start + count <= limit,
      html[start..<start + count].elementsEqual(
        UnsafeBufferPointer(start: begin.utf8Start, count: count))
    else { return nil }
    return html.range(of: end, from: start + count, to: limit).map { start..<$0.upperBound }
  }
}
