/// Reading tokens and block markers where libcmark hands their text back (see ``Marker``).
enum TokenText {
  /// The index of the token that begins at `offset`, and the offset after it.
  static func token(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (index: Int, end: Int)? {
    var place = offset
    let isWrapped = place < text.count && text[place] == UInt8(ascii: "{")
    if isWrapped { place += 1 }
    guard place < text.count, text[place] == Marker.byte else { return nil }
    place += 1
    let digits = place
    var index = 0
    while place < text.count, (0x30...0x39).contains(text[place]), index < 1 << 40 {
      index = index * 10 + Int(text[place] - 0x30)
      place += 1
    }
    guard place > digits, place < text.count, text[place] == Marker.byte else { return nil }
    place += 1
    if isWrapped {
      guard place < text.count, text[place] == UInt8(ascii: "}") else { return nil }
      place += 1
    }
    return (index, place)
  }

  /// The index of the token that the text begins with.
  static func leading(_ text: UnsafeBufferPointer<UInt8>) -> Int? { token(text, at: 0)?.index }

  /// The letter and index of the block marker that the text begins with, and where its own text
  /// begins.
  static func blockMarker(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (letter: UInt8, index: Int, end: Int)? {
    guard text.count > 2, text[0] == Marker.byte, (0x61...0x7A).contains(text[1]) else {
      return nil
    }
    var place = 2
    var index = 0
    while place < text.count, (0x30...0x39).contains(text[place]), index < 1 << 40 {
      index = index * 10 + Int(text[place] - 0x30)
      place += 1
    }
    guard place < text.count, text[place] == UInt8(ascii: "{") else { return nil }
    return (text[1], index, place + 1)
  }

  /// The wrapped token that the text ends with, and where it begins.
  static func trailing(_ text: UnsafeBufferPointer<UInt8>) -> (index: Int, start: Int)? {
    var end = text.count
    while end > 0, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    // A cell's or title's own closing mark may follow.
    if end > 1, text[end - 1] == Marker.byte, text[end - 2] == UInt8(ascii: "}") { end -= 2 }
    while end > 0, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end > 4, text[end - 1] == UInt8(ascii: "}"), text[end - 2] == Marker.byte else {
      return nil
    }
    var start = end - 3
    while start > 0, text[start] != UInt8(ascii: "{") { start -= 1 }
    guard let token = token(text, at: start), token.end == end else { return nil }
    return (token.index, start)
  }
}

extension PageRenderer {
  /// Lends a literal with every token turned back into what the author wrote.
  mutating func withOriginal(
    of text: UnsafeBufferPointer<UInt8>,
    _ body: (inout PageRenderer, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard !lowering.tokens.isEmpty || !lowering.blocks.isEmpty || !lowering.tables.isEmpty,
      text.contains(Marker.byte)
    else { return body(&self, text) }
    var original: [UInt8] = []
    original.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "{") || byte == Marker.byte,
        let token = TokenText.token(text, at: index), token.index < lowering.tokens.count
      {
        let source = lowering.tokens[token.index]
        original += lowering.files[source.file][source.start..<source.end]
        index = token.end
      } else {
        original.append(byte)
        index += 1
      }
    }
    original.withUnsafeBufferPointer { body(&self, $0) }
  }

  /// What the author wrote for a token.
  func original(_ token: Token) -> ArraySlice<UInt8> {
    lowering.files[token.file][token.start..<token.end]
  }
}
