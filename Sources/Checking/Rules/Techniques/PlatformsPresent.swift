import Diagnostics
import Pages

/// A technique page that does not say what it is for.
enum PlatformsPresent: PageRule {
  static let code = Code(
    "TB-P005", "a technique page names its platforms", .warning,
    explanation: """
      The site declares platforms, and this page names none of them: it is missing from the lists of \
      every platform, and programs cannot tell where the pattern runs. Write `platforms` in the front \
      matter, or the line `> **Platforms:** …` at the top.
      """)

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard page.isTechnique, guide.facts.declaresPlatforms, page.page.platforms.isEmpty else {
      return
    }
    findings.append(
      page.diagnostic(
        code, "this technique page names no platform",
        help: "write `platforms:` in the front matter"))
  }
}
