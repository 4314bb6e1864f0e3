import ByteText

/// What begins a block: the blocks of CommonMark, and in between those of the dialect.
extension Lowering {
  /// Opens every block that begins at the cursor, one inside the other, and writes the line.
  mutating func openBlocks() {
    while true {
      let end = line.end
      let ahead = cursor.whiteSpace(in: bytes, end: end)
      guard ahead.first < end else {
        leaf = .none
        return keepRest()
      }
      var inParagraph = false
      if case .paragraph = leaf { inParagraph = true }
      if ahead.columns >= 4 { return inParagraph ? keepText() : keepRest() }

      let first = ahead.first
      switch bytes[first] {
      case UInt8(ascii: ">"):
        readQuoteMark(ahead)
        push(Container(kind: .quote))
        if isTooDeep { return keepRest() }
        if lowersAlert() { return }
        continue
      case UInt8(ascii: "#") where BlockSyntax.isHeading(bytes, first, end):
        leaf = .none
        return keepText()
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        if let fence = BlockSyntax.fence(bytes, first, end) {
          leaf = .fence(byte: fence.byte, count: fence.count)
          fenceStart = (currentFile, first, end)
          return keepRest()
        }
      case UInt8(ascii: "<"):
        if lowersElement(ahead) { return }
        if let blockEnd = htmlBlockEnd(first, inParagraph: inParagraph) {
          let isOver = HTMLBlockSyntax.ends(blockEnd, bytes, first, end)
          if isOver, hasDefinitions, dialect.definitionLists, !inParagraph, isLoneTerm() {
            return writeTerm(first)
          }
          leaf = isOver ? .none : .html(blockEnd)
          return keepRest()
        }
        if dialect.html.isRestricted,
          HTMLBlockSyntax.blockEnd(bytes, first, end, inParagraph: inParagraph) != nil
        {
          return writeMarkupAsText(ahead)
        }
      case UInt8(ascii: "!") where dialect.admonitions,
        UInt8(ascii: "?") where dialect.collapsibles:
        if lowersAdmonition(ahead) { return }
        checkBoxMarker(ahead)
      case UInt8(ascii: "="):
        if inParagraph, BlockSyntax.isSetextUnderline(bytes, first, end) {
          leaf = .none
          return keepRest()
        }
        if dialect.tabs {
          if lowersTab(ahead) { return }
          checkTabMarker(ahead, inParagraph: inParagraph)
        }
      case UInt8(ascii: ":"):
        if dialect.asides, lowersAside(ahead) { return }
        if dialect.definitionLists, lowersDefinition(ahead) { return }
      case UInt8(ascii: "["):
        if dialect.footnotes, first + 1 < end, bytes[first + 1] == UInt8(ascii: "^"),
          lowersFootnote(ahead)
        {
          return
        }
        if readsReferenceDefinition(first), !inParagraph, !hasMarkerReference(from: first) {
          return keepRest()
        }
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        if inParagraph, BlockSyntax.isSetextUnderline(bytes, first, end) {
          leaf = .none
          return keepRest()
        }
        if BlockSyntax.isThematicBreak(bytes, first, end) {
          leaf = .none
          return keepRest()
        }
        if dialect.abbreviations, lowersAbbreviation(first) { return }
        if let marker = BlockSyntax.listMarker(bytes, first, end),
          !inParagraph || marker.interrupts
        {
          if inParagraph { checkBlankLine(before: first, first + marker.count, isTable: false) }
          openItem(ahead, markerCount: marker.count)
          if isTooDeep { return keepRest() }
          if dialect.taskLists, lowersTask() { return }
          continue
        }
      default:
        break
      }
      return writeParagraphLine(first, inParagraph: inParagraph)
    }
  }

  /// Whether a line that begins at `first` ends an open paragraph or table.
  mutating func startsBlock(_ first: Int) -> Bool {
    let end = line.end
    switch bytes[first] {
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "#"): return BlockSyntax.isHeading(bytes, first, end)
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return BlockSyntax.fence(bytes, first, end) != nil
    case UInt8(ascii: "<"):
      return htmlBlockEnd(first, inParagraph: true) != nil
    case UInt8(ascii: "!"): return dialect.admonitions && admonition(at: first) != nil
    case UInt8(ascii: "?"): return dialect.collapsibles && admonition(at: first) != nil
    case UInt8(ascii: "="): return dialect.tabs && tab(at: first) != nil
    case UInt8(ascii: ":"): return dialect.asides && asideColons(at: first) >= 3
    case UInt8(ascii: "["): return dialect.footnotes && footnoteLabelEnd(at: first) != nil
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return BlockSyntax.isThematicBreak(bytes, first, end)
        || BlockSyntax.listMarker(bytes, first, end)?.interrupts == true
    default: return false
    }
  }

  /// Opens the list item whose marker begins after the white space `ahead`.
  private mutating func openItem(_ ahead: (columns: Int, first: Int), markerCount: Int) {
    cursor.skip(to: ahead.first, columns: ahead.columns)
    cursor.skip(bytes: markerCount)
    let after = cursor.whiteSpace(in: bytes, end: line.end)
    let isEmpty = after.first == line.end
    let padding = isEmpty || after.columns > 4 ? 1 : after.columns
    cursor.skip(columns: padding, in: bytes, end: line.end)
    push(
      Container(
        kind: .item, width: ahead.columns + markerCount + padding, isEmpty: isEmpty,
        indent: ahead.columns, isOrdered: markerCount > 1))
  }

  /// `[ ]` or `[x]` at the start of a list item's text (GFM, task list items).
  private mutating func lowersTask() -> Bool {
    let ahead = cursor.whiteSpace(in: bytes, end: line.end)
    let first = ahead.first
    guard ahead.columns < 4, first + 3 < line.end, bytes[first] == UInt8(ascii: "["),
      bytes[first + 2] == UInt8(ascii: "]"),
      bytes[first + 3] == UInt8(ascii: " ") || bytes[first + 3] == UInt8(ascii: "\t")
    else { return false }
    let mark = bytes[first + 1]
    guard mark == UInt8(ascii: " ") || mark | 0x20 == UInt8(ascii: "x") else { return false }
    cursor.skip(to: first, columns: ahead.columns)
    startLine()
    writeToken(.task(isDone: mark != UInt8(ascii: " ")), first, first + 3)
    cursor.skip(bytes: 3)
    let text = cursor.whiteSpace(in: bytes, end: line.end).first
    if dialect.tables, let columns = alignmentsOfTable(headedAt: text) {
      out.append(0x0A)
      writeTableHead(from: text, alignments: columns)
      return true
    }
    writeText(first + 3, line.end)
    out.append(0x0A)
    leaf = .paragraph
    return true
  }

  /// Text: of a table's header row when the next line says so, of a term when a definition follows,
  /// else of a paragraph.
  private mutating func writeParagraphLine(_ first: Int, inParagraph: Bool) {
    if !inParagraph { bracketCount = 0 }
    if dialect.tables, mayHeadTable, let columns = alignmentsOfTable(headedAt: first) {
      if inParagraph { checkBlankLine(before: first, line.end, isTable: true) }
      return writeTableHead(from: first, alignments: columns)
    }
    if hasDefinitions, dialect.definitionLists, !inParagraph, isTerm() {
      return writeTerm(first)
    }
    leaf = .paragraph
    keepText()
  }
}
