/// A pattern for the targets of links, which are no paths: `*` is any run of characters, slashes
/// too.
package struct TargetPattern: Sendable, Hashable {
  private let parts: [[UInt8]]

  package init(_ pattern: String) {
    parts = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map(Array.init)
  }

  package func matches(_ target: String) -> Bool {
    let bytes = Array(target.utf8)
    guard let first = parts.first, let last = parts.last, bytes.starts(with: first) else {
      return false
    }
    guard parts.count > 1 else { return bytes.count == first.count }
    var from = first.count
    for part in parts.dropFirst().dropLast() {
      guard let found = Self.find(part, in: bytes, from: from) else { return false }
      from = found + part.count
    }
    return bytes.count - from >= last.count && bytes.suffix(last.count).elementsEqual(last)
  }

  private static func find(_ part: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    guard bytes.count - from >= part.count else { return nil }
    return (from...(bytes.count - part.count)).first {
      bytes[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
