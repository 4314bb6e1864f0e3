import Diagnostics

/// Finds where links stand in the source. libcmark's lines are a hint, its columns less; so the
/// target is looked for in the bytes of its block, from where the last link of the block ended.
struct SourcePositions {
  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var lineStarts: [Int] = []
  private var current: Node?
  private var cursor = 0
  private var end = 0
  private var search = LinkSearch()
  /// The end of the tag whose attributes are being located.
  private var tagEnd = 0
  /// A place that the lowering knows itself: the start tag of an element with Markdown inside.
  private var fixed: (file: Int, start: Int, end: Int)?

  /// Begins a document; `text` must outlive every call until the next `begin`.
  mutating func begin(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    lineStarts.removeAll(keepingCapacity: true)
    current = nil
    fixed = nil
  }

  /// Begins a block with inline content, or one of raw HTML.
  mutating func block(_ node: Node) {
    current = node
    cursor = -1
    search.begin()
    tagEnd = 0
    fixed = nil
  }

  mutating func place(_ block: LoweredBlock, in lowering: borrowing Lowering) {
    fixed = (block.file, block.start, block.end)
  }

  /// The source of the block under way.
  mutating func range(ofBlockIn lowering: borrowing Lowering) -> (file: Int, range: ByteRange) {
    guard let current else { return (0, ByteRange(0, 0)) }
    prepareLines()
    let start = lineStart(current.startLine)
    var last = lineStart(current.startLine + 1)
    while last > start, text[last - 1] == 0x0A || text[last - 1] == 0x0D { last -= 1 }
    return lowering.map.source(of: start..<max(start, last))
  }

  /// Sets the place of a link or image that ends here.
  mutating func locate(_ link: inout LinkRecord, in lowering: borrowing Lowering) {
    prepare()
    cursor = max(cursor, tagEnd)
    while true {
      switch search.next(text, &cursor, end) {
      case .end:
        return setToBlock(&link, lowering)
      case .angle:
        if let found = autolink(at: cursor, link.destination) {
          search.endLink()
          return set(&link, found, next: found.upperBound + 1, lowering)
        }
        cursor = HTMLTag(text, cursor, end)?.end ?? cursor + 1
      case .close(let bracket):
        let index = cursor
        cursor += 1
        guard bracket.isImage == (link.kind == .image) else { break }
        if let found = inline(after: index, link.destination) {
          if !bracket.isImage { search.endLink() }
          return set(&link, found.range, next: found.next, lowering)
        }
        if let found = reference(bracket, at: index, link.destination, lowering) {
          if !bracket.isImage { search.endLink() }
          let use = lowering.map.source(of: found.use)
          link.path = lowering.paths[found.definition.file]
          link.range = ByteRange(
            found.definition.destinationRange.lowerBound,
            found.definition.destinationRange.upperBound)
          link.use = use.range
          cursor = found.use.upperBound
          return
        }
      }
    }
  }

  /// Sets the place of a target in an attribute of raw HTML.
  mutating func locate(
    attribute link: inout LinkRecord, raw: UnsafeBufferPointer<UInt8>,
    in lowering: borrowing Lowering
  ) {
    let raw = Array(raw)
    if let fixed {
      let bytes = lowering.files[fixed.file]
      if let found = Self.find(target: raw, in: bytes, from: fixed.start, to: fixed.end) {
        link.path = lowering.paths[fixed.file]
        link.range = ByteRange(found, found + raw.count)
      }
      return
    }
    prepare()
    guard let found = Self.find(target: raw, in: text, from: cursor, to: end) else {
      return setToBlock(&link, lowering)
    }
    passInlines(before: found)
    set(&link, found..<found + raw.count, next: found + raw.count, lowering)
  }

  /// Moves to the tag that `offset` is in, with the brackets on the way noted.
  private mutating func passInlines(before offset: Int) {
    guard let current, current.kind != .htmlBlock, offset >= tagEnd else { return }
    while cursor < offset {
      switch search.next(text, &cursor, offset) {
      case .end: return
      case .close: cursor += 1
      case .angle:
        let end = HTMLTag(text, cursor, end)?.end ?? cursor + 1
        if end > offset {
          tagEnd = end
          return
        }
        cursor = end
      }
    }
  }

  private mutating func set(
    _ link: inout LinkRecord, _ range: Range<Int>, next: Int, _ lowering: borrowing Lowering
  ) {
    let source = lowering.map.source(of: range)
    link.path = lowering.paths[source.file]
    link.range = source.range
    cursor = next
  }

  private mutating func setToBlock(_ link: inout LinkRecord, _ lowering: borrowing Lowering) {
    let source = range(ofBlockIn: lowering)
    link.path = lowering.paths[source.file]
    link.range = source.range
    link.isPlaced = false
  }

  private func autolink(at index: Int, _ target: [UInt8]) -> Range<Int>? {
    var close = index + 1
    while close < end, text[close] > 0x20, text[close] != UInt8(ascii: ">") { close += 1 }
    guard close < end, text[close] == UInt8(ascii: ">") else { return nil }
    let written = text[(index + 1)..<close]
    let mail = Array("mailto:".utf8)
    guard target.elementsEqual(written) || target.elementsEqual(mail + written) else { return nil }
    return index + 1..<close
  }

  /// `](target "title")` whose bracket stands at `index`.
  private func inline(after index: Int, _ target: [UInt8]) -> (range: Range<Int>, next: Int)? {
    guard index + 1 < end, text[index + 1] == UInt8(ascii: "(") else { return nil }
    var start = index + 2
    // The target may stand on the next line, after its containers' marks.
    while start < end, text[start] <= 0x20 || (text[start] == UInt8(ascii: ">") && atLine(start)) {
      start += 1
    }
    guard start < end else { return target.isEmpty ? (index + 2..<index + 2, end) : nil }
    guard let range = LinkDestination.range(text, start, end) else { return nil }
    guard CharacterReferences.unescaped(text[range]).elementsEqual(target) else { return nil }
    return (range, linkEnd(after: range))
  }

  /// The offset after the link whose target is `range`, past its title.
  private func linkEnd(after range: Range<Int>) -> Int {
    var index = range.upperBound
    if index < end, text[index] == UInt8(ascii: ">") { index += 1 }
    while index < end, text[index] <= 0x20 || (text[index] == UInt8(ascii: ">") && atLine(index)) {
      index += 1
    }
    guard index < end, text[index] != UInt8(ascii: ")") else { return min(end, index + 1) }
    let close = text[index] == UInt8(ascii: "(") ? UInt8(ascii: ")") : text[index]
    index += 1
    while index < end, text[index] != close { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(end, index + 1)
  }

  private func atLine(_ index: Int) -> Bool {
    var place = index
    while place > 0, text[place - 1] == 0x20 || text[place - 1] == UInt8(ascii: ">") { place -= 1 }
    return place > 0 && text[place - 1] == 0x0A
  }

  /// `[text][label]`, `[label][]` or `[label]` whose first closing bracket stands at `index`.
  private func reference(
    _ bracket: LinkSearch.Bracket, at index: Int, _ target: [UInt8],
    _ lowering: borrowing Lowering
  ) -> (definition: ReferenceDefinition, use: Range<Int>)? {
    guard !lowering.definitions.isEmpty else { return nil }
    if index + 2 < end, text[index + 1] == UInt8(ascii: "["), text[index + 2] != UInt8(ascii: "]") {
      guard let close = text[(index + 2)..<end].firstIndex(of: UInt8(ascii: "]")),
        let definition = definition(of: text[(index + 2)..<close], target, lowering)
      else { return nil }
      return (definition, index + 1..<close + 1)
    }
    guard bracket.text <= index,
      let definition = definition(of: text[bracket.text..<index], target, lowering)
    else { return nil }
    return (definition, bracket.text - 1..<index + 1)
  }

  private func definition(
    of label: Slice<UnsafeBufferPointer<UInt8>>, _ target: [UInt8], _ lowering: borrowing Lowering
  ) -> ReferenceDefinition? {
    let wanted = LinkDestination.normalized(label: label.filter { $0 != UInt8(ascii: ">") })
    for definition in lowering.definitions where definition.label == wanted {
      let written = lowering.files[definition.file][definition.destinationRange]
      return CharacterReferences.unescaped(written).elementsEqual(target) ? definition : nil
    }
    return nil
  }

  private mutating func prepare() {
    guard cursor < 0, let current else { return }
    prepareLines()
    cursor = lineStart(current.startLine)
    // libcmark counts the last line of an HTML block in some cases and not in others.
    let lines = current.kind == .htmlBlock ? current.literal.count { $0 == 0x0A } : 0
    end = lineStart(max(current.endLine + 1, current.startLine + max(1, lines)))
  }

  private mutating func prepareLines() {
    guard lineStarts.isEmpty else { return }
    lineStarts.append(0)
    let text = text
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      guard byte <= 0x0D, byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < text.count, text[index] == 0x0A { index += 1 }
      lineStarts.append(index)
    }
  }

  private func lineStart(_ line: Int) -> Int {
    guard line >= 1 else { return 0 }
    return line <= lineStarts.count ? lineStarts[line - 1] : text.count
  }

  /// Where the target stands as the value of an attribute that holds one, or after a comma or space
  /// of `srcset`.
  private static func find(
    target: [UInt8], in text: some BytesAtOffsets, from start: Int, to end: Int
  ) -> Int? {
    guard let first = target.first, start >= 0 else { return nil }
    var index = start
    while index + target.count <= end {
      if text[index] == first, text[index..<index + target.count].elementsEqual(target),
        isAttributeValue(text, index, from: start)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func isAttributeValue(
    _ text: some BytesAtOffsets, _ index: Int, from start: Int
  ) -> Bool {
    var place = index
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    // A further candidate of `srcset` follows a comma.
    while place > start, text[place - 1] <= 0x20 { place -= 1 }
    if place > start, text[place - 1] == UInt8(ascii: ",") { return true }
    if place > start, quotes.contains(text[place - 1]) { place -= 1 }
    while place > start, text[place - 1] <= 0x20 { place -= 1 }
    guard place > start, text[place - 1] == UInt8(ascii: "=") else { return false }
    place -= 1
    while place > start, text[place - 1] <= 0x20 { place -= 1 }
    var nameStart = place
    while nameStart > start, HTMLBlockSyntax.isLetter(text[nameStart - 1]) { nameStart -= 1 }
    return PageRenderer.holdsTarget(Array(text[nameStart..<place]))
  }
}
