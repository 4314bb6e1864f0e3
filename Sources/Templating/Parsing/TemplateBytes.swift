/// The bytes of one template, asked about lines and blanks.
///
/// Lines end with LF or CR LF, as in the specification's cases; blanks are spaces and tabs.
struct TemplateBytes: Sendable {
  let all: [UInt8]
  /// Where the text begins: past a byte order mark.
  let start: Int

  init(_ bytes: [UInt8]) {
    all = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  var end: Int { all.count }

  subscript(index: Int) -> UInt8 { all[index] }

  func isBlank(_ index: Int) -> Bool { all[index] == 0x20 || all[index] == 0x09 }

  func isSpace(_ index: Int) -> Bool {
    isBlank(index) || all[index] == 0x0A || all[index] == 0x0D
  }

  func startsLine(_ index: Int) -> Bool { index == start || all[index - 1] == 0x0A }

  /// The start of the line, if nothing but blanks lies between it and `index`.
  func lineStart(before index: Int) -> Int? {
    var place = index
    while place > start, isBlank(place - 1) { place -= 1 }
    return startsLine(place) ? place : nil
  }

  /// The start of the next line or the end, if nothing but blanks lies between `index` and it.
  func lineEnd(after index: Int) -> Int? {
    var place = index
    while place < end, isBlank(place) { place += 1 }
    if place == end { return end }
    if all[place] == 0x0D, place + 1 < end { place += 1 }
    return all[place] == 0x0A ? place + 1 : nil
  }

  /// The blanks that `range` begins with.
  func leadingBlanks(of range: Range<Int>) -> Range<Int> {
    var place = range.lowerBound
    while place < range.upperBound, isBlank(place) { place += 1 }
    return range.lowerBound..<place
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isSpace(low) { low += 1 }
    while high > low, isSpace(high - 1) { high -= 1 }
    return low..<high
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: all[range], as: UTF8.self)
  }

  func has(_ pattern: [UInt8], at index: Int) -> Bool {
    guard index + pattern.count <= end else { return false }
    for offset in pattern.indices where all[index + offset] != pattern[offset] { return false }
    return true
  }

  /// Where `pattern` stands next in `range`, wholly inside it.
  func first(_ pattern: [UInt8], in range: Range<Int>) -> Int? {
    var place = range.lowerBound
    while place + pattern.count <= range.upperBound {
      if has(pattern, at: place) { return place }
      place += 1
    }
    return nil
  }
}
