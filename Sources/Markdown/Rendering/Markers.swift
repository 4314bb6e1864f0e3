import ByteText

/// Marker headings: titles of containers, cells of tables, terms, elements with text.
extension PageRenderer {
  /// Writes the start of what a marker stands for. Returns whether its text is to be written.
  mutating func enterMarker(_ node: Node, _ letter: UInt8, _ index: Int) -> Bool {
    positions.block(node)
    switch letter {
    case Marker.Letter.end:
      return false
    case Marker.Letter.block:
      guard index < lowering.blocks.count, lowering.blocks[index].hasTitle else { return false }
      switch lowering.blocks[index].kind {
      case .collapsible: out.append("<summary>")
      case .tab:
        out.append("<p class=\"tab-label\">")
        if dialect.tabAnchors != .number {
          isInHeading = true
          headingText.removeAll()
        }
      default: out.append("<p class=\"admonition-title\">")
      }
    case Marker.Letter.table:
      endSequence()
      freshLine()
      out.append("<div class=\"table\"><table>\n<thead>\n")
      sequence = .table(index, hasBody: false, isRowOpen: false)
      return false
    case Marker.Letter.headerCell, Marker.Letter.rowCell, Marker.Letter.cell:
      enterCell(node, letter, column: index)
    case Marker.Letter.term:
      if case .definitions = sequence {
      } else {
        endSequence()
        freshLine()
        out.append("<dl>\n")
        sequence = .definitions
      }
      out.append("<dt>")
    case Marker.Letter.element:
      endSequence()
      freshLine()
      if index < lowering.blocks.count, case .element(let start, _) = lowering.blocks[index].kind {
        positions.place(lowering.blocks[index], in: lowering)
        if dialect.html.isRestricted {
          writeRestricted(container: start, of: node)
        } else {
          writeHTML(start)
        }
        positions.block(node)
      }
    default:
      return false
    }
    return true
  }

  mutating func leaveMarker(_ node: Node, _ letter: UInt8, _ index: Int) {
    switch letter {
    case Marker.Letter.block:
      guard index < lowering.blocks.count, lowering.blocks[index].hasTitle else { return }
      switch lowering.blocks[index].kind {
      case .collapsible: out.append("</summary>\n")
      case .tab:
        out.append("</p>\n")
        if dialect.tabAnchors != .number { writeTabAnchor() }
      default: out.append("</p>\n")
      }
    case Marker.Letter.headerCell:
      dropTrailingSpaces()
      endHeaderCell()
    case Marker.Letter.rowCell, Marker.Letter.cell:
      dropTrailingSpaces()
      out.append("</td>\n")
    case Marker.Letter.term: out.append("</dt>\n")
    case Marker.Letter.element:
      if index < lowering.blocks.count, case .element(_, let end) = lowering.blocks[index].kind {
        if !dialect.html.isRestricted { out.append(end) }
        freshLine()
      }
    default: break
    }
  }

  /// An anchor that says what the tab is about. It stands in the panel, so that a link to it opens
  /// the tab. Headings further down come first, as they do in pymdownx.
  private mutating func writeTabAnchor() {
    isInHeading = false
    let text = headingText.withBytes(Self.trimmed).unicodeScalars
      .filter { !$0.properties.isVariationSelector }
    var slug = SlugRule.github.slug(of: String(String.UnicodeScalarView(text)))
    if dialect.tabAnchors == .heading, let heading = page.headings.last {
      slug = heading.anchor + "-" + slug
    }
    let anchor = anchors.anchor(for: slug)
    addGeneratedAnchor(anchor)
    out.append("<span id=\"")
    out.append(escaping: anchor)
    out.append("\"></span>\n")
  }

  /// A header cell that says nothing is none: a screen reader would announce it for each row.
  private mutating func endHeaderCell() {
    var start = out.count - 1
    while start > 0, !holds("<th", at: start) { start -= 1 }
    var index = start
    while index < out.count, out[index] != UInt8(ascii: ">") { index += 1 }
    index += 1
    // Comments say nothing either.
    while index < out.count, out[index] == UInt8(ascii: " ") || holds("<!--", at: index) {
      if out[index] != UInt8(ascii: " ") {
        while index < out.count, !holds("-->", at: index) { index += 1 }
        index += 2
      }
      index += 1
    }
    let isEmpty = index >= out.count
    if isEmpty { out.replace(start..<start + 3, with: "<td") }
    out.append(isEmpty ? "</td>\n" : "</th>\n")
  }

  private func holds(_ text: StaticString, at offset: Int) -> Bool {
    text.withUTF8Buffer { bytes in
      offset + bytes.count <= out.count
        && bytes.indices.allSatisfy { out[offset + $0] == bytes[$0] }
    }
  }

  private mutating func enterCell(_ node: Node, _ letter: UInt8, column: Int) {
    guard case .table(let index, var hasBody, var isRowOpen) = sequence else { return }
    let isHeader = letter == Marker.Letter.headerCell
    if letter == Marker.Letter.rowCell || (isHeader && !isRowOpen) {
      if isRowOpen { out.append("</tr>\n") }
      if !isHeader, !hasBody {
        out.append("</thead>\n<tbody>\n")
        hasBody = true
      }
      out.append("<tr>\n")
      isRowOpen = true
    }
    sequence = .table(index, hasBody: hasBody, isRowOpen: isRowOpen)
    out.append(isHeader ? "<th" : "<td")
    var classes: [[UInt8]] = []
    if index < lowering.tables.count, column < lowering.tables[index].count {
      switch lowering.tables[index][column] {
      case .none: break
      case .left: classes.append(Array("align-left".utf8))
      case .center: classes.append(Array("align-center".utf8))
      case .right: classes.append(Array("align-right".utf8))
      }
    }
    if !lowering.attributeLists.isEmpty,
      let token = trailingAttributes(node, needsOwnLine: false)
    {
      writeAttributes(token, classes: classes)
    } else if let name = classes.first {
      out.append(" class=\"")
      out.append(name)
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
  }
}
