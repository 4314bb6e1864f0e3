import ByteText
import Diagnostics
import Links
import Markdown
import Pages

/// The fragment of a target, as far as a page must have it.
struct Fragment {
  /// As written, and with percent-encoding undone.
  let written: String
  let decoded: String

  /// Nil where nothing is demanded: no fragment, an empty one, `#top`, or text to look for
  /// (`#:~:text=`).
  init?(_ suffix: [UInt8]) {
    guard let hash = suffix.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    let fragment = suffix[(hash + 1)...]
    guard !fragment.isEmpty, !fragment.elementsEqual("top".utf8),
      !fragment.starts(with: ":~:".utf8)
    else { return nil }
    if Self.isPlain(fragment) {
      written = String(decoding: fragment, as: UTF8.self)
      decoded = written
      return
    }
    // A text directive may follow the anchor.
    let anchor = String(decoding: fragment, as: UTF8.self).split(separator: ":~:").first ?? ""
    written = String(anchor)
    decoded = String(decoding: PercentEncoding.decoded(anchor.utf8), as: UTF8.self)
  }

  /// Whether a fragment is an anchor as it stands: nothing in it is encoded, nothing follows it.
  private static func isPlain(_ fragment: ArraySlice<UInt8>) -> Bool {
    fragment.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "~") }
  }

  func exists(on page: Int, in catalog: Catalog) -> Bool {
    has(decoded, page, catalog) || has(written, page, catalog)
  }

  /// Browsers compare anchors code by code: two spellings of an accent are two anchors.
  private func has(_ anchor: String, _ page: Int, _ catalog: Catalog) -> Bool {
    guard catalog.hasAnchor(anchor, onPage: page) else { return false }
    guard !anchor.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
    let body = catalog.pages[page].body
    return body.headings.contains { $0.anchor.utf8.elementsEqual(anchor.utf8) }
      || body.anchors.contains { $0.name.utf8.elementsEqual(anchor.utf8) }
  }
}
