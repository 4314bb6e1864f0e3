/// Memory for the text of one page after the other: taken once for a page, so that writing looks at
/// no bounds.
struct TextMemory: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 16
  /// Bytes of text; whoever writes them says how many there are.
  var count = 0

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  /// Forgets the content and makes room for more.
  mutating func empty(for size: Int) {
    count = 0
    guard size > capacity else { return }
    base.deallocate()
    capacity = 2 * size
    base = .allocate(capacity: capacity)
  }

  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "byte index out of range")
    return base[index]
  }

  /// Lends the content; the pointer must not leave `body`.
  func withBytes<Result: ~Copyable>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    body(UnsafeBufferPointer(start: base, count: count))
  }
}
