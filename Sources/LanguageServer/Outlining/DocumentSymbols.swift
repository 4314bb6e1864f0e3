import Diagnostics
import JSON
import Markdown
import Pages

/// The headings of a page, each with those of its section below it.
struct DocumentSymbols {
  private let text: TextDocument
  private let headings: [Heading]
  private let uri: String

  init(_ view: PageView) {
    text = view.text
    uri = view.document.uri
    headings = view.page.body.headings.filter { $0.path == view.printed }
  }

  func answer(nested: Bool) -> JSONValue {
    var place = 0
    if nested { return .array(symbols(from: &place, above: 0)) }
    return .array(
      headings.indices.map { index in
        [
          "name": .string(name(index)), "kind": Self.kind,
          "location": ["uri": .string(uri), "range": Desk.range(section(index), in: text)],
        ]
      })
  }

  /// What an editor shows beside texts.
  static let kind: JSONValue = 15

  /// The headings from a place on that lie deeper than a level.
  private func symbols(from place: inout Int, above level: Int) -> [JSONValue] {
    var symbols: [JSONValue] = []
    while place < headings.count, headings[place].level > level {
      let index = place
      place += 1
      let children = self.symbols(from: &place, above: headings[index].level)
      var symbol: JSONObject = [
        "name": .string(name(index)), "kind": Self.kind,
        "range": Desk.range(section(index), in: text),
        "selectionRange": Desk.range(firstLine(index), in: text),
      ]
      if !children.isEmpty { symbol["children"] = .array(children) }
      symbols.append(.object(symbol))
    }
    return symbols
  }

  private func name(_ index: Int) -> String {
    let words = headings[index].text
    return words.isEmpty ? "(no text)" : words
  }

  private func firstLine(_ index: Int) -> ByteRange {
    let line = text.line(text.lineNumber(of: headings[index].range.start))
    return ByteRange(
      max(line.lowerBound, min(headings[index].range.start, line.upperBound)), line.upperBound)
  }

  /// From a heading to the next of its level or above.
  private func section(_ index: Int) -> ByteRange {
    let next = headings[(index + 1)...].first { $0.level <= headings[index].level }
    let start = firstLine(index).start
    guard let next else { return ByteRange(start, text.bytes.count) }
    let line = text.lineNumber(of: next.range.start)
    return ByteRange(start, max(firstLine(index).end, text.line(max(0, line - 1)).upperBound))
  }
}
