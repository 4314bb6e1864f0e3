/// Escaping for the three places where text enters HTML. Each copies runs of harmless bytes whole.
package enum Escaping {
  /// 1: needs an escape in text; 2: needs one in an attribute too (the apostrophe).
  @usableFromInline static let html: [UInt8] = table(of: "&<>\"", 1)

  /// Bytes that stay as they are in a URL (letters, digits and `-_.+!*(),%#@?=;:/,+$~` as libcmark
  /// keeps them).
  @usableFromInline static let urlSafe: [UInt8] = table(
    of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~", 1)

  private static func table(of characters: StaticString, _ value: UInt8) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 256)
    for index in 0..<characters.utf8CodeUnitCount {
      table[Int(characters.utf8Start[index])] = value
    }
    return table
  }
}

extension ByteBuffer {
  /// Appends text with `& < > "` escaped, as libcmark does: right in element content and in
  /// double-quoted attributes.
  @inlinable package mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
    let special = Escaping.html
    var start = 0
    while true {
      let index = ByteScan.first(markedIn: special, bytes, from: start, to: bytes.count)
      append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      guard index < bytes.count else { return }
      append(entity: bytes[index])
      start = index + 1
    }
  }

  @inlinable package mutating func append(escaping bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(escaping: $0) }
  }

  @inlinable package mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { append(escaping: $0) }
  }

  /// Appends a URL for a double-quoted attribute: what a URL cannot hold is percent-encoded, `&`
  /// and `'` become entities (libcmark's rule, so that both renderers agree).
  package mutating func append(escapingURL bytes: UnsafeBufferPointer<UInt8>) {
    Escaping.urlSafe.withUnsafeBufferPointer { safe in
      var start = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if safe[Int(byte)] == 0 {
          append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
          switch byte {
          case UInt8(ascii: "&"): append("&amp;")
          case UInt8(ascii: "'"): append("&#x27;")
          default: append(percent: byte)
          }
          start = index + 1
        }
        index += 1
      }
      append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }
  }

  package mutating func append(escapingURL bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(escapingURL: $0) }
  }

  @usableFromInline mutating func append(entity byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    default: append("&quot;")
    }
  }

  private mutating func append(percent byte: UInt8) {
    let digits: StaticString = "0123456789ABCDEF"
    append(UInt8(ascii: "%"))
    append(digits.utf8Start[Int(byte >> 4)])
    append(digits.utf8Start[Int(byte & 15)])
  }
}

extension ByteBuffer {
  /// Appends a path: like a URL, but a percent sign, a question mark or a number sign is part of
  /// a name and is encoded too. So are `&` and `'`: no entity is made, and the result may be
  /// escaped as text once more.
  package mutating func append(escapingPath bytes: [UInt8]) {
    var start = 0
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&"),
        UInt8(ascii: "'"):
        append(escapingURL: Array(bytes[start..<index]))
        append(percent: bytes[index])
        start = index + 1
      default: break
      }
    }
    if start == 0 {
      append(escapingURL: bytes)
    } else {
      append(escapingURL: Array(bytes[start...]))
    }
  }
}
