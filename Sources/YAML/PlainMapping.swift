import Diagnostics

/// Reads what nearly all front matter is, without libyaml: a mapping of words to one-line texts and
/// lists of them.
///
/// It takes about a seventh of libyaml's time. At the first byte of doubt it gives up, and libyaml
/// reads the text, so there is no second opinion on YAML here: whatever this accepts, libyaml reads
/// as the same tree (a test compares the two).
struct PlainMapping {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var index: Int
  private var entries: [YAMLEntry] = []

  /// As many as can be searched for a key that stands twice.
  private static let mostEntries = 64

  /// The tree of the bytes in `part`; nil where libyaml has to look.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, in part: Range<Int>) -> YAMLNode? {
    var reader = PlainMapping(bytes: bytes, end: part.upperBound, index: part.lowerBound)
    return reader.mapping()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, end: Int, index: Int) {
    self.bytes = bytes
    self.end = end
    self.index = index
  }

  private mutating func mapping() -> YAMLNode? {
    entries.reserveCapacity(8)
    while index < end {
      if skipEmptyLine() { continue }
      guard let entry = entry(), entries.count < Self.mostEntries,
        !entries.contains(where: { $0.key == entry.key })
      else { return nil }
      entries.append(entry)
    }
    guard let first = entries.first, let last = entries.last else { return nil }
    return YAMLNode(
      .mapping(entries), range: ByteRange(first.keyRange.start, last.value.range.end))
  }

  /// One key with its value, up to the start of the line after it.
  private mutating func entry() -> YAMLEntry? {
    let start = index
    while index < end, PlainByte.isKey(bytes[index]) { index += 1 }
    let keyRange = ByteRange(start, index)
    guard (1...64).contains(keyRange.count), byte == UInt8(ascii: ":") else { return nil }
    index += 1
    let afterColon = index
    skipSpaces()
    guard let value = isAtLineEnd ? listBelow(afterColon) : index > afterColon ? value() : nil
    else { return nil }
    return YAMLEntry(key: text(keyRange), keyRange: keyRange, value: value)
  }

  /// A text or a list in brackets, up to the start of the next line.
  private mutating func value() -> YAMLNode? {
    byte == UInt8(ascii: "[") ? bracketedList() : scalar()
  }

  /// A text in quotes or without, up to the start of the next line.
  private mutating func scalar() -> YAMLNode? {
    let start = index
    let first = bytes[start]
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else { return plain() }
    index += 1
    while index < end, bytes[index] != first {
      guard isText(bytes[index]), bytes[index] != UInt8(ascii: "\\") else { return nil }
      index += 1
    }
    guard byte == first, let text = validated(ByteRange(start + 1, index)) else { return nil }
    index += 1
    let range = ByteRange(start, index)
    guard endLine() else { return nil }
    return YAMLNode(.scalar(text, .quoted), range: range)
  }

  private mutating func plain() -> YAMLNode? {
    let start = index
    guard PlainByte.isFirst(bytes[start]) else { return nil }
    var last = start
    while let byte, byte != 0x0A {
      guard isText(byte) else { return nil }
      if byte == UInt8(ascii: ":"), index + 1 == end || bytes[index + 1] <= 0x20 { return nil }
      if byte == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { return nil }
      if byte != 0x20 { last = index }
      index += 1
    }
    let range = ByteRange(start, last + 1)
    guard endLine(), let text = validated(range) else { return nil }
    return YAMLNode(.scalar(text, .plain), range: range)
  }

  private mutating func bracketedList() -> YAMLNode? {
    let start = index
    var items: [YAMLNode] = []
    repeat {
      index += 1
      skipSpaces()
      if byte == UInt8(ascii: "]"), items.isEmpty { break }
      let first = index
      while index < end, PlainByte.isWord(bytes[index]) { index += 1 }
      let range = ByteRange(first, index)
      guard range.count > 0, PlainByte.isLetterOrDigit(bytes[first]) else { return nil }
      items.append(YAMLNode(.scalar(text(range), .plain), range: range))
      skipSpaces()
    } while byte == UInt8(ascii: ",")
    guard byte == UInt8(ascii: "]") else { return nil }
    index += 1
    let range = ByteRange(start, index)
    return endLine() ? YAMLNode(.sequence(items), range: range) : nil
  }

  /// The entries that begin with a dash on the lines after a key without a value; nothing, where
  /// none does.
  private mutating func listBelow(_ afterColon: Int) -> YAMLNode? {
    guard endLine() else { return nil }
    var items: [YAMLNode] = []
    var start = index
    var indentation: Int?
    while index < end {
      if skipEmptyLine() { continue }
      let lineStart = index
      skipSpaces()
      guard byte == UInt8(ascii: "-") else {
        index = lineStart
        break
      }
      if items.isEmpty { start = index }
      guard index - lineStart == indentation ?? (index - lineStart) else { return nil }
      indentation = index - lineStart
      index += 1
      let afterDash = index
      skipSpaces()
      guard index > afterDash, !isAtLineEnd, let item = scalar() else { return nil }
      items.append(item)
    }
    guard let last = items.last else {
      return YAMLNode(.scalar("", .plain), range: ByteRange(afterColon, afterColon))
    }
    return YAMLNode(.sequence(items), range: ByteRange(start, last.range.end))
  }
}

extension PlainMapping {
  private var byte: UInt8? { index < end ? bytes[index] : nil }

  private var isAtLineEnd: Bool { index >= end || bytes[index] == 0x0A }

  /// Whether the byte at `index`, which is `byte`, is one that YAML takes as it is.
  private func isText(_ byte: UInt8) -> Bool {
    if byte < 0x80 { return (0x20...0x7E).contains(byte) }
    switch byte {
    // U+0080 to U+009F are control characters, and one of them is a line break.
    case 0xC2: return index + 1 < end && bytes[index + 1] >= 0xA0
    // U+2028 and U+2029 are line breaks.
    case 0xE2:
      return index + 2 < end && (bytes[index + 1] != 0x80 || bytes[index + 2] & 0xFE != 0xA8)
    // Among these are the byte order mark and the noncharacters.
    case 0xEF: return false
    default: return true
    }
  }

  private mutating func skipSpaces() {
    while index < end, bytes[index] == 0x20 { index += 1 }
  }

  /// Goes to the next line when nothing but spaces is left on this one.
  private mutating func endLine() -> Bool {
    skipSpaces()
    guard isAtLineEnd else { return false }
    index = min(index + 1, end)
    return true
  }

  /// Skips a line that is empty, or stays where it is.
  private mutating func skipEmptyLine() -> Bool {
    let start = index
    if endLine() { return true }
    index = start
    return false
  }

  /// Bytes that are known to be ASCII.
  private func text(_ range: ByteRange) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range.indices]), as: UTF8.self)
  }

  /// Nil where the bytes are not UTF-8.
  private func validated(_ range: ByteRange) -> String? {
    let bytes = UnsafeBufferPointer(rebasing: bytes[range.indices])
    return bytes.allSatisfy { $0 < 0x80 } ? text(range) : String(validating: bytes, as: UTF8.self)
  }
}

/// What a byte may be in the part of YAML that `PlainMapping` reads.
private enum PlainByte {
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isKey(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte == UInt8(ascii: "_") }

  /// In a list in brackets.
  static func isWord(_ byte: UInt8) -> Bool { isKey(byte) || byte == UInt8(ascii: "-") }

  /// At the start of a text without quotes. Every other sign may mean something to YAML there.
  static func isFirst(_ byte: UInt8) -> Bool {
    isKey(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "(") || byte >= 0x80
  }
}
