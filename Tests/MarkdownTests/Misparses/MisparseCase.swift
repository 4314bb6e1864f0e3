import Diagnostics
import Markdown
import Testing

/// Source with the place of each finding between guillemets, and what its fixes make of it.
struct MisparseCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var marked: String
  /// The text with all fixes made; nil where none has one.
  var fixed: String?
  var isSafe: Bool

  init(_ sentence: String, _ marked: String, fixed: String? = nil, isSafe: Bool = true) {
    testDescription = sentence
    self.marked = marked
    self.fixed = fixed
    self.isSafe = isSafe
  }

  /// Checks the findings with `code` on the page.
  func check(_ code: Code) {
    let source = MarkedSource(marked)
    let rendered = RenderedText(source.text)
    let findings = rendered.page.diagnostics.filter { $0.code == code }
    #expect(
      findings.compactMap { $0.range?.indices } == source.ranges, "\(rendered.page.diagnostics)")
    let fixes = findings.compactMap(\.fix)
    #expect(fixes.allSatisfy { $0.isSafe == isSafe })
    var bytes = Array(source.text.utf8)
    for edit in fixes.flatMap(\.edits).sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(edit.range.indices, with: Array(edit.replacement.utf8))
    }
    let mended = fixes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    #expect(mended == fixed)
    if let mended {
      let left = RenderedText(mended).page.diagnostics.filter { $0.code == code }
      #expect(left.isEmpty, "\(left)")
    }
  }

  /// Checks that nothing on the page looks like a mistake.
  static func checkSilence(_ source: String) {
    let found = RenderedText(source).page.diagnostics.filter { $0.code.id >= Code.shallowBody.id }
    #expect(found.isEmpty, "\(found)")
  }
}
