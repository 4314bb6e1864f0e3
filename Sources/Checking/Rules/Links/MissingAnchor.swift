import Diagnostics
import Links
import Markdown
import Pages

/// A link's fragment names nothing on its page.
enum MissingAnchor: LinkRule {
  static let code = Code(
    "TB-L002", "a link's fragment is an anchor of its page", .error,
    explanation: """
      The page is there, but nothing on it has that anchor, so that readers land at its top. \
      Anchors are made from headings, and given by `{#id}`, by `id` and `name` in HTML, and by \
      footnotes and tabs.

      Headings that were reworded are the usual reason. Write the new anchor, or keep the old one \
      with `{#old-anchor}` after the heading: then links from other sites keep working too.
      """,
    wrong: "See [when to use it](few-shot.md#when-to-use).",
    right: "See [when to use it](few-shot.md#when-to-use-it).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard !link.isImage, case .page(let target, let suffix)? = link.finding?.resolution,
      let fragment = Fragment(suffix), !fragment.exists(on: target, in: guide.catalog)
    else { return }
    let page = guide.catalog.pages[target]
    let anchors =
      page.body.headings.map(\.anchor)
      + page.body.anchors.filter { $0.origin != .generated }.map(\.name)
    let wanted = fragment.decoded.lowercased()
    let otherCase =
      anchors.count <= most ? anchors.filter { $0.lowercased() == wanted } : []
    let place = target == link.index ? "this page" : page.printedPath
    let message = "\(place) has nothing with the anchor \"#\(fragment.written)\""
    guard
      let anchor = otherCase.first ?? near(fragment.decoded, among: anchors)
    else {
      findings.append(link.diagnostic(code, message, help: help(anchors)))
      return
    }
    let hash = link.written.firstIndex(of: "#") ?? link.written.endIndex
    let spelling = link.written[..<hash] + "#" + LinkSpelling.escaped(Array(anchor.utf8))
    findings.append(
      link.diagnostic(
        code, message, help: "did you mean \"#\(anchor)\"?",
        fix: link.fix(writing: String(spelling), isSafe: otherCase.count == 1)))
  }

  /// On a page with more anchors nobody looks for the nearest one by hand; neither does this, as
  /// there may be as many links.
  private static let most = 500

  private static func near(_ anchor: String, among anchors: [String]) -> String? {
    anchors.count <= most ? NearMiss.best(for: anchor, among: anchors) : nil
  }

  private static func help(_ anchors: [String]) -> String {
    guard !anchors.isEmpty else { return "take the fragment out: the page has no anchors" }
    let some = anchors.prefix(4).map { "#" + $0 }
    return "its anchors are \(some.joined(separator: ", "))\(anchors.count > 4 ? ", …" : "")"
  }
}
