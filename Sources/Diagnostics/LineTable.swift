/// Where a byte stands for a person: line and column, both from 1. A column counts Unicode scalars.
package struct Position: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The starts of the lines of one file, to turn byte offsets into positions. Lines end with LF, CR
/// LF or CR.
package struct LineTable: Sendable {
  /// Byte offset of the first byte of each line, ascending; the first is 0.
  package let starts: [Int]
  /// The bytes of the file.
  package let bytes: [UInt8]
  /// The scalars before every `step` bytes; empty where no line is longer than that.
  private let scalars: [Int]

  private static let step = 1024

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    self.starts = starts
    let ends = starts.dropFirst() + [bytes.count]
    scalars = zip(starts, ends).contains { $1 - $0 > Self.step } ? Self.scalars(in: bytes) : []
  }

  /// A file of a single line of megabytes costs no more for each place than others.
  private static func scalars(in bytes: [UInt8]) -> [Int] {
    var counts: [Int] = []
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index % step == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return counts
  }

  private func scalars(before offset: Int) -> Int {
    let part = min(offset / Self.step, scalars.count - 1)
    return scalars[part] + bytes[part * Self.step..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// The position of the byte at `offset`; an offset past the end is the end.
  package func position(of offset: Int) -> Position {
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(of: offset)
    let start = starts[line]
    let column =
      offset - start > Self.step
      ? scalars(before: offset) - scalars(before: start)
      : bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
    return Position(line: line + 1, column: column + 1)
  }

  /// The bytes of a line (from 1) without its line ending.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= starts.count else { return [] }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
