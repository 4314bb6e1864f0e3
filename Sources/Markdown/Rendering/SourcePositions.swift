import ByteText
import Diagnostics

/// Finds where links stand in the source. libcmark's lines are a hint, its columns less; so the
/// target is looked for in the bytes of its block, from where the last link of the block ended.
struct SourcePositions {
  private(set) var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var lineStarts: [Int] = []
  private(set) var current: Node?
  var cursor = 0
  private(set) var end = 0
  var search = LinkSearch()
  /// The tag or comment of a line that is being written.
  var markup: UnsafeBufferPointer<UInt8>?
  /// The end of the tag whose attributes are being located.
  var tagEnd = 0
  /// A place that the lowering knows itself: the start tag of an element with Markdown inside.
  var fixed: (file: Int, start: Int, end: Int)?
  /// What reference links of this document mean.
  var definitions = LinkDefinitions()

  /// Begins a document; `text` must outlive every call until the next `begin`.
  mutating func begin(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    lineStarts.removeAll(keepingCapacity: true)
    current = nil
    fixed = nil
    definitions.removeAll()
  }

  /// Begins a block with inline content, or one of raw HTML.
  mutating func block(_ node: Node) {
    current = node
    cursor = -1
    search.begin()
    tagEnd = 0
    fixed = nil
    markup = nil
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
    let before = (search: search, cursor: cursor)
    while true {
      switch search.next(text, &cursor, end) {
      case .end:
        // The links after this one can be found all the same.
        (search, cursor) = before
        return setToBlock(&link, lowering)
      case .angle:
        if let found = autolink(at: cursor, link.destination) {
          search.endLink()
          link.content = nil
          return set(&link, found, next: found.upperBound + 1, lowering)
        }
        cursor = afterMarkup(at: cursor)
      case .close(let bracket):
        let index = cursor
        cursor += 1
        guard bracket.isImage == (link.kind == .image) else { break }
        if let found = inline(after: index, link.destination) {
          if !bracket.isImage { search.endLink() }
          return set(&link, found.range, next: found.next, lowering)
        }
        if let found = reference(bracket, at: index, link.destination) {
          if !bracket.isImage { search.endLink() }
          let definition = definitions.use(found.definition)
          link.path = lowering.paths[definition.file]
          link.range = definition.destinationRange
          let use = lowering.map.source(of: found.use)
          link.use = LinkRecord.Place(path: lowering.paths[use.file], range: use.range)
          cursor = found.use.upperBound
          return
        }
      }
    }
  }

  mutating func set(
    _ link: inout LinkRecord, _ range: Range<Int>, next: Int, _ lowering: borrowing Lowering
  ) {
    let source = lowering.map.source(of: range)
    link.path = lowering.paths[source.file]
    link.range = source.range
    cursor = next
  }

  mutating func setToBlock(_ link: inout LinkRecord, _ lowering: borrowing Lowering) {
    definitions.use(destination: link.destination)
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
    guard CharacterReferences.isSame(text[range], target) else { return nil }
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
    _ bracket: LinkSearch.Bracket, at index: Int, _ target: [UInt8]
  ) -> (definition: Int, use: Range<Int>)? {
    guard !definitions.all.isEmpty else { return nil }
    if index + 2 < end, text[index + 1] == UInt8(ascii: "["), text[index + 2] != UInt8(ascii: "]") {
      guard let close = labelEnd(from: index + 2),
        let definition = definitions.index(of: text[(index + 2)..<close], meaning: target)
      else { return nil }
      return (definition, index + 1..<close + 1)
    }
    guard bracket.text <= index,
      let definition = definitions.index(of: text[bracket.text..<index], meaning: target)
    else { return nil }
    return (definition, bracket.text - 1..<index + 1)
  }

  /// The bracket that ends the label which begins at `start`.
  func labelEnd(from start: Int) -> Int? {
    var index = start
    let end = min(text.count, start + 1000)
    while index < end, text[index] != UInt8(ascii: "]") {
      if text[index] == UInt8(ascii: "[") { return nil }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index < end ? index : nil
  }

  mutating func prepare() {
    guard cursor < 0, let current else { return }
    prepareLines()
    cursor = lineStart(current.startLine)
    // libcmark counts the last line of an HTML block in some cases and not in others.
    let lines = current.kind == .htmlBlock ? current.literal.count { $0 == 0x0A } : 0
    end = lineStart(max(current.endLine + 1, current.startLine + max(1, lines)))
  }

  mutating func prepareLines() {
    guard lineStarts.isEmpty else { return }
    lineStarts.append(0)
    let text = text
    var index = 0
    while true {
      index = ByteScan.lineEnd(in: text, from: index, to: text.count)
      guard index < text.count else { return }
      let byte = text[index]
      index += 1
      if byte == 0x0D, index < text.count, text[index] == 0x0A { index += 1 }
      lineStarts.append(index)
    }
  }

  func lineStart(_ line: Int) -> Int {
    guard line >= 1 else { return 0 }
    return line <= lineStarts.count ? lineStarts[line - 1] : text.count
  }

  /// The bytes of lowered lines, both counted from 1.
  mutating func lines(_ first: Int, to last: Int) -> Range<Int> {
    prepareLines()
    let start = lineStart(first)
    return start..<max(start, lineStart(last + 1))
  }

  /// The offset after the link or image whose text ends with the bracket at `close`; nil where
  /// there is none.
  func linkEnd(_ bracket: LinkSearch.Bracket, at close: Int, _ end: Int) -> Int? {
    if close + 1 < end, text[close + 1] == UInt8(ascii: "("),
      let after = inlineEnd(from: close + 2, min(end, close + Self.maximumTarget))
    {
      return after
    }
    guard !definitions.all.isEmpty else { return nil }
    if close + 2 < end, text[close + 1] == UInt8(ascii: "["), let label = labelEnd(from: close + 2)
    {
      let name = label > close + 2 ? text[(close + 2)..<label] : text[bracket.text..<close]
      return definitions.contains(name) ? label + 1 : nil
    }
    return definitions.contains(text[bracket.text..<close]) ? close + 1 : nil
  }

  /// More than a person writes; to look further for each of many brackets would take too long.
  private static let maximumTarget = 4000

  /// The offset after `target "title")`.
  private func inlineEnd(from start: Int, _ end: Int) -> Int? {
    var index = skipSpace(start, end)
    if index < end, text[index] == UInt8(ascii: ")") { return index + 1 }
    guard let target = LinkDestination.range(text, index, end) else { return nil }
    let isBracketed = text[index] == UInt8(ascii: "<")
    let gap = target.upperBound + (isBracketed ? 1 : 0)
    index = skipSpace(gap, end)
    guard index < end else { return nil }
    if text[index] == UInt8(ascii: ")") { return index + 1 }
    let close: UInt8
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = text[index]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    guard index > gap else { return nil }
    index += 1
    while index < end, text[index] != close { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
    index = skipSpace(index + 1, end)
    return index < end && text[index] == UInt8(ascii: ")") ? index + 1 : nil
  }

  private func skipSpace(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, text[index] <= 0x20 || (text[index] == UInt8(ascii: ">") && atLine(index)) {
      index += 1
    }
    return index
  }

  /// The line, from 1, that a byte is in.
  mutating func line(of offset: Int) -> Int {
    prepareLines()
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
