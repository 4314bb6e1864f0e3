import Diagnostics

/// The source lines of a place with marks under its bytes. Of a place of many lines, the first and
/// the last are shown:
/// ```
///    12 | ~~~ python
///       | ^^^^^^^^^^
///   ...
///    19 | ~~~
///       | ^^^
/// ```
struct TextExcerpt {
  private let range: ByteRange
  private let lines: LineTable

  /// The most lines shown without a gap.
  private static let most = 3

  init(_ range: ByteRange, in lines: LineTable) {
    self.range = Self.withoutEnding(range, in: lines)
    self.lines = lines
  }

  func text(
    _ mark: Character, as part: TerminalStyle.Part, _ style: TerminalStyle
  ) -> String {
    let first = lines.position(of: range.start).line
    let last = lines.position(of: range.end).line
    let gutter = TextGutter(upTo: last)
    var text = ""
    for number in first...last {
      if last - first >= Self.most, number > first, number < last {
        if number == first + 1 { text += style("  ...", as: .gutter) + "\n" }
        continue
      }
      let line = lines.line(number)
      let excerpt = SourceExcerpt(
        line: line, range: marked(in: line, isFirst: number == first), column: gutter.width)
      text += gutter.line(number, excerpt.text, style)
      if number > first, line.isEmpty { continue }
      let marks = String(repeating: mark, count: excerpt.marked)
      text += gutter.blank(style) + " " + excerpt.indent + style(marks, as: part) + "\n"
    }
    return text
  }

  /// The part of a line that the place covers, without the spaces that a further line begins with.
  private func marked(in line: ArraySlice<UInt8>, isFirst: Bool) -> ByteRange {
    if isFirst { return range }
    let start = line.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.startIndex
    return ByteRange(min(start, range.end), range.end)
  }

  /// A place without the line endings that it ends with: they belong to the lines before them.
  private static func withoutEnding(_ range: ByteRange, in lines: LineTable) -> ByteRange {
    var end = min(range.end, lines.bytes.count)
    while end > range.start, lines.bytes[end - 1] == 0x0A || lines.bytes[end - 1] == 0x0D {
      end -= 1
    }
    return ByteRange(range.start, end)
  }
}

/// What stands before source lines: their number and a bar.
struct TextGutter {
  private let digits: Int

  init(upTo last: Int) { digits = max(5, String(last).count) }

  /// The columns before the source.
  var width: Int { digits + 3 }

  func line(_ number: Int, _ text: String, sign: Character = "|", _ style: TerminalStyle) -> String
  {
    let number = String(number)
    let padding = String(repeating: " ", count: max(0, digits - number.count))
    return style(padding + number + " " + String(sign), as: .gutter)
      + (text.isEmpty ? "" : " ") + text + "\n"
  }

  func blank(_ style: TerminalStyle) -> String {
    style(String(repeating: " ", count: digits) + " |", as: .gutter)
  }
}
