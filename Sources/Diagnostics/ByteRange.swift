/// A half-open range of bytes in one source file, counted from its first byte (a BOM included).
package struct ByteRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  package var count: Int { end - start }
  package var indices: Range<Int> { start..<end }
}
