import Diagnostics
import Markdown

/// An address on the web that no browser can open.
enum MalformedURL: LinkRule {
  static let code = Code(
    "TB-L020", "an address on the web is well formed", .error,
    explanation: """
      The target looks like an address, but its scheme is misspelled, it names no host, its port is \
      no number, or it contains what an address cannot hold (RFC 3986). No browser opens it. Copy \
      the address anew from where you found it.
      """,
    wrong: "See the [paper](htps://arxiv.org/abs/2201.11903).",
    right: "See the [paper](https://arxiv.org/abs/2201.11903).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard link.finding == nil, !link.record.destination.isEmpty,
      !isPlain(link.record.destination)
    else { return }
    let target = link.written
    guard let colon = target.firstIndex(of: ":"), LinkTarget.hasScheme(link.record.destination)
    else { return }
    let scheme = target[..<colon].lowercased()
    let rest = target[target.index(after: colon)...]
    guard ["http", "https"].contains(scheme) else {
      guard rest.hasPrefix("//"), !knownSchemes.contains(scheme),
        let meant = NearMiss.best(for: scheme, among: ["https", "http"])
      else { return }
      let better = meant + target[colon...]
      findings.append(
        link.diagnostic(
          code, "\"\(scheme)\" is no scheme of an address", help: "write \"\(better)\"",
          fix: link.fix(writing: better, isSafe: false)))
      return
    }
    guard let problem = problem(with: rest) else { return }
    findings.append(
      link.diagnostic(
        code, "\"\(target)\" is no address: it \(problem)",
        help: "write one such as https://example.org/page"))
  }

  /// Whether an address is of the commonest kind, which has no faults: a quick look spares the long
  /// one.
  private static func isPlain(_ target: [UInt8]) -> Bool {
    guard let scheme = plainSchemes.first(where: { target.starts(with: $0) }) else { return false }
    var index = scheme.count
    var last = UInt8(ascii: ".")
    while index < target.count, target[index] != UInt8(ascii: "/") {
      let byte = target[index]
      let isLetter = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      let isSign = byte == UInt8(ascii: "-") || (byte == UInt8(ascii: ".") && last != byte)
      guard isLetter || isSign else { return false }
      last = byte
      index += 1
    }
    return last != UInt8(ascii: ".")
      && target[index...].allSatisfy {
        $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
          && $0 != UInt8(ascii: "\"")
      }
  }

  private static let plainSchemes = ["https://", "http://"].map { Array($0.utf8) }
  private static let knownSchemes: Set<String> = ["ftp", "ftps", "sftp", "git", "ssh", "file"]

  /// What is wrong with what follows `http:`.
  private static func problem(with rest: Substring) -> String? {
    guard rest.hasPrefix("//") else { return "has no // before the host" }
    let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
    guard !authority.isEmpty else { return "names no host" }
    if rest.unicodeScalars.contains(where: isForbidden) {
      return "contains a space or another character that an address cannot hold"
    }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if host.hasPrefix("[") {
      return host.contains("]") ? nil : "has a host with a bracket that nothing closes"
    }
    let parts = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.first?.isEmpty ?? true { return "names no host" }
    if parts.count == 2, let port = parts.last, !port.isEmpty {
      guard let number = Int(port), (0...65535).contains(number) else {
        return "has a port that is no number up to 65535"
      }
    }
    if parts[0].contains("..") { return "has a host with two dots in a row" }
    return nil
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || "<>\"".unicodeScalars.contains(scalar)
  }
}
