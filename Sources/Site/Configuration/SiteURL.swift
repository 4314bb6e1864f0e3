/// Where a site stands on the web: scheme, host and the path that all its pages begin with.
package struct SiteURL: Sendable, Hashable {
  /// Scheme and host, without a slash at the end: `https://example.org`.
  package let origin: String
  /// Begins and ends with a slash: `/guide/`.
  package let path: String

  /// The whole URL, with a slash at the end.
  package var text: String { origin + path }

  /// Nil when `problem(with:)` finds one.
  package init?(_ text: String) {
    guard Self.problem(with: text) == nil, let (scheme, host, path) = Self.parts(of: text) else {
      return nil
    }
    origin = scheme.lowercased() + "://" + host.lowercased()
    self.path = path.hasSuffix("/") ? String(path) : path + "/"
  }

  /// What keeps a text from being a site's URL, as the end of "but …".
  package static func problem(with text: String) -> String? {
    if let problem = webProblem(with: text) { return problem }
    if text.utf8.contains(UInt8(ascii: "?")) { return "has a query" }
    return text.utf8.contains(UInt8(ascii: "#")) ? "has a fragment" : nil
  }

  /// What keeps a text from being an absolute http or https URL, as the end of "but …".
  static func webProblem(with text: String) -> String? {
    guard let (scheme, host, _) = parts(of: text) else { return "does not begin with https://" }
    guard ["http", "https"].contains(scheme.lowercased()) else {
      return "does not begin with https://"
    }
    if text.unicodeScalars.contains(where: isForbidden) {
      return "contains a character that a URL cannot hold"
    }
    if host.isEmpty { return "names no host" }
    return host.contains("@") ? "contains a user name" : nil
  }

  private static func parts(
    of text: String
  ) -> (scheme: Substring, host: Substring, path: Substring)? {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return nil }
    let rest = text[colon...].dropFirst(3)
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    return (text[..<colon], rest[..<end], rest[end...])
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
      || "\"<>\\^`|".unicodeScalars.contains(scalar)
  }
}
