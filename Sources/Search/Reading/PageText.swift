/// The text of one page after the other, cut into pieces of a bounded size: each knows the headings
/// above its paragraphs. Keeps its memory from page to page.
struct PageText: ~Copyable {
  /// A run of text below one heading.
  struct Section {
    /// Index into the page's headings; nil before the first.
    var heading: Int?
    var range: Range<Int>
  }

  private(set) var text = TextMemory()
  private let names = TagNames.all
  private(set) var sections: [Section] = []
  /// Runs of the text that are code, ascending.
  private(set) var code: [Range<Int>] = []
  /// Runs of sections, in their order: what is found and shown as one.
  private(set) var pieces: [Range<Int>] = []

  /// Bytes of a piece; it is longer by no more than its last section's heading.
  static let pieceSize = 10_000
  /// No reader waits for a page that is longer than these.
  private static let pieceLimit = 256

  mutating func read(_ page: SearchPage) {
    sections.removeAll(keepingCapacity: true)
    code.removeAll(keepingCapacity: true)
    sections.append(Section(heading: nil, range: 0..<0))
    text.empty(for: page.html.count + ByteBlock.size)
    page.html.withUnsafeBufferPointer { html in
      var reader = HTMLReader(html, names, into: text.base)
      var next = 0
      while reader.index < html.count {
        if next < page.headings.count, reader.index >= page.headings[next].offset {
          text.count = reader.count
          endSection()
          sections.append(Section(heading: next, range: text.count..<text.count))
          next += 1
          reader.skipHeading()
          continue
        }
        let end = next < page.headings.count ? page.headings[next].offset : html.count
        reader.read(to: min(end, html.count), &code)
      }
      reader.endCode(&code)
      text.count = reader.count
    }
    endSection()
    cut()
  }

  private mutating func endSection() {
    var end = text.count
    let start = sections[sections.count - 1].range.lowerBound
    if end > start, text[end - 1] == 0x20 { end -= 1 }
    sections[sections.count - 1].range = start..<end
  }

  /// Makes pieces, and several sections of one that is longer than a piece.
  private mutating func cut() {
    pieces.removeAll(keepingCapacity: true)
    var index = 0
    var first = 0
    var size = 0
    while index < sections.count {
      var range = sections[index].range
      if size > 0, size + range.count > Self.pieceSize {
        pieces.append(first..<index)
        (first, size) = (index, 0)
      }
      if range.count > Self.pieceSize {
        let end = place(toCut: range.lowerBound + Self.pieceSize, from: range.lowerBound)
        sections.insert(
          Section(heading: sections[index].heading, range: end..<range.upperBound), at: index + 1)
        sections[index].range = range.lowerBound..<end
        range = sections[index].range
      }
      size += range.count
      index += 1
    }
    pieces.append(first..<sections.count)
    if pieces.count > Self.pieceLimit { pieces.removeSubrange(Self.pieceLimit...) }
  }

  /// A space shortly before `end`, else the beginning of a character.
  private func place(toCut end: Int, from start: Int) -> Int {
    var place = end
    while place > max(start + 1, end - 200), text[place - 1] != 0x20 { place -= 1 }
    if text[place - 1] == 0x20 { return place }
    place = end
    while text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
