/// Writes text into YAML where other text stands.
enum YAMLText {
  /// A scalar in the quotes of the one that it replaces, or in quotes where it needs them; nil where
  /// that one is no plain or quoted text on one line.
  static func scalar(_ text: String, like written: [UInt8]) -> [UInt8]? {
    guard !written.contains(0x0A), let first = written.first,
      !"|>*&!{[".utf8.contains(first)
    else { return nil }
    switch first {
    case UInt8(ascii: "'"): return quoted(text, double: false)
    case UInt8(ascii: "\""): return quoted(text, double: true)
    default: return plain(text)
    }
  }

  /// A text that stands for itself, else in quotes.
  static func plain(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let isLetter = { (byte: UInt8) in byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard let first = bytes.first, isLetter(first) || isDigit(first) || "./_".utf8.contains(first),
      bytes.allSatisfy({ isLetter($0) || isDigit($0) || "-_./~+%=()# ".utf8.contains($0) }),
      !text.contains(" #"), !text.hasSuffix(" "), bytes.contains(where: isLetter),
      !words.contains(text.lowercased()), !isDigit(first) || text.contains(".md")
    else { return quoted(text, double: true) }
    return bytes
  }

  /// What YAML takes for something else than text.
  private static let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]

  private static func quoted(_ text: String, double: Bool) -> [UInt8] {
    var quoted = double ? "\"" : "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'" where !double: quoted += "''"
      case "\"" where double, "\\" where double: quoted += "\\" + String(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return Array((quoted + (double ? "\"" : "'")).utf8)
  }
}
