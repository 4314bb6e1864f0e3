import Diagnostics
import Links
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
    // A text directive may follow the anchor.
    let anchor = String(decoding: fragment, as: UTF8.self).split(separator: ":~:").first ?? ""
    written = String(anchor)
    decoded = String(decoding: Resolver.percentDecoded(anchor.utf8), as: UTF8.self)
  }

  func exists(on page: Int, in catalog: Catalog) -> Bool {
    catalog.hasAnchor(decoded, onPage: page)
      || (written != decoded && catalog.hasAnchor(written, onPage: page))
  }
}
