import Diagnostics

/// A source line and where the marks under the bytes that are meant belong.
struct SourceExcerpt {
  /// The line as it is printed: harmless, and cut to a window when it is very long.
  private(set) var text = ""
  /// What stands below the text before the marks, with the source's tabs, so that they stand right
  /// for any tab width.
  private(set) var indent = ""
  /// How many marks there are, at least one.
  let marked: Int

  /// The most columns of source shown.
  static let widest = 100
  /// The columns shown before the place when the line is cut there.
  private static let lead = 30
  private static let ellipsis = "…"

  /// - Parameters:
  ///   - line: the line's bytes, with their indices in the file.
  ///   - column: where on the screen the text will begin, from 0; the width of a tab depends on it.
  init(line: ArraySlice<UInt8>, range: ByteRange, column: Int) {
    let place = min(max(range.start, line.startIndex), line.endIndex)
    let end = min(max(range.end, place), line.endIndex)
    let source = SourceCells(line, around: place)
    let cells = source.cells
    let first = cells.lastIndex { $0.start <= place && place < line.endIndex } ?? cells.endIndex
    let last = cells[first...].firstIndex { $0.start >= end } ?? cells.endIndex
    let window = Self.window(of: source, around: first..<last)

    var screen = column
    if window.lowerBound > 0 || source.isCutBefore {
      text += Self.ellipsis
      indent += " "
      screen += 1
    }
    var marked = 0
    for index in window {
      let cell = cells[index]
      let width = cell.isTab ? 8 - screen % 8 : cell.width
      text += cell.text
      screen += width
      if index < first {
        indent += cell.isTab ? "\t" : String(repeating: " ", count: width)
      } else if index < last {
        marked += width
      }
    }
    if window.upperBound < cells.count || source.isCutAfter { text += Self.ellipsis }
    self.marked = max(1, marked)
  }

  /// The cells to show: all that fit, else the head of the line when the place is in it, else those
  /// around the place.
  private static func window(of source: SourceCells, around marked: Range<Int>) -> Range<Int> {
    let cells = source.cells
    func width(_ range: Range<Int>) -> Int { cells[range].reduce(0) { $0 + $1.widest } }
    let isWhole = !source.isCutBefore && !source.isCutAfter
    if isWhole, width(cells.indices) <= widest { return cells.indices }

    var start = 0
    if source.isCutBefore || width(0..<marked.upperBound) > widest - 2 {
      start = marked.lowerBound
      var room = lead
      while start > 0, cells[start - 1].widest <= room {
        start -= 1
        room -= cells[start].widest
      }
    }
    var room = widest - 2
    var end = start
    while end < cells.count, cells[end].widest <= room {
      room -= cells[end].widest
      end += 1
    }
    return start..<end
  }
}
