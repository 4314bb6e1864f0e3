import ByteText
import Diagnostics

/// What a block quote of the tree really is.
enum OpenContainer {
  case quote
  /// An index into the lowering's blocks.
  case block(Int)
  /// Not shown where it stands: the definition of a footnote.
  case skipped
}

/// Blocks that lie flat in the tree and belong together on the page.
enum Sequence {
  case none
  case table(Int, hasBody: Bool, isRowOpen: Bool)
  case definitions
  case tabs(set: Int, panels: Int)
}

/// Block quotes and the containers of the dialect, which the lowering wrote as block quotes.
extension PageRenderer {
  mutating func enterQuote(_ node: Node) -> Bool {
    guard let index = blockIndex(node) else {
      endSequences(node)
      containers.append(.quote)
      sequences.append(.none)
      freshLine()
      out.append("<blockquote>\n")
      return true
    }
    let block = lowering.blocks[index]
    switch block.kind {
    case .tab(let startsSet, _):
      if case .tabs = sequence, !startsSet { break }
      endSequence()
      freshLine()
      out.append("<div class=\"tabs\">\n")
      tabSets += 1
      sequence = .tabs(set: tabSets, panels: 0)
    case .definition:
      if case .definitions = sequence { break }
      endSequence()
      freshLine()
      out.append("<dl>\n")
      sequence = .definitions
    case .footnote(let label):
      containers.append(.skipped)
      footnotes.nodes[label] = node
      footnotes.blocks[label] = index
      return false
    case .admonition, .collapsible, .element:
      endSequence()
    }
    containers.append(.block(index))
    freshLine()
    writeStart(of: block, node)
    sequences.append(.none)
    return true
  }

  mutating func leaveQuote(_ node: Node) {
    guard let container = containers.popLast() else { return }
    switch container {
    case .skipped:
      return
    case .quote:
      endSequence()
      sequences.removeLast()
      freshLine()
      out.append("</blockquote>\n")
    case .block(let index):
      endSequence()
      sequences.removeLast()
      freshLine()
      switch lowering.blocks[index].kind {
      case .admonition:
        endBox()
        out.append("</div>\n")
      case .collapsible:
        endBox()
        out.append("</details>\n")
      case .tab: out.append("</div>\n")
      case .definition: out.append("</dd>\n")
      case .element(_, let end):
        if !dialect.html.isRestricted { out.append(end) }
        freshLine()
      case .footnote: break
      }
    }
  }

  /// The lowered block that a block quote stands for: its first child is the block's marker.
  private func blockIndex(_ node: Node) -> Int? {
    guard !lowering.blocks.isEmpty, let heading = node.firstChild, heading.kind == .heading,
      let text = heading.firstChild, text.kind == .text,
      let marker = TokenText.blockMarker(text.literal), marker.letter == Marker.Letter.block,
      marker.index < lowering.blocks.count
    else { return nil }
    return marker.index
  }

  private mutating func writeStart(of block: LoweredBlock, _ node: Node) {
    switch block.kind {
    case .admonition(let type, let classes):
      out.append("<div class=\"")
      writeClasses(type, classes)
      out.append("\">\n")
      beginBox(type, block)
    case .collapsible(let type, let classes, let isOpen):
      out.append("<details class=\"")
      writeClasses(type, classes)
      out.append(isOpen ? "\" open=\"\">\n" : "\">\n")
      beginBox(type ?? "", block)
    case .tab(_, let isSelected):
      guard case .tabs(let set, let panels) = sequence else { return }
      sequence = .tabs(set: set, panels: panels + 1)
      let anchor = "tab-\(set)-\(panels + 1)"
      addGeneratedAnchor(anchor)
      out.append(
        isSelected ? "<div class=\"tab selected\" id=\"" : "<div class=\"tab\" id=\"")
      out.append(anchor)
      out.append("\">\n")
    case .definition:
      out.append("<dd>\n")
    case .element(let start, _):
      positions.place(block, in: lowering)
      if dialect.html.isRestricted {
        writeRestricted(container: start, of: node)
      } else {
        writeHTML(start)
      }
      out.append(0x0A)
    case .footnote:
      break
    }
  }

  private mutating func beginBox(_ type: String, _ block: LoweredBlock) {
    openBoxes.append(page.boxes.count)
    page.boxes.append(
      Box(
        type: type, html: out.count..<out.count, path: lowering.paths[block.file],
        range: ByteRange(block.start, block.end)))
  }

  private mutating func endBox() {
    guard let index = openBoxes.popLast() else { return }
    page.boxes[index].html = page.boxes[index].html.lowerBound..<out.count
  }

  private mutating func writeClasses(_ type: String?, _ classes: [String]) {
    out.append("admonition")
    for name in [type].compactMap({ $0 }) + classes
    where !dialect.html.isRestricted || SafeNames.isClass(name.utf8) {
      out.append(UInt8(ascii: " "))
      out.append(escaping: name)
    }
  }

  /// The sequence under way in the innermost container.
  var sequence: Sequence {
    get { sequences.last ?? .none }
    set {
      if sequences.isEmpty {
        sequences.append(newValue)
      } else {
        sequences[sequences.count - 1] = newValue
      }
    }
  }

  /// A block that belongs to no sequence ends the one under way.
  @inline(__always) mutating func endSequences(_ node: Node) {
    if case .none = sequence { return }
    endSequence()
  }

  mutating func endSequence() {
    switch sequence {
    case .none: return
    case .table(_, let hasBody, let isRowOpen):
      if isRowOpen { out.append("</tr>\n") }
      out.append(hasBody ? "</tbody>\n</table></div>\n" : "</thead>\n</table></div>\n")
    case .definitions: out.append("</dl>\n")
    case .tabs: out.append("</div>\n")
    }
    sequence = .none
  }
}
