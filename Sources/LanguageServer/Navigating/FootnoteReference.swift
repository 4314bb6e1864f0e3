import Diagnostics
import Markdown
import Pages

/// A place that refers to a footnote of the page: `[^label]`.
struct FootnoteReference {
  /// The footnote's place among the definitions of the page.
  var definition: Int
  /// With its brackets.
  var range: ByteRange

  /// All of a page, blocks of code left out.
  static func all(in view: PageView) -> [FootnoteReference] {
    let footnotes = view.page.body.definitions.enumerated().filter { $1.kind == .footnote }
    guard !footnotes.isEmpty else { return [] }
    var byLabel: [String: Int] = [:]
    for (index, definition) in footnotes where byLabel[definition.label.lowercased()] == nil {
      byLabel[definition.label.lowercased()] = index
    }
    let defined = Set(footnotes.map(\.element.range.start))
    let bytes = view.bytes
    let fences = Fences(view.text)
    var found: [FootnoteReference] = []
    var index = 0
    while index + 2 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "^"),
        let end = bytes[index...].prefix(200).firstIndex(of: UInt8(ascii: "]")),
        !defined.contains(index)
      else { continue }
      let label = view.text.text(in: index + 2..<end).lowercased()
      guard let definition = byLabel[label], !fences.contain(view.text.lineNumber(of: index)) else {
        continue
      }
      found.append(FootnoteReference(definition: definition, range: ByteRange(index, end + 1)))
    }
    return found
  }
}
