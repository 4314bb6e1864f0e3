import ByteText

/// Writing of lowered lines: as they stand where nothing changes, else with the marks of their
/// containers made anew.
extension Lowering {
  /// Copies the current line as it stands.
  mutating func keepLine() {
    if line.indent > 0 {
      flushRun()
      out.append(repeating: UInt8(ascii: " "), count: line.indent)
    } else if runFile == line.file, run.upperBound == line.start, !run.isEmpty {
      run = run.lowerBound..<line.next
      return
    } else {
      flushRun()
    }
    run = line.start..<line.next
    runFile = line.file
  }

  mutating func flushRun() {
    guard !run.isEmpty else { return }
    map.add(lowered: out.count, source: run.lowerBound, count: run.count, file: runFile)
    out.append(files[runFile][run])
    // Only a snippet's last line may lack its line ending before more text.
    if out[out.count - 1] != 0x0A, out[out.count - 1] != 0x0D { out.append(0x0A) }
    run = 0..<0
  }

  /// Copies source bytes into a line that is being written.
  mutating func copy(_ start: Int, _ end: Int) {
    guard start < end else { return }
    map.add(lowered: out.count, source: start, count: end - start, file: currentFile)
    bytes.withUnsafeBufferPointer { out.append(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Copies the rest of the line, code or HTML, with its containers' marks.
  mutating func keepRest() {
    if loweredDepth == 0, !isPartial { return keepLine() }
    startLine()
    switch leaf {
    case .fence, .html:
      out.append(repeating: UInt8(ascii: " "), count: cursor.pending)
      copy(cursor.offset, line.end)
    case .none, .paragraph, .table:
      // A tab reaches less far after the marks of a lowered container than it did in the source.
      let ahead = cursor.whiteSpace(in: bytes, end: line.end)
      out.append(repeating: UInt8(ascii: " "), count: ahead.columns)
      copy(ahead.first, line.end)
    }
    out.append(0x0A)
  }

  /// Copies the rest of the line as text, with tokens where the dialect has something.
  mutating func keepText() {
    let start = cursor.whiteSpace(in: bytes, end: line.end).first
    let token = nextToken(from: start, lineStart: start, line.end)
    if token == nil, loweredDepth == 0, line.indent == 0, !isPartial,
      start == cursor.offset || !Self.mayHoldToken(bytes, start, line.end)
    {
      return keepLine()
    }
    startLine()
    let ahead = cursor.whiteSpace(in: bytes, end: line.end)
    out.append(repeating: UInt8(ascii: " "), count: ahead.columns)
    writeText(start, line.end, token)
    out.append(0x0A)
  }

  /// Begins an output line: the marks of the containers that the line continues and of those it
  /// opens.
  mutating func startLine() {
    flushRun()
    if isLeadWritten {
      writeMarks(stack.count)
    } else if loweredDepth == 0, line.indent == 0, !isPartial {
      copy(line.start, cursor.offset)
      // What the cursor has not read of a tab is in the bytes just copied.
      cursor.pending = 0
    } else {
      writeMarks(matched)
      writeLead()
    }
    isLeadWritten = true
  }

  /// The marks of list items and block quotes that the line opens, with tabs turned into the
  /// columns they stand for.
  private mutating func writeLead() {
    var place = lead
    while place.offset < cursor.offset {
      let ahead = place.whiteSpace(in: bytes, end: cursor.offset)
      if ahead.first >= cursor.offset {
        let width = cursor.column - place.column
        out.append(repeating: UInt8(ascii: " "), count: max(0, width))
        return
      }
      out.append(repeating: UInt8(ascii: " "), count: ahead.columns)
      place.skip(to: ahead.first, columns: ahead.columns)
      let start = place.offset
      while place.offset < cursor.offset, bytes[place.offset] != UInt8(ascii: " "),
        bytes[place.offset] != UInt8(ascii: "\t")
      {
        place.skip(bytes: 1)
      }
      copy(start, place.offset)
    }
  }

  /// The marks that continue the first `count` containers.
  mutating func writeMarks(_ count: Int) {
    for index in 0..<count {
      switch stack[index].kind {
      case .item: out.append(repeating: UInt8(ascii: " "), count: stack[index].width)
      case .quote, .indented, .aside, .element: out.append("> ")
      }
    }
  }

  /// Ends what stands open inside the first `count` containers.
  mutating func writeEnd(inside count: Int) {
    flushRun()
    writeMarks(min(count, stack.count))
    out.append("# \u{2}e0{}\u{2}\n")
  }

  mutating func writeMarker(_ letter: UInt8, _ index: Int) {
    out.append("# \u{2}")
    out.append(letter)
    out.append(decimal: index)
    out.append(UInt8(ascii: "{"))
  }

  /// Closes a marker's text. A backslash at its end would take the brace's meaning; a second one
  /// restores its own.
  mutating func endMarker() {
    var backslashes = 0
    while backslashes < out.count, out[out.count - 1 - backslashes] == UInt8(ascii: "\\") {
      backslashes += 1
    }
    if backslashes % 2 == 1 { out.append(UInt8(ascii: "\\")) }
    out.append("}\u{2}\n")
  }

  /// Writes the blank lines that were held back, inside the first `count` containers.
  mutating func flushBlankLines(keeping count: Int) {
    var isCode = false
    if case .fence = leaf { isCode = count == stack.count }
    if case .html = leaf { isCode = count == stack.count }
    flushRun()
    for blank in blankLines {
      writeMarks(count)
      if isCode {
        var place = Cursor(blank)
        for container in stack[..<count] {
          place.skip(columns: container.width, in: files[blank.file], end: blank.end)
        }
        out.append(repeating: UInt8(ascii: " "), count: place.pending)
        out.append(files[blank.file][place.offset..<blank.end])
      }
      out.append(0x0A)
    }
    blankLines.removeAll(keepingCapacity: true)
  }
}
