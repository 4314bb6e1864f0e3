import ByteText

/// Words in order with what is known of each, in runs of a bounded size.
///
/// An entry is the number of UTF-16 units that it shares with the word before, the rest of the
/// word, a space, and what is known of it; `!` is between entries.
struct WordShards {
  private(set) var files: [[UInt8]] = []
  /// The first word of each file.
  private(set) var firstWords: [[UInt8]] = []
  private let limit: Int
  private var current: [UInt8] = []
  private var last: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ word: [UInt8], _ facts: ArraySlice<UInt8>) {
    let size = word.count + facts.count + 3
    if !current.isEmpty, current.count + size > limit { end() }
    if current.isEmpty {
      firstWords.append(word)
      last = []
    } else {
      current.append(UInt8(ascii: "!"))
    }
    let shared = Self.shared(last, word)
    var digits = ByteBuffer(capacity: 16)
    digits.append(digits: shared.units)
    current += digits.array
    current += word[shared.bytes...]
    current.append(0x20)
    current += facts
    last = word
  }

  mutating func end() {
    if !current.isEmpty { files.append(current) }
    current = []
  }

  /// What two words begin with, whole characters only: in bytes, and as JavaScript counts.
  private static func shared(_ left: [UInt8], _ right: [UInt8]) -> (bytes: Int, units: Int) {
    var same = 0
    while same < left.count, same < right.count, left[same] == right[same] { same += 1 }
    while same > 0, same < right.count, right[same] & 0xC0 == 0x80 { same -= 1 }
    var units = 0
    for byte in right[..<same] where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    return (same, units)
  }
}
