import Diagnostics

/// Finds where links stand in the source. libcmark's lines are a hint, its columns less; so the target is looked for in
/// the bytes of its block, from where the last link of the block ended.
struct SourcePositions {
  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var lineStarts: [Int] = []
  private var current: Node?
  private var cursor = 0
  private var end = 0
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
    fixed = nil
  }

  mutating func place(_ block: LoweredBlock, in lowering: borrowing Lowering) {
    fixed = (block.file, block.start, block.end)
  }

  /// Passes a code span, so that a link shown in it is not taken for the next real one.
  mutating func pass(code node: Node) {
    let literal = node.literal
    guard literal.contains(UInt8(ascii: "]")) || literal.contains(UInt8(ascii: "<")) else { return }
    prepare()
    let first = literal.split(separator: 0x20, maxSplits: 1).first.map(Array.init) ?? []
    if let found = find(first, from: cursor) { cursor = min(end, found + literal.count) }
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
    var index = cursor
    while index < end {
      switch text[index] {
      case UInt8(ascii: "\\"):
        index += 1
      case UInt8(ascii: "<"):
        if let found = autolink(at: index, link.destination) {
          return set(&link, found, next: found.upperBound + 1, lowering)
        }
      case UInt8(ascii: "]"):
        if let found = inline(after: index, link.destination) {
          return set(&link, found.range, next: found.next, lowering)
        }
        if let found = reference(at: index, link.destination, lowering) {
          let use = lowering.map.source(of: found.use)
          link.path = lowering.paths[found.definition.file]
          link.range = ByteRange(
            found.definition.destinationRange.lowerBound,
            found.definition.destinationRange.upperBound)
          link.use = use.range
          cursor = found.use.upperBound
          return
        }
      default: break
      }
      index += 1
    }
    setToBlock(&link, lowering)
  }

  /// Sets the place of a target in an attribute of raw HTML.
  mutating func locate(
    attribute link: inout LinkRecord, raw: UnsafeBufferPointer<UInt8>,
    in lowering: borrowing Lowering
  ) {
    if let fixed {
      let bytes = lowering.files[fixed.file]
      if let found = Self.find(Array(raw), in: bytes, from: fixed.start, to: fixed.end) {
        link.path = lowering.paths[fixed.file]
        link.range = ByteRange(found, found + raw.count)
      }
      return
    }
    prepare()
    guard let found = find(Array(raw), from: cursor) else { return setToBlock(&link, lowering) }
    set(&link, found..<found + raw.count, next: found + raw.count, lowering)
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
    return (range, range.upperBound + 1)
  }

  private func atLine(_ index: Int) -> Bool {
    var place = index
    while place > 0, text[place - 1] == 0x20 || text[place - 1] == UInt8(ascii: ">") { place -= 1 }
    return place > 0 && text[place - 1] == 0x0A
  }

  /// `[text][label]`, `[label][]` or `[label]` whose first closing bracket stands at `index`.
  private func reference(
    at index: Int, _ target: [UInt8], _ lowering: borrowing Lowering
  ) -> (definition: ReferenceDefinition, use: Range<Int>)? {
    guard !lowering.definitions.isEmpty else { return nil }
    if index + 2 < end, text[index + 1] == UInt8(ascii: "["), text[index + 2] != UInt8(ascii: "]") {
      guard let close = text[(index + 2)..<end].firstIndex(of: UInt8(ascii: "]")),
        let definition = definition(of: text[(index + 2)..<close], target, lowering)
      else { return nil }
      return (definition, index + 1..<close + 1)
    }
    var open = index
    while open > cursor, text[open - 1] != UInt8(ascii: "[") { open -= 1 }
    guard open > cursor, let definition = definition(of: text[open..<index], target, lowering)
    else { return nil }
    return (definition, open - 1..<index + 1)
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

  private func find(_ bytes: [UInt8], from start: Int) -> Int? {
    Self.find(bytes, in: text, from: start, to: end)
  }

  private static func find(
    _ bytes: [UInt8], in text: some BytesAtOffsets, from start: Int, to end: Int
  ) -> Int? {
    guard let first = bytes.first, start >= 0 else { return nil }
    var index = start
    while index + bytes.count <= end {
      if text[index] == first, text[index..<index + bytes.count].elementsEqual(bytes) {
        return index
      }
      index += 1
    }
    return nil
  }
}
