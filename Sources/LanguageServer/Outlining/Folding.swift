import Diagnostics
import JSON
import Markdown
import Pages

/// What can be folded away: front matter, blocks of code, containers and sections.
struct Folding {
  private let text: TextDocument
  private let page: PageView

  init(_ view: PageView) {
    page = view
    text = view.text
  }

  var answer: JSONValue {
    var folds: [ClosedRange<Int>: Bool] = [:]
    for fold in all where fold.count > 1 { folds[fold] = true }
    return .array(
      folds.keys.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        .map {
          ["startLine": .integer(Int64($0.lowerBound)), "endLine": .integer(Int64($0.upperBound))]
        }
    )
  }

  private var all: [ClosedRange<Int>] {
    let fences = Fences(text)
    var folds = fences.all
    if let yaml = page.frontMatter.yaml {
      let opening = max(0, text.lineNumber(of: yaml.lowerBound) - 1)
      folds.append(opening...max(opening, text.lineNumber(of: yaml.upperBound)))
    }
    folds += sections
    for number in 0..<text.lineCount where !fences.contain(number) {
      if let end = end(ofContainerAt: number) { folds.append(number...end) }
    }
    return folds
  }

  private var sections: [ClosedRange<Int>] {
    let headings = page.page.body.headings.filter { $0.path == page.printed }
    return headings.indices.map { index in
      let start = text.lineNumber(of: headings[index].range.start)
      let next = headings[(index + 1)...].first { $0.level <= headings[index].level }
      let end = next.map { text.lineNumber(of: $0.range.start) - 1 } ?? text.lineCount - 1
      return start...lastText(from: start, to: end)
    }
  }

  /// The last line with text, so that the space before what follows stays.
  private func lastText(from start: Int, to end: Int) -> Int {
    var last = max(start, end)
    while last > start, isBlank(last) { last -= 1 }
    return last
  }

  private func isBlank(_ line: Int) -> Bool {
    text.bytes[text.line(line)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The last line of the admonition, collapsible, tab or aside that begins on a line.
  private func end(ofContainerAt number: Int) -> Int? {
    let line = text.bytes[text.line(number)]
    let mark = line.drop { $0 == 0x20 || $0 == 0x09 }
    let isIndented = ["!!!", "???", "==="].contains { mark.starts(with: $0.utf8) && mark.count > 3 }
    if isIndented {
      let width = indent(number)
      var last = number
      var index = number + 1
      while index < text.lineCount, isBlank(index) || indent(index) > width {
        if !isBlank(index) { last = index }
        index += 1
      }
      return last > number ? last : nil
    }
    guard mark.starts(with: ":::".utf8), mark.count > 3 else { return nil }
    var depth = 0
    for index in number..<text.lineCount {
      let line = text.bytes[text.line(index)].drop { $0 == 0x20 || $0 == 0x09 }
      guard line.starts(with: ":::".utf8) else { continue }
      depth += line.allSatisfy { $0 == UInt8(ascii: ":") || $0 == 0x20 } ? -1 : 1
      if depth == 0 { return index }
    }
    return nil
  }

  private func indent(_ line: Int) -> Int {
    var width = 0
    for byte in text.bytes[text.line(line)] {
      if byte == 0x20 {
        width += 1
      } else if byte == 0x09 {
        width += 4 - width % 4
      } else {
        break
      }
    }
    return width
  }
}
