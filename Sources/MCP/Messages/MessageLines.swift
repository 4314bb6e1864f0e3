/// Cuts what a client sends into messages: one a line, and none longer than `limit`.
struct MessageLines {
  enum Line: Hashable {
    case text([UInt8])
    /// A line of more bytes than any message needs. Nothing of it is kept.
    case tooLong
  }

  private let limit: Int
  /// The line that has not ended yet.
  private var pending: [UInt8] = []
  private var isSkipping = false

  /// - Parameter limit: Bytes of the longest line that is read.
  init(limit: Int) { self.limit = limit }

  /// The lines that end in these bytes, without their ends.
  mutating func take(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      keep(rest[..<end])
      lines += finish().map { [$0] } ?? []
      rest = rest[(end + 1)...]
    }
    keep(rest)
    return lines
  }

  /// The line under way, which ends here; nil where it is blank.
  mutating func finish() -> Line? {
    defer {
      pending = []
      isSkipping = false
    }
    if isSkipping { return .tooLong }
    let isBlank = pending.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    return isBlank ? nil : .text(pending)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    guard !isSkipping else { return }
    if pending.count + bytes.count > limit {
      isSkipping = true
      pending = []
    } else {
      pending += bytes
    }
  }
}
