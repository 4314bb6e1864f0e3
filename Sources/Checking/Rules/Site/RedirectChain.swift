import Diagnostics
import Pages

/// A redirect that leads to another redirect.
enum RedirectChain: GuideRule {
  static let code = Code(
    "TB-S024", "a redirect leads straight to a page", .warning,
    explanation: """
      The redirect leads to an address that redirects once more. Each hop costs the reader a page \
      load, and search engines give up after a few. Redirects in a circle never arrive; they are \
      errors. Write the page at the end of the chain.
      """,
    wrong: "redirects:\n  old.md: older.md\n  older.md: few-shot.md\n",
    right: "redirects:\n  old.md: few-shot.md\n  older.md: few-shot.md\n", language: "yaml")

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    let redirects = guide.facts.redirects
    for (index, redirect) in redirects.enumerated() {
      guard case .redirect = redirect.target else { continue }
      var seen: Set<Int> = [index]
      var last = index
      var isLoop = false
      while case .redirect(let next) = redirects[last].target {
        guard seen.insert(next).inserted else {
          isLoop = true
          break
        }
        last = next
      }
      findings.append(
        Diagnostic(
          code, isLoop ? .error : code.severity,
          isLoop
            ? "the redirect from \"\(redirect.from)\" leads in a circle"
            : "the redirect from \"\(redirect.from)\" leads to another redirect",
          path: redirect.path, range: redirect.range, subject: redirect.written,
          help: isLoop
            ? "write a page that exists" : "write \"\(end(redirects[last], guide))\" instead"))
    }
  }

  /// How the target of the last redirect is written; one that a page declares says only its own.
  private static func end(_ redirect: RedirectReference, _ guide: Guide) -> String {
    guard redirect.written.isEmpty, case .page(let page, _) = redirect.target else {
      return redirect.written
    }
    return guide.catalog.pages[page].path
  }
}
