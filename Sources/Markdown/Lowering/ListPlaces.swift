import Diagnostics

/// Lists and tables that begin where they are taken for something else, here or elsewhere.
extension Lowering {
  /// Reports that a list or table follows a line of text without a blank line.
  mutating func checkBlankLine(before first: Int, _ end: Int, isTable: Bool) {
    guard dialect != .commonMark, !isPartial else { return }
    let isInItem = stack.contains { if case .item = $0.kind { true } else { false } }
    // Below the text of an item a list is right without one.
    if !isTable, let last = stack.last, case .item = last.kind { return }
    let marks = bytes[line.start..<first]
    guard marks.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }) else { return }
    var prefix = String(decoding: marks, as: UTF8.self)
    while let last = prefix.last, last != ">" { prefix.removeLast() }
    let ending = String(decoding: bytes[line.end..<line.next], as: UTF8.self)
    let blank = prefix + (ending.isEmpty ? "\n" : ending)
    report(
      .missingBlankLine, .note,
      "Python-Markdown shows this \(isTable ? "table" : "list") as more of the paragraph above",
      first, end, help: "put a blank line before it",
      fix: Fix(
        "put a blank line before it", [edit(line.start, line.start, blank)], isSafe: !isInItem))
  }

  /// Reports a list below an ordered item that is indented, but not as far as the item's text.
  mutating func checkNestedItem() {
    let parent = stack[matched]
    guard case .item = parent.kind, parent.isOrdered, dialect != .commonMark else { return }
    let ahead = cursor.whiteSpace(in: bytes, end: line.end)
    guard ahead.columns > parent.indent, ahead.columns < parent.width,
      let marker = BlockSyntax.listMarker(bytes, ahead.first, line.end), marker.interrupts,
      !BlockSyntax.isThematicBreak(bytes, ahead.first, line.end)
    else { return }
    let isOrdered = (0x30...0x39).contains(bytes[ahead.first])
    // One column more may be how its author aligns numbers.
    if isOrdered, ahead.columns < parent.indent + 2 { return }
    report(
      .shallowItem, .warning,
      "this item is not part of the item above: it is indented by \(ahead.columns - parent.indent)"
        + ", its text by \(parent.width - parent.indent)",
      ahead.first, ahead.first + marker.count, help: "indent it as far as that text",
      fix: indentation(of: ahead, by: parent.width - ahead.columns, isSafe: !isOrdered))
  }

  /// The fix that indents the current line and those below that belong to it.
  private func indentation(
    of ahead: (columns: Int, first: Int), by missing: Int, isSafe: Bool
  ) -> Fix? {
    let spaces = String(repeating: " ", count: missing)
    var edits: [Edit] = []
    var index = lineIndex
    while index < lines.count {
      let next = lines[index]
      guard next.file == currentFile, next.indent == 0 else { break }
      var place = Cursor(next)
      // The containers that go on are all white space, or the lines are left to their author.
      let space = place.whiteSpace(in: bytes, end: next.end)
      guard space.first < next.end else { break }
      guard !bytes[next.start..<space.first].contains(0x09),
        !stack[..<matched].contains(where: { if case .quote = $0.kind { true } else { false } })
      else { return nil }
      place.skip(to: space.first, columns: space.columns)
      guard index == lineIndex || space.first - next.start >= ahead.first - line.start else {
        break
      }
      edits.append(edit(space.first, space.first, spaces))
      index += 1
    }
    return Fix("indent it as far as the text above", edits, isSafe: isSafe)
  }
}
