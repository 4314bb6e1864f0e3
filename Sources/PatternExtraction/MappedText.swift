/// Text of a block with the place in the file that each byte came from.
struct MappedText: Sendable, Hashable {
  private(set) var bytes: [UInt8] = []
  /// As many as bytes; ascending but for line breaks that were made.
  private(set) var offsets: [Int] = []

  init() {}

  init(_ bytes: some Collection<UInt8>, at offset: Int) {
    self.bytes = Array(bytes)
    offsets = Array(offset..<(offset + self.bytes.count))
  }

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }
  var string: String { String(decoding: bytes, as: UTF8.self) }
  var isBlank: Bool { bytes.allSatisfy(Self.isSpace) }

  subscript(range: Range<Int>) -> MappedText {
    var part = MappedText()
    part.bytes = Array(bytes[range])
    part.offsets = Array(offsets[range])
    return part
  }

  /// The place of a byte, or the place after the last one.
  func offset(of index: Int) -> Int {
    if index < offsets.count { return offsets[index] }
    return offsets.last.map { $0 + 1 } ?? 0
  }

  mutating func append(_ other: MappedText) {
    bytes += other.bytes
    offsets += other.offsets
  }

  mutating func append(_ byte: UInt8, at offset: Int) {
    bytes.append(byte)
    offsets.append(offset)
  }

  /// Without the white space at both ends.
  var trimmed: MappedText {
    var start = 0
    var end = bytes.count
    while start < end, Self.isSpace(bytes[start]) { start += 1 }
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return self[start..<end]
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
