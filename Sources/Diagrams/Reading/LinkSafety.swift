import Diagnostics

extension Graph {
  /// Takes away links that would run a script or open nothing in a browser. Returns a finding for
  /// each.
  mutating func removeUnsafeLinks() -> [DiagramFinding] {
    var findings: [DiagramFinding] = []
    for index in nodes.indices {
      guard let link = nodes[index].link, !Self.isSafe(link.target) else { continue }
      nodes[index].link = nil
      findings.append(
        DiagramFinding(
          code: .diagramLink,
          message: "the link \"\(String(decoding: link.target, as: UTF8.self))\" leads to no page",
          range: ByteRange(link.range.lowerBound, link.range.upperBound),
          help: "name a page, a file, or an address that begins with https:"))
    }
    return findings
  }

  /// What nodes would call where a reader clicks at them.
  var callFindings: [DiagramFinding] {
    calls.map { range in
      DiagramFinding(
        code: .diagramCall, message: "a click runs nothing here, so the node is drawn without it",
        range: ByteRange(range.lowerBound, range.upperBound),
        help: "make it a link: click node href \"page.md\"")
    }
  }

  /// Whether a target is relative, or has a scheme that opens a page or a message. A browser drops
  /// white space and control characters from what it takes for a scheme, so none may be there.
  private static func isSafe(_ target: [UInt8]) -> Bool {
    guard !target.isEmpty, target.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
    guard let colon = target.firstIndex(of: UInt8(ascii: ":")),
      target[..<colon].allSatisfy({ $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") })
    else { return true }
    let scheme = String(decoding: target[..<colon], as: UTF8.self).lowercased()
    return ["http", "https", "mailto", "tel"].contains(scheme)
  }
}
