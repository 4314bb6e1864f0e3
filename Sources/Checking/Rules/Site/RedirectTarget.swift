import Diagnostics
import Links
import Markdown
import Pages

/// A redirect to what is not there.
enum RedirectTarget: GuideRule {
  static let code = Code(
    "TB-S023", "a redirect leads to a page and an anchor that exist", .error,
    explanation: """
      Readers who come by the old address are sent to a page or an anchor that is not there. Write \
      the path of a page in the content folder, with an anchor that it has, or the full address of \
      another site.
      """,
    wrong: "redirects:\n  old.md: few-shots.md\n",
    right: "redirects:\n  old.md: few-shot.md\n", language: "yaml")

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    for redirect in guide.facts.redirects {
      let message: String
      let help: String?
      switch redirect.target {
      case .missing:
        message =
          "the redirect from \"\(redirect.from)\" leads to \"\(redirect.written)\", "
          + "which is no page"
        let path = redirect.written.prefix { $0 != "#" && $0 != "?" }
        if case .page(let page)? = guide.candidates?.nearest(to: String(path)) {
          help = "did you mean \"\(guide.catalog.pages[page].path)\"?"
        } else {
          help = "write the path of a page in the content folder"
        }
      case .page(let page, let fragment):
        guard let fragment = fragment.flatMap({ Fragment(Array(("#" + $0).utf8)) }),
          !fragment.exists(on: page, in: guide.catalog)
        else { continue }
        let target = guide.catalog.pages[page]
        message =
          "the redirect from \"\(redirect.from)\" leads to \"#\(fragment.written)\", "
          + "which \(target.printedPath) does not have"
        help = NearMiss.best(
          for: fragment.decoded, among: target.body.headings.lazy.map(\.anchor)
        ).map { "did you mean \"#\($0)\"?" }
      case .redirect, .external: continue
      }
      findings.append(
        Diagnostic(
          code, code.severity, message, path: redirect.path, range: redirect.range,
          subject: redirect.written, help: help))
    }
  }
}
