import ByteText

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
    let path = PercentEncoding.decoded(rest)
    guard !path.contains(0) else { return nil }
    return String(validating: path, as: UTF8.self)
  }

  /// The address of a file at an absolute path.
  static func uri(_ path: String) -> String {
    "file://" + PercentEncoding.encoded(path.utf8, keepingSlashes: true)
  }
}
