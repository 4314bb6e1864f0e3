import ByteText
import Fetch

/// Which addresses are asked at all.
struct ExternalScope {
  enum Verdict {
    case asked(WebAddress)
    /// It is not on the web, stands for an example, or is left out.
    case skipped
    /// It claims to be on the web, but names no host.
    case malformed
  }

  private let include: [TextPattern]
  private let exclude: [TextPattern]

  init(_ options: ExternalOptions) {
    include = options.include.map(TextPattern.init)
    exclude = options.exclude.map(TextPattern.init)
  }

  func verdict(on url: String) -> Verdict {
    guard Self.isOnWeb(url) else { return .skipped }
    let address = WebAddress(url)
    let spellings = [url, address?.printed].compactMap { $0 }
    func matches(_ patterns: [TextPattern]) -> Bool {
      patterns.contains { pattern in spellings.contains(where: pattern.matches) }
    }
    if matches(exclude) { return .skipped }
    if !include.isEmpty, !matches(include) { return .skipped }
    guard let address else { return .malformed }
    return include.isEmpty && Self.isExample(address.host) ? .skipped : .asked(address)
  }

  private static func isOnWeb(_ url: String) -> Bool {
    let start = String(url.drop { $0.isWhitespace }.prefix(8)).lowercased()
    return ["http:", "https:", "//"].contains { start.hasPrefix($0) }
  }

  /// Names that RFC 2606 and RFC 6761 keep for examples and for the machine itself. Addresses made
  /// of numbers, such as 127.0.0.1, are asked.
  static func isExample(_ host: String) -> Bool {
    let labels = host.split(separator: ".")
    guard let top = labels.last else { return false }
    if ["example", "invalid", "test", "localhost"].contains(top) { return true }
    return labels.count > 1 && labels[labels.count - 2] == "example"
      && ["com", "net", "org"].contains(top)
  }
}
