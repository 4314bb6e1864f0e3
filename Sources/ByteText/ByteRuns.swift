extension [UInt8] {
  /// The first place of a text in `self[start..<end]`; nil where there is none.
  package func range(of text: StaticString, from start: Int, to end: Int) -> Range<Int>? {
    withUnsafeBufferPointer { bytes in
      precondition(start >= 0 && end <= bytes.count, "byte range out of range")
      let sought = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      guard let first = sought.first else { return start..<start }
      let last = end - sought.count
      var index = start
      while index <= last {
        index = ByteScan.first(first, in: bytes, from: index, to: last + 1)
        guard index <= last else { return nil }
        if bytes[index..<index + sought.count].elementsEqual(sought) {
          return index..<index + sought.count
        }
        index += 1
      }
      return nil
    }
  }

  /// How often a text stands in `self[range]`, none over another.
  package func count(of text: StaticString, in range: Range<Int>) -> Int {
    var count = 0
    var start = range.lowerBound
    while let found = self.range(of: text, from: start, to: range.upperBound), !found.isEmpty {
      count += 1
      start = found.upperBound
    }
    return count
  }
}
