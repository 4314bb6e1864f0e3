import Diagnostics

/// Recording a page's outline, in a walk of its own that only pages with a pattern pay for.
extension PageRenderer {
  mutating func recordOutline(_ root: Node) {
    var outline = Outline()
    var open: [(node: Node, index: Int)] = []
    var node = root
    while true {
      let isEntered = outlineBlock(node, into: &outline, &open)
      if isEntered, let child = node.firstChild {
        node = child
        continue
      }
      while true {
        if let last = open.last, last.node == node {
          outline.blocks[last.index].end = outline.blocks.count
          open.removeLast()
        }
        if node == root {
          page.outline = outline
          return
        }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
      }
    }
  }

  /// Records a block. Returns whether there may be more inside it.
  private mutating func outlineBlock(
    _ node: Node, into outline: inout Outline, _ open: inout [(node: Node, index: Int)]
  ) -> Bool {
    switch node.kind {
    case .document, .list: return true
    case .heading:
      if let text = node.firstChild, text.kind == .text,
        TokenText.blockMarker(text.literal) != nil
      {
        return false
      }
      addOutline(.heading(level: node.headingLevel), node, text: node, to: &outline)
    case .paragraph:
      if let item = node.parent, item.kind == .item, item.firstChild == node { return false }
      addOutline(.paragraph, node, text: node, to: &outline)
    case .item:
      let text = node.firstChild.flatMap { $0.kind == .paragraph ? $0 : nil }
      open.append((node, outline.blocks.count))
      addOutline(.item, node, text: text, to: &outline)
      return true
    case .blockQuote:
      return outlineQuote(node, into: &outline, &open)
    case .codeBlock:
      addOutline(.code(outlineCode(node)), node, text: nil, to: &outline)
    default: break
    }
    return false
  }

  private mutating func outlineQuote(
    _ node: Node, into outline: inout Outline, _ open: inout [(node: Node, index: Int)]
  ) -> Bool {
    var kind = OutlineBlock.Kind.quote
    var title: Node?
    if let heading = node.firstChild, heading.kind == .heading, let text = heading.firstChild,
      text.kind == .text, let marker = TokenText.blockMarker(text.literal),
      marker.letter == Marker.Letter.block, marker.index < lowering.blocks.count
    {
      let block = lowering.blocks[marker.index]
      title = block.hasTitle ? heading : nil
      switch block.kind {
      case .admonition(let type, _): kind = .box(type: type)
      case .collapsible(let type, _, _): kind = .box(type: type ?? "")
      case .tab: kind = .tab
      case .element, .definition: return true
      case .footnote: return false
      }
    }
    open.append((node, outline.blocks.count))
    addOutline(kind, node, text: title, to: &outline)
    return true
  }

  private mutating func addOutline(
    _ kind: OutlineBlock.Kind, _ node: Node, text: Node?, to outline: inout Outline
  ) {
    let place = lowering.map.source(of: lowered(line: node.startLine))
    var block = OutlineBlock(
      kind: kind, path: lowering.paths[place.file], range: place.range)
    if let text { block.runs = outlineRuns(text) }
    outline.blocks.append(block)
    outline.blocks[outline.blocks.count - 1].end = outline.blocks.count
  }

  /// The bytes of a lowered line without its ending.
  private mutating func lowered(line number: Int) -> Range<Int> {
    let range = positions.lines(number, to: number)
    var end = range.upperBound
    let text = positions.text
    while end > range.lowerBound, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return range.lowerBound..<end
  }
}

/// A line of a block of code.
struct CodeLine {
  /// Without its ending.
  var bytes: [UInt8]
  /// Of its first byte.
  var offset: Int
  /// Index into the files of the page.
  var file: Int
}

/// Code with the places of its lines.
extension PageRenderer {
  private mutating func outlineCode(_ node: Node) -> OutlineCode {
    let info = CodeBlockInfo(node.fenceInfo)
    let (isFenced, lines) = codeLines(node)
    return OutlineCode(
      language: String(decoding: info.language, as: UTF8.self),
      id: info.id.map { String(decoding: $0, as: UTF8.self) },
      title: info.title.map { String(decoding: $0, as: UTF8.self) },
      kind: info.kind.map { String(decoding: $0, as: UTF8.self) }, isFenced: isFenced,
      lines: lines.map { OutlineLine(bytes: $0.bytes, offset: $0.offset) })
  }

  /// The lines of a block of code, with their places.
  mutating func codeLines(_ node: Node) -> (isFenced: Bool, lines: [CodeLine]) {
    let first = lowered(line: node.startLine)
    let isFenced = Self.beginsFence(positions.text[first].dropFirst(node.startColumn - 1))
    var content: [UInt8] = []
    withOriginal(of: node.literal) { content = Array($1) }
    var lines: [CodeLine] = []
    var number = node.startLine + (isFenced ? 1 : 0)
    let start = lowering.map.source(of: first)
    var last = (file: start.file, offset: start.range.end)
    for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let bytes = line.last == 0x0D ? line.dropLast() : line
      let place = source(of: bytes, inLine: number) ?? last
      lines.append(CodeLine(bytes: Array(bytes), offset: place.offset, file: place.file))
      last = (place.file, place.offset + bytes.count)
      number += 1
    }
    // The literal ends with the ending of its last line.
    if lines.last?.bytes.isEmpty == true { lines.removeLast() }
    return (isFenced, lines)
  }

  /// Where a line of code stands in its file. Only white space and marks of containers were taken
  /// from its beginning, so it is the end of its line there.
  private mutating func source(
    of bytes: ArraySlice<UInt8>, inLine number: Int
  ) -> (file: Int, offset: Int)? {
    guard !bytes.isEmpty else { return nil }
    let place = lowering.map.source(of: lowered(line: number))
    let file = lowering.files[place.file]
    var end = place.range.start
    while end < file.count, file[end] != 0x0A, file[end] != 0x0D { end += 1 }
    let start = end - bytes.count
    guard start >= 0, file[start..<end].elementsEqual(bytes) else {
      return (place.file, place.range.start)
    }
    return (place.file, start)
  }

  private static func beginsFence(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == 0x7E else { return false }
    return line.prefix(3).count { $0 == mark } == 3
  }
}
