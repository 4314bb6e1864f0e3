import Diagnostics
import JSON
import Pages
import Site

/// Completion and explanation of the keys of `turnbook.yml`.
struct ConfigurationHelp {
  let desk: Desk
  let text: TextDocument

  private var yaml: Range<Int> { text.bytes.indices }

  func completion(at offset: Int) -> JSONValue? {
    let place = KeyPlace(text, at: offset, in: yaml)
    let list: CompletionList?
    if place.keys.first == "navigation", place.kind != .key {
      let typed = text.text(in: place.typed(at: offset))
      list = PathCompletion(desk, from: "").list(typed, replacing: place.word, hasFiles: false)
    } else if place.kind == .key {
      list = KeyCompletion.list(place, of: SiteConfig.record)
    } else {
      list =
        KeyCompletion.values(place, of: SiteConfig.record)
        ?? (place.kind == .item ? KeyCompletion.list(place, of: SiteConfig.record) : nil)
    }
    return list?.json(in: text)
  }

  func hover(at offset: Int, findings: [Diagnostic]) -> JSONValue? {
    var parts: [String] = []
    var range: ByteRange?
    if let key = KeyHelp(text, at: offset, in: yaml, of: SiteConfig.record) {
      parts.append(key.words)
      range = key.range
    }
    for finding in findings where finding.range?.touches(offset) ?? false {
      parts.append("**\(finding.code.id)**: \(finding.code.rule)\n\n\(finding.code.explanation)")
      range = range ?? finding.range
    }
    guard !parts.isEmpty else { return nil }
    return Hovering.json(parts, range.map { Desk.range($0, in: text) }, desk.terms)
  }
}
