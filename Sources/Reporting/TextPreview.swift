import Diagnostics

/// The lines that a fix would write into the finding's own file, `+` beside them; `-` beside those
/// that it would take away without writing any.
struct TextPreview {
  private let groups: [LineChange]
  private let lines: LineTable

  /// The most lines shown; a preview is no diff.
  private static let most = 6

  init(of fix: Fix, to path: String, in lines: LineTable) {
    let edits = EditPlan([fix], for: path, in: lines.bytes).edits
    groups = LineChange.all(edits, in: lines.bytes)
    self.lines = lines
  }

  func text(_ style: TerminalStyle) -> String {
    var text = ""
    var count = 0
    // Lines above that were added or taken away move those below.
    var shift = 0
    for group in groups {
      let isRemoval = group.new.isEmpty
      let shown = isRemoval ? group.old : group.new
      let first = group.firstLine + (isRemoval ? 0 : shift)
      let gutter = TextGutter(upTo: first + shown.count)
      for (index, line) in shown.enumerated() {
        count += 1
        if count > Self.most { return text + style("  ...", as: .gutter) + "\n" }
        let line = Self.withoutEnding(line)
        let place = isRemoval ? line.startIndex : group.firstDifference(in: line, at: index)
        let excerpt = SourceExcerpt(
          line: line, range: ByteRange(place, place), column: gutter.width)
        let part = isRemoval ? TerminalStyle.Part.severity(.error) : .help
        let shownText = excerpt.text.isEmpty ? "" : style(excerpt.text, as: part)
        text += gutter.line(first + index, shownText, sign: isRemoval ? "-" : "+", style)
      }
      shift += group.new.count - group.old.count
    }
    return text
  }

  private static func withoutEnding(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while line.last == 0x0A || line.last == 0x0D { line.removeLast() }
    return line
  }
}
