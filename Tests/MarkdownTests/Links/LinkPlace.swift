import Diagnostics
import Markdown

/// What stands at the place that a link record names.
struct LinkPlace {
  var link: LinkRecord
  var raw: String

  init(_ link: LinkRecord, in source: [UInt8]) {
    self.link = link
    let range = link.range.indices.clamped(to: 0..<source.count)
    raw = String(decoding: source[range], as: UTF8.self)
  }

  /// Whether the text there is this link's target. libcmark is the judge of what an escape or
  /// entity means.
  var holdsTarget: Bool {
    if let written = link.written { return Array(raw.utf8) == written }
    let target = String(decoding: link.destination, as: UTF8.self)
    if target == raw || target == "http://" + raw || target == "mailto:" + raw { return true }
    return Self.meaning(of: "[x](<\(raw)>)") == target || Self.meaning(of: "[x](\(raw))") == target
      || Self.meaning(of: "<\(raw)>") == target
  }

  private static func meaning(of markdown: String) -> String? {
    RenderedText(markdown, dialect: .commonMark).page.links.first.map {
      String(decoding: $0.destination, as: UTF8.self)
    }
  }
}
