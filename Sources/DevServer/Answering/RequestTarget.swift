import ByteText

/// What a request asks for, decoded.
struct RequestTarget: Equatable {
  /// The parts of the path between slashes; the last one is empty where the path ends in a slash.
  let parts: [String]
  /// The host of a target that is a whole URL, as proxies get it (RFC 9112, 3.2.2).
  let authority: String?

  /// nil for what is no path, or one that tries to leave the site: every part has to be the name of
  /// a file, however it is encoded.
  init?(_ target: String) {
    var rest = Substring(target)
    authority = Self.takeAuthority(of: &rest)
    guard rest.first == "/" else { return nil }
    var parts: [String] = []
    for part in rest.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      guard let bytes = PercentEncoding.strictlyDecoded(part), !bytes.contains(0),
        !bytes.contains(UInt8(ascii: "/")),
        let name = String(validating: bytes, as: UTF8.self), name != ".", name != ".."
      else { return nil }
      parts.append(name)
    }
    self.parts = parts
  }

  /// The path from the top, without its first slash.
  var path: String { parts.joined(separator: "/") }

  private static func takeAuthority(of rest: inout Substring) -> String? {
    for scheme in ["http://", "https://"] where rest.lowercased().hasPrefix(scheme) {
      let host = rest.dropFirst(scheme.count).prefix { $0 != "/" }
      rest = rest[host.endIndex...]
      if rest.isEmpty { rest = "/" }
      return String(host)
    }
    return nil
  }
}
