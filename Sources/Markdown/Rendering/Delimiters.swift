import ByteText

/// A mark that may yet be closed: `==`, `~~`, `~`, `^` or `^^`.
struct OpenDelimiter {
  var byte: UInt8
  var count: Int
  /// Where the mark stands in the output.
  var offset: Int
  /// The inline container or block that it belongs to; it ends with it.
  var scope: Node?
  /// What the page had recorded then.
  var records: RecordCounts
}

extension PageRenderer {
  /// Writes a run of a mark's characters: the end of an open mark, or text that may become its
  /// start.
  mutating func writeDelimiter(
    _ byte: UInt8, count: Int, around: (before: UInt8, after: UInt8), scope: Node?
  ) {
    if isInHeading { headingText.append(repeating: byte, count: count) }
    guard let element = element(byte, count) else {
      return out.append(repeating: byte, count: count)
    }
    let isWordy = byte == UInt8(ascii: "=")
    let canClose =
      !Self.isSpace(around.before) && !(isWordy && Self.isWordByte(around.after))
    if canClose,
      let open = delimiters.lastIndex(where: {
        $0.byte == byte && $0.count == count && $0.scope == scope
      }),
      out.count > delimiters[open].offset + count,
      element.allowsSpaces || !hasSpace(from: delimiters[open].offset)
    {
      let offset = delimiters[open].offset
      let records = delimiters[open].records
      delimiters.removeSubrange(open...)
      if isInHeading { dropMarks(byte, count) }
      out.replace(offset..<offset + count, with: element.start)
      moveRecords(
        since: records, after: offset, by: element.start.utf8CodeUnitCount - count)
      out.append(element.end)
      return
    }
    let canOpen =
      !Self.isSpace(around.after) && !(isWordy && Self.isWordByte(around.before))
    if canOpen {
      delimiters.append(
        OpenDelimiter(
          byte: byte, count: count, offset: out.count, scope: scope, records: recordCounts))
    }
    out.append(repeating: byte, count: count)
  }

  private func element(
    _ byte: UInt8, _ count: Int
  ) -> (start: StaticString, end: StaticString, allowsSpaces: Bool)? {
    switch (byte, count) {
    case (UInt8(ascii: "="), 2): ("<mark>", "</mark>", true)
    case (UInt8(ascii: "~"), 2) where dialect.strikethrough: ("<del>", "</del>", true)
    case (UInt8(ascii: "~"), 1) where dialect.subscripts: ("<sub>", "</sub>", false)
    case (UInt8(ascii: "~"), 1) where dialect.strikethrough: ("<del>", "</del>", true)
    case (UInt8(ascii: "^"), 1): ("<sup>", "</sup>", false)
    case (UInt8(ascii: "^"), 2): ("<ins>", "</ins>", true)
    default: nil
    }
  }

  /// A mark inside a heading is no part of its text: both runs, the one just added too, are taken
  /// out.
  private mutating func dropMarks(_ byte: UInt8, _ count: Int) {
    let end = headingText.count - count
    headingText.truncate(to: end)
    var start = end - count
    while start >= 0 {
      if (start..<start + count).allSatisfy({ headingText[$0] == byte }) {
        headingText.replace(start..<start + count, with: "")
        return
      }
      start -= 1
    }
  }

  private func hasSpace(from offset: Int) -> Bool {
    var isTag = false
    for index in offset..<out.count {
      let byte = out[index]
      if byte == UInt8(ascii: "<") { isTag = true }
      if byte == UInt8(ascii: ">") { isTag = false }
      if !isTag, Self.isSpace(byte) { return true }
    }
    return false
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
