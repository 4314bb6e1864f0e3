/// Reads a text as Mermaid writes it: `<br>` and `\n` break the line, `#quot;` and `&amp;` are
/// characters, a few tags are styles. Every other markup is text.
struct LabelReader {
  private let bytes: ArraySlice<UInt8>
  private let isMarkdown: Bool
  private var index: Int
  private var label = Label()
  private var line: Label.Line = []
  private var run: [UInt8] = []
  private var isBold = false
  private var isItalic = false

  /// - Parameter markdown: whether asterisks and underscores are emphasis.
  static func read(_ bytes: ArraySlice<UInt8>, markdown: Bool = false) -> Label {
    var bytes = bytes.trimmed
    var isMarkdown = markdown
    // "`…`" is a text in Markdown.
    if bytes.count >= 2, bytes.first == UInt8(ascii: "`"), bytes.last == UInt8(ascii: "`") {
      bytes = bytes.dropFirst().dropLast().trimmed
      isMarkdown = true
    }
    var reader = LabelReader(bytes, isMarkdown)
    reader.readAll()
    return reader.label
  }

  private init(_ bytes: ArraySlice<UInt8>, _ isMarkdown: Bool) {
    self.bytes = bytes
    self.isMarkdown = isMarkdown
    index = bytes.startIndex
  }

  private mutating func readAll() {
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<") where readTag(): break
      case UInt8(ascii: "&") where readReference(after: 1): break
      case UInt8(ascii: "#") where readReference(after: 1): break
      case UInt8(ascii: "\\") where peek(1) == UInt8(ascii: "n"):
        index += 2
        endLine()
      case 0x0A:
        index += 1
        endLine()
      case UInt8(ascii: "*") where isMarkdown && readEmphasis(): break
      case UInt8(ascii: "_") where isMarkdown && atWordEdge && readEmphasis(): break
      case UInt8(ascii: "f") where readIcon(): break
      default:
        // A control character is in no text, and in no XML.
        run.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte)
        index += 1
      }
    }
    endLine()
    while label.lines.first?.isEmpty == true { label.lines.removeFirst() }
    while label.lines.last?.isEmpty == true { label.lines.removeLast() }
  }

  private func peek(_ distance: Int) -> UInt8? {
    index + distance < bytes.endIndex ? bytes[index + distance] : nil
  }

  private var atWordEdge: Bool {
    let before = index > bytes.startIndex ? bytes[index - 1] : 0x20
    var end = index
    while end < bytes.endIndex, bytes[end] == UInt8(ascii: "_") { end += 1 }
    let after = end < bytes.endIndex ? bytes[end] : 0x20
    return !before.isNamePart || !after.isNamePart
  }

  private mutating func endRun() {
    guard !run.isEmpty else { return }
    // Characters that XML cannot hold are in no text either.
    var text = String(decoding: run, as: UTF8.self)
    text.unicodeScalars.removeAll { !Label.isText($0) }
    line.append(Label.Run(text: text, isBold: isBold, isItalic: isItalic))
    run.removeAll()
  }

  private mutating func endLine() {
    endRun()
    if let first = line.indices.first {
      line[first].text = String(line[first].text.drop { $0 == " " })
    }
    if let last = line.indices.last {
      while line[last].text.last == " " { line[last].text.removeLast() }
    }
    line.removeAll(where: \.text.isEmpty)
    label.lines.append(line)
    line = []
  }

  /// `<br/>`, `<b>`, `</em>` …
  private mutating func readTag() -> Bool {
    guard let close = bytes[index...].prefix(40).firstIndex(of: UInt8(ascii: ">")) else {
      return false
    }
    var name = bytes[(index + 1)..<close]
    let isEnd = name.first == UInt8(ascii: "/")
    if isEnd { name = name.dropFirst() }
    let word = String(decoding: name.prefix(while: \.isNamePart), as: UTF8.self).lowercased()
    switch word {
    case "br": endLine()
    case "b", "strong":
      endRun()
      isBold = !isEnd
    case "i", "em":
      endRun()
      isItalic = !isEnd
    case "u", "s", "small", "big", "span", "div", "center", "sub", "sup", "code", "font", "p": break
    default: return false
    }
    index = close + 1
    return true
  }

  /// `#quot;`, `#35;`, `&lt;`, `&#x2665;`.
  private mutating func readReference(after skipped: Int) -> Bool {
    guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      return false
    }
    var name = String(decoding: bytes[(index + skipped)..<end], as: UTF8.self)
    if bytes[index] == UInt8(ascii: "&"), name.hasPrefix("#") { name.removeFirst() }
    guard let scalar = Self.scalar(name) else { return false }
    run.append(contentsOf: String(scalar).utf8)
    index = end + 1
    return true
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    if let known = named[name] { return known }
    let number =
      name.first == "x" ? UInt32(name.dropFirst(), radix: 16) : UInt32(name, radix: 10)
    guard let number, number >= 0x20, number != 0x7F, number != 0xFFFE, number != 0xFFFF else {
      return nil
    }
    return Unicode.Scalar(number)
  }

  private static let named: [String: Unicode.Scalar] = [
    "quot": "\"", "lt": "<", "gt": ">", "amp": "&", "nbsp": "\u{A0}", "apos": "'", "semi": ";",
    "colon": ":", "num": "#", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]",
    "lpar": "(", "rpar": ")", "hearts": "\u{2665}", "infin": "\u{221E}", "rarr": "\u{2192}",
    "larr": "\u{2190}", "hellip": "\u{2026}", "mdash": "\u{2014}", "ndash": "\u{2013}",
  ]

  private mutating func readEmphasis() -> Bool {
    let mark = bytes[index]
    let isDouble = peek(1) == mark
    endRun()
    if isDouble { isBold.toggle() } else { isItalic.toggle() }
    index += isDouble ? 2 : 1
    return true
  }

  /// `fa:fa-car`: an icon of a font that no page loads.
  private mutating func readIcon() -> Bool {
    let isStart = index == bytes.startIndex || bytes[index - 1] == 0x20
    guard isStart else { return false }
    let word = bytes[index...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") }
    let text = String(decoding: word.prefix(24), as: UTF8.self)
    guard ["fa:fa-", "fab:fa-", "fas:fa-", "far:fa-"].contains(where: text.hasPrefix) else {
      return false
    }
    index = word.endIndex
    while index < bytes.endIndex, bytes[index] == 0x20 { index += 1 }
    return true
  }
}

extension UInt8 {
  /// A letter, digit or underscore of ASCII, or a byte of any character beyond it.
  var isNamePart: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }

  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

extension ArraySlice<UInt8> {
  /// Without white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first.isBlank || first == 0x0A { slice = slice.dropFirst() }
    while let last = slice.last, last.isBlank || last == 0x0A { slice = slice.dropLast() }
    return slice
  }

  var text: String { String(decoding: self, as: UTF8.self) }

  func starts(_ prefix: StaticString) -> Bool {
    guard count >= prefix.utf8CodeUnitCount else { return false }
    for offset in 0..<prefix.utf8CodeUnitCount
    where self[startIndex + offset] != prefix.utf8Start[offset] {
      return false
    }
    return true
  }
}
