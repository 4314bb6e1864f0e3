import Diagnostics

/// GFM pipe tables. Each cell becomes a marker heading, so that libcmark parses its text where it
/// stands.
extension Lowering {
  /// Whether the next line begins as delimiter rows do; most begin with a letter.
  var mayHeadTable: Bool {
    guard lineIndex + 1 < lines.count else { return false }
    let next = lines[lineIndex + 1]
    guard next.file == currentFile, next.start < next.end else { return next.start < next.end }
    return Self.isOfDelimiterRow(bytes[next.start])
  }

  private static func isOfDelimiterRow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "),
      UInt8(ascii: "\t"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  /// The columns of the table whose header row is the current line: the next line must be a
  /// delimiter row of as many.
  func alignmentsOfTable(headedAt first: Int) -> [ColumnAlignment]? {
    guard lineIndex + 1 < lines.count else { return nil }
    let next = lines[lineIndex + 1]
    let nextBytes = next.file == currentFile ? bytes : files[next.file]
    var hasDash = false
    for index in next.start..<next.end {
      guard Self.isOfDelimiterRow(nextBytes[index]) else { return nil }
      if nextBytes[index] == UInt8(ascii: "-") { hasDash = true }
    }
    guard hasDash, let text = text(ofLine: lineIndex + 1), text.columns < 4 else { return nil }
    let head = cells(of: bytes, first, line.end)
    let row = cells(of: nextBytes, text.first, text.end)
    guard !row.isEmpty, head.count == row.count else { return nil }
    let hasPipe =
      bytes[first..<line.end].contains(UInt8(ascii: "|"))
      || nextBytes[text.first..<text.end].contains {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":")
      }
    guard hasPipe else { return nil }
    var alignments: [ColumnAlignment] = []
    for cell in row {
      guard let alignment = alignment(nextBytes, cell.lowerBound, cell.upperBound) else {
        return nil
      }
      alignments.append(alignment)
    }
    return alignments
  }

  /// Writes the header row; the delimiter row is done with it.
  mutating func writeTableHead(from first: Int, alignments: [ColumnAlignment]) {
    startLine()
    writeMarker(Marker.Letter.table, tables.count)
    endMarker()
    tables.append(alignments)
    writeRow(from: first, columns: alignments.count, isHeader: true)
    lineIndex += 1
    leaf = .table(columns: alignments.count)
  }

  /// So many empty cells are added on a page; more would make a megabyte of short rows a gigabyte.
  private static let mostFilledCells = 100_000

  /// Writes a row: missing cells are empty, further ones are left out (GFM).
  mutating func writeRow(from first: Int, columns: Int, isHeader: Bool) {
    let cells = cells(of: bytes, first, line.end)
    var shown = columns
    if cells.count < columns {
      let before = filledCells
      filledCells += columns - cells.count
      if filledCells > Self.mostFilledCells {
        shown = max(1, cells.count)
        if before <= Self.mostFilledCells {
          report(
            .manyEmptyCells, .warning,
            "rows that are shorter than their table's head are not filled up from here on",
            first, line.end, help: "write all cells, or split the table")
        }
      }
    }
    for column in 0..<shown {
      startLine()
      let letter =
        isHeader
        ? Marker.Letter.headerCell : column == 0 ? Marker.Letter.rowCell : Marker.Letter.cell
      writeMarker(letter, column)
      if column < cells.count {
        writeCell(cells[column].lowerBound, cells[column].upperBound)
      }
      endMarker()
    }
    if cells.count > columns, let extra = cells[columns...].first, let last = cells.last {
      report(
        .extraCells, .warning,
        "this row has \(cells.count) cells, its table \(columns) columns; the rest is not shown",
        extra.lowerBound, max(extra.lowerBound + 1, last.upperBound),
        help: "write a pipe that belongs to the text as \\|")
    }
  }

  /// A cell's text; `\|` is a pipe, in code too.
  private mutating func writeCell(_ start: Int, _ end: Int) {
    var from = start
    var index = start
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "|") {
        writeText(from, index)
        from = index + 1
        index += 2
      } else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    writeText(from, end)
  }

  /// The trimmed cells of a row. A pipe after a backslash does not end a cell.
  private func cells(of bytes: [UInt8], _ start: Int, _ end: Int) -> [Range<Int>] {
    var end = end
    while end > start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") {
      end -= 1
    }
    var cells: [Range<Int>] = []
    var from = start
    if from < end, bytes[from] == UInt8(ascii: "|") { from += 1 }
    var index = from
    while index < end {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < end {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "|") {
        cells.append(trimmed(bytes, from, index))
        from = index + 1
      }
      index += 1
    }
    if from < end { cells.append(trimmed(bytes, from, end)) }
    return cells
  }

  private func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
    var start = start
    var end = end
    while start < end, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\t") {
      start += 1
    }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") {
      end -= 1
    }
    return start..<end
  }

  private func alignment(_ bytes: [UInt8], _ start: Int, _ end: Int) -> ColumnAlignment? {
    guard start < end else { return nil }
    let isLeft = bytes[start] == UInt8(ascii: ":")
    let isRight = end - start > 1 && bytes[end - 1] == UInt8(ascii: ":")
    let dashes = bytes[(start + (isLeft ? 1 : 0))..<(end - (isRight ? 1 : 0))]
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    switch (isLeft, isRight) {
    case (true, true): return .center
    case (true, false): return .left
    case (false, true): return .right
    case (false, false): return ColumnAlignment.none
    }
  }
}
