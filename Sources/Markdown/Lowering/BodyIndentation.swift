import Diagnostics

/// Bodies of boxes and tabs that are indented by too little, or by tabs and spaces at once.
extension Lowering {
  /// Reports a body that is not one because it is indented by less than four columns. The current
  /// line is the marker, its container not yet open.
  mutating func checkBody(below ahead: (columns: Int, first: Int)) {
    var index = lineIndex + 1
    while isBlank(line: index) { index += 1 }
    guard let body = text(ofLine: index), body.file == currentFile else { return }
    let missing = ahead.columns + 4 - body.columns
    guard (1...3).contains(missing) else { return }
    let spaces = String(repeating: " ", count: missing)
    var edits: [Edit] = []
    var next = index
    while next < lines.count {
      if let text = text(ofLine: next) {
        guard text.file == currentFile, text.columns >= body.columns else { break }
        edits.append(edit(text.first, text.first, spaces))
      } else if !isBlank(line: next) {
        break
      }
      next += 1
    }
    shallowEnd = next
    report(
      .shallowBody, .warning,
      "this line is not part of the box or tab above: it is indented by \(4 - missing) "
        + (missing == 3 ? "column" : "columns") + ", not by four",
      body.first, body.end, help: "indent it by four spaces",
      fix: Fix("indent the lines by four spaces", edits, isSafe: missing < 3))
  }

  /// Looks at the white space before the body of `stack[index]` on this line: from `start` to the
  /// cursor.
  mutating func checkIndentation(of index: Int, from start: Int) {
    var hasTab = false
    var hasSpaces = false
    for place in start..<cursor.offset {
      if bytes[place] == 0x09 { hasTab = true }
      if bytes[place] == 0x20 { hasSpaces = true }
    }
    guard hasTab || !stack[index].indentation.tabbed.isEmpty else {
      if hasSpaces { stack[index].indentation.hasSpaces = true }
      return
    }
    if hasTab { noteTabs(of: index, from: start) }
    if hasSpaces { stack[index].indentation.hasSpaces = true }
    guard stack[index].indentation.hasSpaces else { return }
    if let finding = stack[index].indentation.finding {
      diagnostics[finding].fix = fixOfIndentation(stack[index].indentation)
      return
    }
    stack[index].indentation.finding = diagnostics.count
    report(
      .mixedIndentation, .note,
      hasTab && hasSpaces
        ? "tabs and spaces are mixed in this line's indentation"
        : "this line is indented by \(hasTab ? "a tab" : "spaces"), lines above it in the body by "
          + (hasTab ? "spaces" : "tabs"),
      start, cursor.offset, help: "indent every line of the body by four spaces",
      fix: fixOfIndentation(stack[index].indentation))
  }

  /// Remembers white space with a tab, from `start` to the cursor.
  private mutating func noteTabs(of index: Int, from start: Int) {
    var place = Cursor(line)
    let before = place.whiteSpace(in: bytes, end: start)
    // Only where nothing but white space stands before is the column known.
    let isKnown = before.first == start && line.indent == 0
    place.skip(to: start, columns: before.columns)
    let width = isKnown ? cursor.column + cursor.pending - place.column : -1
    stack[index].indentation.tabbed.append((currentFile, start..<cursor.offset, width))
  }

  /// Spaces in place of all tabs.
  private func fixOfIndentation(_ indentation: Indentation) -> Fix? {
    guard indentation.tabbed.allSatisfy({ $0.width >= 0 && $0.file == currentFile }) else {
      return nil
    }
    let edits = indentation.tabbed.map {
      edit($0.range.lowerBound, $0.range.upperBound, String(repeating: " ", count: $0.width))
    }
    return Fix("indent by spaces", edits, isSafe: true)
  }
}
