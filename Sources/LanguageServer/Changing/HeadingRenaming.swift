import Diagnostics
import Links
import Markdown
import Pages
import Site

/// Another text for a heading, and another fragment for each link that leads to it.
struct HeadingRenaming {
  private let view: PageView

  init(_ view: PageView) { self.view = view }

  func edits(_ index: Int, to name: String) throws(RPCError) -> [Edit] {
    let headings = view.page.body.headings
    let edit = Edit(
      path: view.printed, range: HeadingText.range(headings[index].range, in: view.text),
      replacement: name)
    // The anchors of other headings may change too: of two with one text the second has a number.
    let renamed = view.guide.page(EditPlan.applying([edit], to: view.bytes), path: view.path)
    guard renamed.body.headings.count == headings.count else {
      throw RPCError(.failed, "with that text it would be a heading no more")
    }
    var anchors: [String: String] = [:]
    for (old, new) in zip(headings, renamed.body.headings) where old.anchor != new.anchor {
      anchors[old.anchor] = new.anchor
    }
    return anchors.isEmpty ? [edit] : [edit] + links(to: anchors)
  }

  /// The fragments of all links of the guide to some anchors of the page.
  private func links(to anchors: [String: String]) -> [Edit] {
    guard let target = view.index else { return [] }
    let desk = view.desk
    var texts: [String: TextDocument?] = [:]
    var edits: [Edit] = []
    func add(_ path: String, _ range: ByteRange, _ anchor: String) {
      let text = texts[path] ?? desk.text(of: path)
      texts[path] = text
      let place = text.flatMap { Self.fragment(in: range, $0.bytes) }
      if let place { edits.append(Edit(path: path, range: place, replacement: anchor)) }
    }
    for (source, links) in desk.guide.links.pages.enumerated() {
      let page = desk.page(source)
      for (link, finding) in zip(page.body.links, links.findings) where link.isPlaced {
        if let new = Self.anchor(finding, target, anchors) { add(link.path, link.range, new) }
      }
      for (related, finding) in zip(page.frontMatter.related, links.related) {
        if let new = Self.anchor(finding, target, anchors) {
          add(page.printedPath, related.page.range, new)
        }
      }
    }
    return edits
  }

  private static func anchor(
    _ finding: Finding?, _ target: Int, _ anchors: [String: String]
  ) -> String? {
    guard case .page(target, let suffix)? = finding?.resolution else { return nil }
    return Destination(page: target, suffix: suffix).fragment.flatMap { anchors[$0] }
  }

  /// What follows the number sign of a target.
  private static func fragment(in target: ByteRange, _ bytes: [UInt8]) -> ByteRange? {
    guard target.end <= bytes.count,
      let hash = bytes[target.indices].firstIndex(of: UInt8(ascii: "#"))
    else { return nil }
    var end = target.end
    // Text in front matter may have quotes.
    while end > hash, bytes[end - 1] == UInt8(ascii: "\"") || bytes[end - 1] == UInt8(ascii: "'") {
      end -= 1
    }
    return ByteRange(hash + 1, end)
  }
}
