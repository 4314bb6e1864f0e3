/// The text that a piece of HTML shows, for comparing with words.
enum VisibleText {
  /// Whether it shows nothing.
  static func isEmpty(_ html: ArraySlice<UInt8>) -> Bool {
    // Alternative texts are nearly always words.
    if let first = html.first, (0x61...0x7A).contains(first | 0x20) { return false }
    return of(html).isEmpty
  }

  /// Without tags, with the commonest entities decoded and white space collapsed.
  static func of(_ html: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var isTag = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">") where isTag: isTag = false
      default: if !isTag { text.append(byte) }
      }
    }
    var shown = String(decoding: text, as: UTF8.self)
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      shown = shown.split(separator: entity, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
