import Diagnostics
import Pages

/// A page that was published once and is gone.
enum VanishedPage: GuideRule {
  static let code = Code(
    "TB-L022", "an address that was published leads somewhere for ever", .error,
    explanation: """
      `turnbook.lock` says that this address was published, and neither a page nor a redirect stands \
      there now. Other sites, bookmarks and search engines still lead to it, and their readers get \
      the *not found* page.

      Where the page has moved, write its former path into `redirect_from` of the new page's front \
      matter. Where it is gone for good, run `turnbook check --update-lock`.
      """)

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    guard let lock = guide.facts.lock else { return }
    let redirects = Set(guide.facts.redirects.map(\.url))
    for entry in lock.entries {
      guard guide.catalog.page(atURL: Array(entry.url.utf8)) == nil,
        !redirects.contains(entry.url), !guide.catalog.publishesFile(Array(entry.url.utf8))
      else { continue }
      let address = (guide.facts.url ?? "/") + entry.url
      let moved = guide.candidates.flatMap { $0.named(like: source(of: entry.url)).first }
      let help: String
      if case .page(let page)? = moved {
        help =
          "if it is now \(guide.catalog.pages[page].printedPath), write "
          + "`redirect_from: [/\(entry.url)]` into its front matter"
      } else {
        help =
          "write `redirect_from: [/\(entry.url)]` into the page that stands for it now, or "
          + "run `turnbook check --update-lock` if it is gone for good"
      }
      findings.append(
        Diagnostic(
          code, code.severity, "\(address) was published and is gone", path: lock.path,
          range: entry.range, subject: entry.url,
          notes: ["other sites, bookmarks and search engines may lead to it"], help: help))
    }
  }

  /// The name of the source that was published at a URL.
  private static func source(of url: String) -> String {
    let name = url.split(separator: "/").last.map(String.init) ?? ""
    return (name.hasSuffix(".html") ? String(name.dropLast(5)) : name) + ".md"
  }
}
