/// A growing run of bytes for hot paths: one owner, no uniqueness checks, reused from page to page.
///
/// Appending a run is one copy; a single byte costs a compare and a store.
package struct ByteBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var length: Int

  package init(capacity: Int = 4096) {
    self.capacity = max(16, capacity)
    base = .allocate(capacity: self.capacity)
    length = 0
  }

  deinit { base.deallocate() }

  @inlinable @inline(__always) package var count: Int { length }
  @inlinable package var isEmpty: Bool { length == 0 }

  @inlinable package subscript(index: Int) -> UInt8 {
    @inline(__always) get {
      precondition(index >= 0 && index < length, "byte index out of range")
      return base[index]
    }
    set {
      precondition(index >= 0 && index < length, "byte index out of range")
      base[index] = newValue
    }
  }

  /// Forgets the content and keeps the memory.
  @inlinable package mutating func removeAll() { length = 0 }

  /// Forgets everything from `count` on.
  @inlinable package mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= length, "cannot truncate to more than there is")
    length = count
  }

  @inlinable @inline(__always) package mutating func append(_ byte: UInt8) {
    if length == capacity { grow(by: 1) }
    base[length] = byte
    length += 1
  }

  @inlinable package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    if length + bytes.count > capacity { grow(by: bytes.count) }
    (base + length).update(from: source, count: bytes.count)
    length += bytes.count
  }

  /// What a literal is appended by: one copy of known length.
  @inlinable @inline(__always) package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inlinable package mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  @inlinable package mutating func append(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  @inlinable package mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  @inlinable package mutating func append(_ other: borrowing ByteBuffer) {
    append(UnsafeBufferPointer(start: other.base, count: other.length))
  }

  // A literal would be a `String` by default: counted, and looked into for where its bytes are.
  @_disfavoredOverload
  @inlinable package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a whole number in decimal.
  package mutating func append(decimal number: Int) {
    append(String(number))
  }

  /// Puts bytes in front of what stands at `offset`; what follows moves up.
  package mutating func insert(_ bytes: [UInt8], at offset: Int) {
    precondition(offset >= 0 && offset <= length, "byte index out of range")
    if length + bytes.count > capacity { grow(by: bytes.count) }
    (base + offset + bytes.count).update(from: base + offset, count: length - offset)
    for (index, byte) in bytes.enumerated() { base[offset + index] = byte }
    length += bytes.count
  }

  /// Replaces a run of bytes; what follows moves.
  package mutating func replace(_ range: Range<Int>, with text: StaticString) {
    precondition(range.lowerBound >= 0 && range.upperBound <= length, "byte range out of range")
    let added = text.utf8CodeUnitCount
    let change = added - range.count
    if change > 0, length + change > capacity { grow(by: change) }
    let tail = length - range.upperBound
    (base + range.lowerBound + added).update(from: base + range.upperBound, count: tail)
    (base + range.lowerBound).update(from: text.utf8Start, count: added)
    length += change
  }

  /// Lends the content; the pointer must not leave `body`.
  @inlinable package func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: length))
  }

  /// A copy of the content.
  package var array: [UInt8] {
    Array(UnsafeBufferPointer(start: base, count: length))
  }

  /// A copy of a part of the content.
  package func array(in range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= length, "byte range out of range")
    return Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  @usableFromInline mutating func grow(by extra: Int) {
    let wanted = max(length + extra, capacity * 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
    moved.update(from: base, count: length)
    base.deallocate()
    base = moved
    capacity = wanted
  }
}

extension ByteBuffer {
  /// Appends the same byte `count` times; nothing when `count` is not positive.
  package mutating func append(repeating byte: UInt8, count: Int) {
    guard count > 0 else { return }
    if length + count > capacity { grow(by: count) }
    (base + length).update(repeating: byte, count: count)
    length += count
  }
}
