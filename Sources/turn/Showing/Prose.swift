import Reporting

/// Text from patterns, laid out for a terminal.
enum Prose {
  /// Breaks text at spaces, so that no line is wider than `width` where that can be.
  /// - Parameters:
  ///   - first: What stands before the first line; the others are indented by as much.
  static func wrapped(_ text: String, width: Int, first: String = "") -> String {
    let indentation = String(repeating: " ", count: DisplayWidth.of(first))
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      let word = VisibleText.of(String(word))
      if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width {
        lines.append(line)
        line = indentation
        isEmpty = true
      }
      line += isEmpty ? word : " " + word
      isEmpty = false
    }
    lines.append(line)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Columns side by side, the last one wrapped.
  static func table(_ rows: [[String]], width: Int, indentation: Int = 2) -> String {
    let rows = rows.map { $0.map { VisibleText.of($0) } }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<max(0, count - 1)).map { column in
      rows.map { $0.indices.contains(column) ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let space = String(repeating: " ", count: indentation)
    return rows.map { row in
      var start = space
      for (cell, width) in zip(row.dropLast(), widths) {
        start += cell + String(repeating: " ", count: width - DisplayWidth.of(cell) + 2)
      }
      // Beside columns that fill the line there is no room to wrap in.
      let room = max(width, DisplayWidth.of(start) + 24)
      let line = wrapped(row.last ?? "", width: room, first: start)
      return line.contains { $0 != " " && $0 != "\n" } ? trimmed(line) : ""
    }.joined()
  }

  private static func trimmed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
