/// The names that a server answers to.
///
/// A page of another site can let its own name lead to this machine (DNS rebinding) and then read
/// what is served here as if it were its own. Its requests still say that name in `Host`. Addresses
/// in numbers cannot be bent in this way, nor can `localhost`.
package struct AllowedHosts: Equatable, Sendable {
  private let names: Set<String>

  /// - Parameter names: Names besides `localhost`, in any case.
  package init(_ names: [String] = []) {
    self.names = Set(names.map { Self.plain($0[...]) })
  }

  /// - Parameter host: The value of `Host`: a name or an address, and a port or none.
  func allow(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return false }
      let address = host[..<end].dropFirst()
      return Self.isPort(host[end...].dropFirst()) && address.contains(":")
        && address.utf8.allSatisfy { Self.isOfIPv6($0) }
    }
    let name = host.prefix { $0 != ":" }
    guard Self.isPort(host[name.endIndex...]) else { return false }
    if Self.isIPv4(name) { return true }
    let plain = Self.plain(name)
    return plain == "localhost" || plain.hasSuffix(".localhost") || names.contains(plain)
  }

  private static func plain(_ name: Substring) -> String {
    (name.hasSuffix(".") ? name.dropLast() : name).lowercased()
  }

  private static func isPort(_ rest: Substring) -> Bool {
    guard let colon = rest.first else { return true }
    return colon == ":" && rest.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isIPv4(_ name: Substring) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && UInt8(part) != nil
      }
  }

  private static func isOfIPv6(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
      || Character(UnicodeScalar(byte)).isHexDigit
  }
}
