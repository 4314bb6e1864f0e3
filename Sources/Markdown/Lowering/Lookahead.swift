/// Looking at the lines that follow without lowering them.
extension Lowering {
  /// The text of a later line inside the containers open now: the place of its first byte after
  /// white space, or nil when the line is blank, is missing, or leaves the containers.
  func text(ofLine index: Int) -> (file: Int, first: Int, end: Int, columns: Int)? {
    guard index < lines.count else { return nil }
    let line = lines[index]
    let bytes = line.file == currentFile ? self.bytes : files[line.file]
    var cursor = Cursor(line)
    var ahead = cursor.whiteSpace(in: bytes, end: line.end)
    for container in stack {
      switch container.kind {
      case .item, .indented:
        guard ahead.columns >= container.width else { return nil }
        cursor.skip(columns: container.width, in: bytes, end: line.end)
      case .quote:
        guard ahead.columns < 4, ahead.first < line.end, bytes[ahead.first] == UInt8(ascii: ">")
        else { return nil }
        cursor.skip(to: ahead.first, columns: ahead.columns)
        cursor.skip(bytes: 1)
        cursor.skip(columns: 1, in: bytes, end: line.end)
      case .aside, .element:
        break
      }
      ahead = cursor.whiteSpace(in: bytes, end: line.end)
    }
    guard ahead.first < line.end else { return nil }
    return (line.file, ahead.first, line.end, ahead.columns)
  }

  /// Whether a later line has no text at all.
  func isBlank(line index: Int) -> Bool {
    guard index < lines.count else { return false }
    let line = lines[index]
    return BlockSyntax.isBlank(files[line.file], line.start, line.end)
  }
}
