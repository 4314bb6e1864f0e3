import Diagnostics
import Links
import Markdown
import Pages

/// A link with everything a rule may ask of it.
struct LinkInPage {
  let page: Page
  /// The page's place in the catalog.
  let index: Int
  let record: LinkRecord
  /// What it means; nil when it leaves the guide.
  let finding: Finding?
  /// Why it leads nowhere; nil when it does not.
  let miss: Miss?
  /// Whether some page includes the file that it stands in.
  let isIncluded: Bool

  /// The target after Markdown's unescaping.
  var written: String { String(decoding: record.destination, as: UTF8.self) }

  var isImage: Bool { record.kind == .image }

  /// The bytes of a link's text or an image's alternative text in the page's HTML; nil where the
  /// link has none of its own.
  var content: ArraySlice<UInt8>? { record.content.map { page.body.html[$0] } }

  /// A finding at the link's target.
  func diagnostic(
    _ code: Code, _ message: String, severity: Severity? = nil, notes: [String] = [],
    help: String? = nil, fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, severity ?? code.severity, message, path: record.path, range: record.range,
      subject: written, notes: notes, help: help, fix: fix)
  }

  /// A finding that proposes what to write instead.
  func diagnostic(
    _ code: Code, _ message: String, severity: Severity? = nil, notes: [String] = [],
    suggestion: Suggestion?, otherwise help: String
  ) -> Diagnostic {
    guard let suggestion else {
      return diagnostic(code, message, severity: severity, notes: notes, help: help)
    }
    return diagnostic(
      code, message, severity: severity, notes: notes, help: suggestion.help,
      fix: fix(writing: suggestion.spelling, isSafe: suggestion.isSure))
  }

  /// A finding about a link that works, and that is better written as the path of its page.
  func diagnostic(
    _ code: Code, _ message: String, severity: Severity? = nil, betterAs target: Int,
    suffix: [UInt8], in guide: Guide
  ) -> Diagnostic {
    let spelling = LinkSpelling.of(
      .page(target), suffix: suffix, from: index, like: record.destination, in: guide.catalog)
    return diagnostic(
      code, message, severity: severity, help: "write \"\(spelling)\"",
      fix: fix(writing: spelling, isSafe: true))
  }

  /// Writes another target in place of this one; nil where the bytes are not known to be the target
  /// and nothing else.
  func fix(writing spelling: String, isSafe: Bool) -> Fix? {
    // A target with escapes of Markdown or HTML is longer in the source.
    guard record.isPlaced, record.range.count == record.destination.count else { return nil }
    // Text that several pages include is not mended for the sake of one of them.
    return Fix(
      "write \"\(spelling)\"",
      [Edit(path: record.path, range: record.range, replacement: spelling)],
      isSafe: isSafe && !isIncluded)
  }
}
