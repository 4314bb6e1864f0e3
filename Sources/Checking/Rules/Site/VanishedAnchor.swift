import Diagnostics
import Markdown
import Pages

/// An anchor that was published once and is gone.
enum VanishedAnchor: GuideRule {
  static let code = Code(
    "TB-L023", "an anchor that was published stays on its page", .error,
    explanation: """
      `turnbook.lock` says that the page had this anchor, and it has it no more, usually because the \
      heading was reworded. Links from other sites to that part of the page now lead to its top.

      Keep the old anchor: write `{#old-anchor}` after the new heading. Where the part is gone for \
      good, run `turnbook check --update-lock`.
      """)

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    guard let lock = guide.facts.lock else { return }
    let catalog = guide.catalog
    for entry in lock.entries {
      guard let page = page(at: entry.url, in: guide) else { continue }
      let body = catalog.pages[page].body
      let kept = Set(body.headings.map(\.anchor)).union(body.anchors.map(\.name))
      let published = Set(entry.anchors.map(\.name))
      for anchor in entry.anchors where !kept.contains(anchor.name) {
        // An heading that is new since then is the likeliest to be the old one reworded.
        let near = NearMiss.best(
          for: anchor.name,
          among: body.headings.lazy.map(\.anchor).filter { !published.contains($0) })
        let heading = body.headings.first { $0.anchor == near }
        findings.append(
          Diagnostic(
            code, code.severity,
            "\(catalog.pages[page].printedPath) was published with the anchor "
              + "\"#\(anchor.name)\", which is gone", path: lock.path, range: anchor.range,
            subject: anchor.name,
            notes: [
              "links from other sites to \((guide.facts.url ?? "/") + entry.url)#\(anchor.name) "
                + "now lead to the top of the page"
            ],
            help: "write {#\(anchor.name)} after the heading "
              + (heading.map { "\"\($0.text)\"" } ?? "that stands for it now")
              + ", or run `turnbook check --update-lock` if it is gone for good"))
      }
    }
  }

  /// The page that is at an address now, by a redirect too: a redirect keeps the fragment.
  private static func page(at url: String, in guide: Guide) -> Int? {
    if let page = guide.catalog.page(atURL: Array(url.utf8)) { return page }
    for redirect in guide.facts.redirects where redirect.url == url {
      if case .page(let page, nil) = redirect.target { return page }
    }
    return nil
  }
}
