import Diagnostics
import Links
import Markdown
import Pages
import Site

/// A page that is open, as it is now.
struct PageView {
  let desk: Desk
  let document: OpenDocument
  let page: Page
  /// Its place in the catalog; nil for a page that the guide has not, such as a draft.
  let index: Int?
  /// Its path in the content folder.
  let path: String

  var text: TextDocument { document.text }
  var guide: OpenGuide { desk.guide }
  /// As findings name it.
  var printed: String { page.printedPath }
  var bytes: [UInt8] { text.bytes }

  /// Where the text below the front matter begins.
  var frontMatter: FrontMatterBlock { FrontMatterBlock(in: bytes.span) }

  /// What a target means, seen from this page; nil for what leaves the guide.
  func meaning(of target: [UInt8]) -> Resolution? {
    guard let index, LinkTarget.isInternal(target) || target.first == UInt8(ascii: "#") else {
      return nil
    }
    return Resolver(guide.catalog).resolve(target, from: index).resolution
  }

  func range(_ range: ByteRange) -> ByteRange {
    ByteRange(min(range.start, bytes.count), min(range.end, bytes.count))
  }
}
