/// Strings as YAML, in double quotes, so that no text can mean anything else.
enum YAMLText {
  /// No run of `-` or `+` stays whole: some readers look for the end of the front matter without
  /// reading the YAML.
  static func quoted(_ text: String) -> String {
    var result = "\""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "-" where last == "-": result += "\\x2D"
      case "+" where last == "+": result += "\\x2B"
      case _ where mustBeEscaped(scalar): result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return result + "\""
  }

  /// A text of several lines as a block, indented, where that says the same; else in quotes.
  static func block(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isPlain =
      lines.count > 1 && lines.first?.isEmpty == false && lines.last?.isEmpty == false
      && lines.first?.first != " " && lines.last?.allSatisfy { $0 == " " } == false
      && !text.unicodeScalars.contains { $0 != "\n" && ($0 == "\t" || mustBeEscaped($0)) }
    if !isPlain { return quoted(text) }
    return "|-\n" + lines.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }

  /// What YAML 1.1 does not print, or takes for the end of a line.
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
