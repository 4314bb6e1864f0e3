import ByteText
import Links

/// Addresses of files, as editors write them (RFC 8089).
enum FileURI {
  /// The absolute path of a file; nil for an address of another kind or on another machine.
  static func path(_ uri: String) -> String? {
    let bytes = Array(uri.utf8)
    let scheme = bytes.prefix(5)
    guard String(decoding: scheme, as: UTF8.self).lowercased() == "file:" else { return nil }
    var rest = bytes[5...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let slash = UInt8(ascii: "/")
    if rest.starts(with: [slash, slash]) {
      rest = rest.dropFirst(2)
      let host = rest.prefix { $0 != slash }
      guard host.isEmpty || host.elementsEqual("localhost".utf8) else { return nil }
      rest = rest.dropFirst(host.count)
    }
    guard rest.first == slash else { return nil }
    let path = Resolver.percentDecoded(rest)
    guard !path.contains(0) else { return nil }
    return String(validating: path, as: UTF8.self)
  }

  /// The address of a file at an absolute path.
  static func uri(_ path: String) -> String {
    var buffer = ByteBuffer(capacity: path.utf8.count + 16)
    buffer.append("file://")
    for byte in path.utf8 {
      if isPlain(byte) {
        buffer.append(byte)
      } else {
        buffer.append(UInt8(ascii: "%"))
        buffer.append(digit(byte >> 4))
        buffer.append(digit(byte & 15))
      }
    }
    return String(decoding: buffer.array, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
