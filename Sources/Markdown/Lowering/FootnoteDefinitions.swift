/// `[^label]: text`: a container whose further lines are indented.
extension Lowering {
  /// The end of the label (at its `]`) when a footnote's definition begins at `first`.
  func footnoteLabelEnd(at first: Int) -> Int? {
    guard HTMLBlockSyntax.has("[^", bytes, first, line.end) else { return nil }
    var index = first + 2
    while index < line.end, bytes[index] != UInt8(ascii: "]") {
      guard bytes[index] > 0x20, bytes[index] != UInt8(ascii: "[") else { return nil }
      index += 1
    }
    guard index > first + 2, index + 1 < line.end, bytes[index + 1] == UInt8(ascii: ":") else {
      return nil
    }
    return index
  }

  mutating func lowersFootnote(_ ahead: (columns: Int, first: Int)) -> Bool {
    guard let labelEnd = footnoteLabelEnd(at: ahead.first) else { return false }
    let label = Array(bytes[ahead.first + 2..<labelEnd])
    definitionPlaces.append(
      DefinitionPlace(kind: .footnote(blocks.count), file: currentFile, start: ahead.first))
    openLowered(
      .footnote(label: label), ahead, title: nil,
      container: Container(kind: .indented, width: 4))
    lowerBody(from: labelEnd + 2)
    return true
  }

  /// Lowers what follows a container's mark on the same line as the first line of its body.
  mutating func lowerBody(from start: Int) {
    guard !BlockSyntax.isBlank(bytes, start, line.end) else { return }
    cursor.skip(bytes: start - cursor.offset)
    let ahead = cursor.whiteSpace(in: bytes, end: line.end)
    cursor.skip(to: ahead.first, columns: ahead.columns)
    beginRest()
    openBlocks()
  }

  /// What follows on the line is lowered as a line of its own, inside all containers open now.
  mutating func beginRest() {
    matched = stack.count
    lead = cursor
    isLeadWritten = false
    isPartial = true
  }
}
