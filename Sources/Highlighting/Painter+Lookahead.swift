internal import ByteText

/// Questions about the bytes ahead. Each costs no more than the bytes it looks at; a lexer that
/// asks must either take them afterwards or remember the answer, so that the whole stays linear.
extension Painter {
  /// The index of the line feed that ends the line of `index`, or the end of the code.
  func lineEnd(from index: Int) -> Int {
    self.index(of: .newline, from: index) ?? end
  }

  /// The first index from `start` on that holds `wanted`.
  func index(of wanted: UInt8, from start: Int, upTo limit: Int = .max) -> Int? {
    let limit = min(limit, end)
    guard start < limit else { return nil }
    let index = ByteScan.first(wanted, in: bytes, from: start, to: limit)
    return index < limit ? index : nil
  }

  /// The first index from `start` on that holds `wanted`, on the line of `start`.
  func index(of wanted: UInt8, onLineOf start: Int) -> Int? {
    var index = start
    while index < end, bytes[index] != .newline {
      if bytes[index] == wanted { return index }
      index &+= 1
    }
    return nil
  }

  /// The first index from `start` on where `text` stands.
  func index(of text: StaticString, from start: Int, upTo limit: Int = .max) -> Int? {
    guard let first = text.bytes.first else { return nil }
    var from = start
    while let found = index(of: first, from: from, upTo: limit) {
      if matches(text, at: found) { return found }
      from = found &+ 1
    }
    return nil
  }

  /// Whether `text` stands at `index`.
  func matches(_ text: StaticString, at index: Int) -> Bool {
    let wanted = text.bytes
    guard index >= 0, wanted.count <= end &- index else { return false }
    for offset in 0..<wanted.count where bytes[index &+ offset] != wanted[offset] { return false }
    return true
  }

  func matches(_ text: StaticString) -> Bool { matches(text, at: position) }

  /// Whether `text`, written in small letters, stands at `index` in any case.
  func matchesFolded(_ text: StaticString, at index: Int) -> Bool {
    let wanted = text.bytes
    guard index >= 0, wanted.count <= end &- index else { return false }
    for offset in 0..<wanted.count where bytes[index &+ offset].lowered != wanted[offset] {
      return false
    }
    return true
  }

  /// Whether `text` stands at `index` as a whole word.
  func matchesWord(_ text: StaticString, at index: Int) -> Bool {
    matches(text, at: index) && !byte(at: index &+ text.utf8CodeUnitCount).isWord
  }

  /// The first index from `start` on that holds no white space of the line.
  func blanksEnd(from start: Int) -> Int {
    var index = start
    while index < end, bytes[index].isBlank { index &+= 1 }
    return index
  }

  /// The first index from `start` on that holds no white space.
  func spaceEnd(from start: Int) -> Int {
    var index = start
    while index < end, bytes[index].isSpace { index &+= 1 }
    return index
  }

  /// `end` without the white space of the line before it, but not before `start`.
  func trimmedEnd(from start: Int, to end: Int) -> Int {
    var index = end
    while index > start, bytes[index &- 1].isBlank { index &-= 1 }
    return index
  }

  /// The end of the identifier that begins at `start`.
  func wordEnd(from start: Int) -> Int {
    var index = start
    while index < end, bytes[index].isWord { index &+= 1 }
    return index
  }

  /// How many times `byte` stands from `start` on, counting no further than `limit`.
  func count(of byte: UInt8, from start: Int, atMost limit: Int = .max) -> Int {
    let last = limit < end &- start ? start &+ limit : end
    var index = start
    while index < last, bytes[index] == byte { index &+= 1 }
    return index &- start
  }

  /// Whether only white space stands between the start of the line and `index`.
  func isFirstInLine(_ index: Int) -> Bool {
    var index = index &- 1
    while index >= 0, bytes[index].isBlank { index &-= 1 }
    return index < 0 || bytes[index] == .newline
  }
}

extension StaticString {
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
