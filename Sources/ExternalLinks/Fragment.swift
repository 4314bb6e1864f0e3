import ByteText
import Fetch

/// The part of an address behind the number sign, where it names a place in a page.
struct Fragment: Hashable, Sendable {
  /// As written, without a text directive.
  let written: String

  /// nil where nothing can be said: it is empty or `top`, or means something to a script and not to
  /// the page.
  init?(_ raw: String, of address: WebAddress) {
    let text = raw.firstRange(of: ":~:").map { String(raw[..<$0.lowerBound]) } ?? raw
    guard let first = text.utf8.first, text.lowercased() != "top" else { return nil }
    // Routes of programs in the page (`#!/inbox`, `#/inbox`), and settings (`#page=3`).
    guard first != UInt8(ascii: "!"), first != UInt8(ascii: "/"),
      !text.utf8.contains(UInt8(ascii: "=")), !text.utf8.contains(UInt8(ascii: "&"))
    else { return nil }
    guard !Self.namesLines(text), !Self.isMadeByScript(text, on: address.host) else { return nil }
    written = text
  }

  /// Line numbers of a source file, as code hosts show it: `L12`, `L12-L20`, `L3C1-L4C9`, `lines-5`.
  private static func namesLines(_ text: String) -> Bool {
    text.wholeMatch(of: /(?:L|l|line-?|lines-)\d+(?:C\d+)?(?:[-:,]L?\d+(?:C\d+)?)*/) != nil
  }

  /// What the scripts of well-known hosts put into the page later.
  private static func isMadeByScript(_ text: String, on host: String) -> Bool {
    switch host {
    case "github.com", "www.github.com", "gist.github.com":
      [
        "issuecomment-", "issue-", "discussion", "pullrequestreview-", "event-", "diff-",
        "commitcomment-",
        "file-", "ref-", "partial-",
      ].contains { text.hasPrefix($0) }
    case "gitlab.com": text.hasPrefix("note_") || text.hasPrefix("diff-")
    default: false
    }
  }

  /// What the page may call the place: as written, as browsers encode it, decoded, and as code hosts
  /// call the headings of what people wrote.
  var names: [String] {
    let decoded = Self.percentDecoded(written)
    let own = [written, WebAddress.encoded(fragment: written), decoded]
    return own
      + [written, decoded].flatMap {
        ["user-content-" + $0, "user-content-" + $0.lowercased()]
      }
  }

  var isASCII: Bool { Self.percentDecoded(written).utf8.allSatisfy { $0 < 0x80 } }

  static func percentDecoded(_ text: String) -> String {
    String(decoding: PercentEncoding.decoded(text.utf8), as: UTF8.self)
  }
}
