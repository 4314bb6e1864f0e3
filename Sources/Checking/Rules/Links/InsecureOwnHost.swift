import Diagnostics
import Markdown

/// A link by http to the site's own host, which is published by https.
enum InsecureOwnHost: LinkRule {
  static let code = Code(
    "TB-L021", "a link to the site's own host is https where the site is", .warning,
    explanation: """
      The configuration says that the site is published by https, and this link leads to the same \
      host by http: readers are sent through an unprotected request first, and pictures are not shown \
      at all. `turnbook check --fix` writes https.
      """)

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard let host = guide.facts.secureHost, link.finding == nil,
      isHTTP(link.record.destination)
    else { return }
    let prefix = "http://"
    let target = link.written
    guard target.prefix(prefix.count).lowercased() == prefix else { return }
    let rest = target.dropFirst(prefix.count)
    guard rest.prefix(while: { !"/?#".contains($0) }).lowercased() == host else { return }
    let better = "https://" + rest
    findings.append(
      link.diagnostic(
        code, "\"\(target)\" leads to this site's own host without https",
        help: "write \"\(better)\"", fix: link.fix(writing: better, isSafe: true)))
  }

  private static func isHTTP(_ target: [UInt8]) -> Bool {
    // Nearly all targets go here.
    guard target.count > 4, target[4] == UInt8(ascii: ":") else { return false }
    return target.prefix(4).elementsEqual("http".utf8) { $0 | 0x20 == $1 }
  }
}
