/// Bytes that stand as `%` and two hexadecimal digits in addresses (RFC 3986, 2.1).
package enum PercentEncoding {
  /// The bytes meant. A `%` before anything else stands for itself, as in browsers.
  package static func decoded(_ text: some Collection<UInt8>) -> [UInt8] {
    // Other modules call it with types for which it is not compiled: a call for each byte.
    text.withContiguousStorageIfAvailable(decoded(bytes:))
      ?? Array(text).withUnsafeBufferPointer(decoded(bytes:))
  }

  private static func decoded(bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard bytes.contains(percent) else { return Array(bytes) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == percent, let value = value(at: rest) {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  /// The bytes meant; nil where a `%` is not followed by two digits.
  package static func strictlyDecoded(_ text: some Collection<UInt8>) -> [UInt8]? {
    var rest = text[...]
    while let place = rest.firstIndex(of: percent) {
      rest = rest[rest.index(after: place)...]
      if value(at: rest) == nil { return nil }
    }
    return decoded(text)
  }

  /// The text of an address for these bytes: all but unreserved characters (RFC 3986, 2.3) is encoded.
  package static func encoded(_ bytes: some Sequence<UInt8>, keepingSlashes: Bool = false) -> String
  {
    var text: [UInt8] = []
    for byte in bytes {
      if isUnreserved(byte) || keepingSlashes && byte == UInt8(ascii: "/") {
        text.append(byte)
      } else {
        text += [percent, hexadecimal(byte >> 4), hexadecimal(byte & 15)]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(byte)
    }
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
  }

  private static let percent = UInt8(ascii: "%")

  private static func value(at text: some Collection<UInt8>) -> UInt8? {
    var digits = text.prefix(2).makeIterator()
    guard let high = digits.next().flatMap(digit), let low = digits.next().flatMap(digit) else {
      return nil
    }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
