/// The address of something on the web, by RFC 3986: absolute, http or https, ready to be asked.
///
/// What a URL cannot hold is percent-encoded, `.` and `..` are worked out, and the port of the
/// scheme is left out, so that one address has one spelling.
package struct WebAddress: Hashable, Sendable {
  package enum Scheme: String, Sendable { case http, https }

  package let scheme: Scheme
  /// Name and password as written. Never printed.
  let userinfo: String?
  /// In lower case; an IPv6 address keeps its brackets, a name of other scripts its letters.
  package let host: String
  /// nil for the scheme's own.
  package let port: Int?
  /// Begins with a slash.
  package let path: String
  package let query: String?
  /// As written, without the number sign; nil when there is none.
  package let fragment: String?

  /// Takes an absolute address; one that begins with `//` means https. nil for everything else.
  package init?(_ text: String) {
    let trimmed = Self.trimmed(text)
    let parts = AddressParts(trimmed)
    if parts.scheme == nil, parts.authority != nil {
      self.init(AddressParts("https:" + trimmed))
    } else {
      self.init(parts)
    }
  }

  private init?(_ parts: AddressParts) {
    guard let scheme = parts.scheme.flatMap({ Scheme(rawValue: $0.lowercased()) }),
      // Browsers take a backslash for a slash: it is not clear which host is meant.
      let authority = parts.authority, !authority.utf8.contains(UInt8(ascii: "\\"))
    else { return nil }
    let at = authority.utf8.lastIndex(of: UInt8(ascii: "@"))
    let place = at.map { authority[authority.utf8.index(after: $0)...] } ?? authority
    guard let (host, port) = Self.hostAndPort(place) else { return nil }
    self.init(
      scheme: scheme, userinfo: at.map { AddressParts.encoded(authority[..<$0]) }, host: host,
      port: port, path: AddressParts.withoutDots(AddressParts.encoded(parts.path)),
      query: parts.query.map(AddressParts.encoded), fragment: parts.fragment.map(String.init))
  }

  private init(
    scheme: Scheme, userinfo: String?, host: String, port: Int?, path: String, query: String?,
    fragment: String?
  ) {
    self.scheme = scheme
    self.userinfo = userinfo
    self.host = host
    self.port = port == (scheme == .http ? 80 : 443) ? nil : port
    self.path = path
    self.query = query
    self.fragment = fragment
  }

  /// Where a reference leads that stands at this address (RFC 3986 section 5.2), such as the
  /// `Location` of a redirect; nil when that is not on the web. Names and passwords are not handed
  /// on; a fragment is where the reference has none, as browsers do it.
  package func resolving(_ reference: String) -> WebAddress? {
    let parts = AddressParts(Self.trimmed(reference))
    let fragment = parts.fragment.map(String.init) ?? fragment
    if parts.scheme != nil || parts.authority != nil {
      var absolute = parts
      if absolute.scheme == nil { absolute.scheme = Substring(scheme.rawValue) }
      return WebAddress(absolute)?.with(fragment: fragment)
    }
    var path = self.path
    var query = parts.query.map(AddressParts.encoded)
    if parts.path.isEmpty {
      query = query ?? self.query
    } else if parts.path.utf8.first == UInt8(ascii: "/") {
      path = AddressParts.encoded(parts.path)
    } else {
      let folder = path[...(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
      path = folder + AddressParts.encoded(parts.path)
    }
    return WebAddress(
      scheme: scheme, userinfo: nil, host: host, port: port, path: AddressParts.withoutDots(path),
      query: query, fragment: fragment)
  }

  package func with(fragment: String?) -> WebAddress {
    WebAddress(
      scheme: scheme, userinfo: userinfo, host: host, port: port, path: path, query: query,
      fragment: fragment)
  }

  /// The address of something below this one: its path with another after it, all else as it is.
  /// - Parameter more: Begins with a slash, and is encoded.
  package func appending(path more: String) -> WebAddress {
    var path = path[...]
    while path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
    return WebAddress(
      scheme: scheme, userinfo: userinfo, host: host, port: port, path: path + more, query: query,
      fragment: fragment)
  }

  /// The same with another query, or one more part of it.
  package func adding(query more: String) -> WebAddress {
    WebAddress(
      scheme: scheme, userinfo: userinfo, host: host, port: port, path: path,
      query: query.map { $0 + "&" + more } ?? more, fragment: fragment)
  }

  package func with(host: String, port: Int?) -> WebAddress {
    WebAddress(
      scheme: scheme, userinfo: userinfo, host: host, port: port, path: path, query: query,
      fragment: fragment)
  }

  package var hasUserinfo: Bool { userinfo != nil }

  /// For messages and caches: without name, password and fragment.
  package var printed: String { text(userinfo: nil) }

  /// For the server: the same with name and password.
  var asked: String { text(userinfo: userinfo) }

  private func text(userinfo: String?) -> String {
    scheme.rawValue + "://" + (userinfo.map { $0 + "@" } ?? "") + host
      + (port.map { ":\($0)" } ?? "") + path + (query.map { "?" + $0 } ?? "")
  }

  private static func hostAndPort(_ text: Substring) -> (String, Int?)? {
    var host = text
    var port: Int?
    if let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")), !text.hasSuffix("]") {
      host = text[..<colon]
      let digits = text[text.utf8.index(after: colon)...]
      if !digits.isEmpty {
        guard let number = Int(digits), (0...65535).contains(number) else { return nil }
        port = number
      }
    }
    let isLiteral = host.hasPrefix("[") && host.hasSuffix("]")
    let isSound = host.utf8.allSatisfy { byte in
      byte > 0x20 && byte != 0x7F && !"\"<>\\^`{|}/?#@".utf8.contains(byte)
        && (isLiteral || !":[]".utf8.contains(byte))
    }
    return host.isEmpty || !isSound ? nil : (host.lowercased(), port)
  }

  /// White space around an address, and line breaks in it, mean nothing to browsers.
  private static func trimmed(_ text: String) -> Substring {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.value <= 0x20 { scalars.removeFirst() }
    while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
    guard scalars.contains(where: { $0 == "\n" || $0 == "\r" || $0 == "\t" }) else {
      return Substring(scalars)
    }
    scalars.removeAll { $0 == "\n" || $0 == "\r" || $0 == "\t" }
    return Substring(scalars)
  }
}

extension WebAddress {
  /// A fragment as browsers send it to themselves: what cannot stand in a URL percent-encoded.
  package static func encoded(fragment: String) -> String { AddressParts.encoded(fragment) }
}
