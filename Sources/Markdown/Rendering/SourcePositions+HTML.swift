import Diagnostics

/// Attributes and comments of raw HTML, where they stand in the source.
extension SourcePositions {
  /// Sets the place of a target in an attribute of raw HTML.
  mutating func locate(
    attribute link: inout LinkRecord, raw: UnsafeBufferPointer<UInt8>,
    in lowering: borrowing Lowering
  ) {
    let place =
      place(ofValue: raw, of: PageRenderer.holdsTarget, in: lowering)
      ?? range(ofBlockIn: lowering)
    link.path = lowering.paths[place.file]
    link.range = place.range
  }

  /// Sets the place of a name that an attribute of raw HTML gives.
  mutating func locate(
    anchor: inout Anchor, raw: UnsafeBufferPointer<UInt8>, in lowering: borrowing Lowering
  ) {
    let place =
      place(ofValue: raw, of: PageRenderer.holdsAnchor, in: lowering)
      ?? range(ofBlockIn: lowering)
    anchor.path = lowering.paths[place.file]
    anchor.range = place.range
  }

  /// Where the value stands as that of an attribute whose name will do.
  private mutating func place(
    ofValue raw: UnsafeBufferPointer<UInt8>, of isName: ([UInt8]) -> Bool,
    in lowering: borrowing Lowering
  ) -> (file: Int, range: ByteRange)? {
    let raw = Array(raw)
    if let fixed {
      let bytes = lowering.files[fixed.file]
      guard let found = Self.find(raw, of: isName, in: bytes, from: fixed.start, to: fixed.end)
      else { return (fixed.file, ByteRange(fixed.start, fixed.end)) }
      self.fixed?.start = found + raw.count
      return (fixed.file, ByteRange(found, found + raw.count))
    }
    prepare()
    passToTag()
    let limit = current?.kind == .htmlBlock ? end : max(tagEnd, cursor)
    guard let found = Self.find(raw, of: isName, in: text, from: cursor, to: limit) else {
      return nil
    }
    cursor = found + raw.count
    return lowering.map.source(of: found..<cursor)
  }

  /// Where the comment that `literal` begins with stands in the source.
  mutating func place(
    ofComment literal: UnsafeBufferPointer<UInt8>, in lowering: borrowing Lowering
  ) -> (file: Int, range: ByteRange)? {
    prepare()
    cursor = max(cursor, tagEnd)
    // Its further lines have the marks of containers in front.
    let line = literal.prefix { $0 != 0x0A && $0 != 0x0D }
    guard let start = start(ofMarkup: line) else { return nil }
    cursor = afterMarkup(at: start)
    return lowering.map.source(of: start..<cursor)
  }

  private mutating func start(ofMarkup wanted: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let isBlock = current?.kind == .htmlBlock
    while cursor < end {
      if isBlock {
        guard let angle = text[cursor..<end].firstIndex(of: UInt8(ascii: "<")) else { return nil }
        cursor = angle
      } else {
        switch search.next(text, &cursor, end) {
        case .end: return nil
        case .close:
          cursor += 1
          continue
        case .angle: break
        }
      }
      if text[cursor..<end].starts(with: wanted) { return cursor }
      cursor = isBlock ? cursor + 1 : afterMarkup(at: cursor)
    }
    return nil
  }

  /// The offset after the comment or tag that begins at `index`, or after the one byte there.
  func afterMarkup(at index: Int) -> Int { afterMarkup(at: index, end) }

  func afterMarkup(at index: Int, _ end: Int) -> Int {
    Self.commentEnd(text, index, end) ?? HTMLTag(text, index, end)?.end ?? index + 1
  }

  /// The offset after the comment that begins at `start`.
  private static func commentEnd(
    _ text: some BytesAtOffsets, _ start: Int, _ end: Int
  ) -> Int? {
    guard start + 4 <= end, text[start..<start + 4].elementsEqual("<!--".utf8) else { return nil }
    var close = start + 4
    while close + 2 < end {
      if text[close] == UInt8(ascii: "-"), text[close + 1] == UInt8(ascii: "-"),
        text[close + 2] == UInt8(ascii: ">")
      {
        return close + 3
      }
      close += 1
    }
    return nil
  }

  /// Moves to the tag under way, with the brackets before it noted.
  private mutating func passToTag() {
    guard let tag = markup else { return }
    markup = nil
    cursor = max(cursor, tagEnd)
    guard let start = start(ofMarkup: tag.prefix { $0 != 0x0A && $0 != 0x0D }) else { return }
    cursor = start
    tagEnd = afterMarkup(at: start)
  }

  /// Where the text stands as the value of an attribute whose name will do, or after a comma or
  /// space of `srcset`.
  private static func find(
    _ value: [UInt8], of isName: ([UInt8]) -> Bool, in text: some BytesAtOffsets,
    from start: Int, to end: Int
  ) -> Int? {
    guard let first = value.first, start >= 0 else { return nil }
    if let found = findInTags(value, of: isName, in: text, from: start, to: end) { return found }
    // A tag over several lines has the marks of its containers in between.
    var index = start
    while index + value.count <= end {
      if text[index] == UInt8(ascii: "<"), let next = commentEnd(text, index, end) {
        index = next
        continue
      }
      if text[index] == first, text[index..<index + value.count].elementsEqual(value),
        isAttributeValue(text, index, from: start, of: isName)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The same, tag by tag and attribute by attribute.
  private static func findInTags(
    _ value: [UInt8], of isName: ([UInt8]) -> Bool, in text: some BytesAtOffsets,
    from start: Int, to end: Int
  ) -> Int? {
    var index = tagStart(around: start, in: text, end) ?? start
    while index < end {
      guard text[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if let next = commentEnd(text, index, end) {
        index = next
        continue
      }
      guard let tag = HTMLTag(text, index, end) else {
        index += 1
        continue
      }
      for attribute in tag.attributes {
        guard let range = attribute.value, range.upperBound >= start + value.count,
          isName(Array(text[attribute.name]))
        else { continue }
        var place = max(start, range.lowerBound)
        while place + value.count <= range.upperBound {
          if isWhole(place..<place + value.count, of: range, in: text),
            text[place..<place + value.count].elementsEqual(value)
          {
            return place
          }
          place += 1
        }
      }
      index = tag.end
    }
    return nil
  }

  /// Whether bytes of an attribute's value stand between white space, commas or its ends.
  private static func isWhole(
    _ part: Range<Int>, of value: Range<Int>, in text: some BytesAtOffsets
  ) -> Bool {
    func isGap(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }
    return (part.lowerBound == value.lowerBound || isGap(text[part.lowerBound - 1]))
      && (part.upperBound == value.upperBound || isGap(text[part.upperBound]))
  }

  /// Where the tag begins that an offset is inside of.
  private static func tagStart(
    around offset: Int, in text: some BytesAtOffsets, _ end: Int
  ) -> Int? {
    var place = offset
    while place > 0, offset - place < 4096 {
      place -= 1
      guard text[place] == UInt8(ascii: "<") else { continue }
      guard let tag = HTMLTag(text, place, end) else { continue }
      return tag.end > offset ? place : nil
    }
    return nil
  }

  private static func isAttributeValue(
    _ text: some BytesAtOffsets, _ index: Int, from start: Int, of isName: ([UInt8]) -> Bool
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
    return isName(Array(text[nameStart..<place]))
  }
}
