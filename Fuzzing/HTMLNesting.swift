/// Whether the HTML that the renderer made is well-formed: every element is closed where it has to be,
/// and every attribute's value stands in quotes. Stricter than a browser.
enum HTMLNesting {
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// What is wrong, nil where nothing is.
  static func fault(in html: [UInt8]) -> String? {
    var open: [String] = []
    var place = 0
    while let start = html[place...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = end(of: html, from: start) else { return "a tag at \(start) is not closed" }
      let tag = String(decoding: html[start + 1..<end], as: UTF8.self)
      place = end + 1
      if tag.hasPrefix("!--") { continue }
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
      if name.isEmpty { return "a bare < at \(start)" }
      if tag.hasPrefix("/") {
        guard let last = open.popLast() else { return "</\(name)> at \(start) closes nothing" }
        if last != name { return "</\(name)> at \(start) closes <\(last)>" }
      } else if !void.contains(name), !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    return open.last.map { "<\($0)> is never closed" }
  }

  /// The `>` of a tag or comment; one in an attribute's value is none.
  private static func end(of html: [UInt8], from start: Int) -> Int? {
    if html[start...].starts(with: "<!--".utf8) {
      var index = start + 4
      while index + 2 < html.count {
        if html[index...].starts(with: "-->".utf8) { return index + 2 }
        index += 1
      }
      return nil
    }
    var quote: UInt8?
    for index in start..<html.count {
      switch html[index] {
      case let byte where byte == quote: quote = nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if quote == nil { quote = html[index] }
      case UInt8(ascii: ">") where quote == nil: return index
      default: break
      }
    }
    return nil
  }
}
