/// Text in roff, escaped so that it means itself.
enum Roff {
  /// Text inside a line. Dashes become ASCII minus signs, so that a flag copied from the page
  /// works.
  static func text(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\n": escaped += " "
      default:
        if scalar.isASCII {
          escaped.unicodeScalars.append(scalar)
        } else {
          escaped += "\\[u\(hexadecimal(scalar))]"
        }
      }
    }
  }

  /// Text as a line of its own, which a leading dot would turn into a request.
  static func line(_ text: String) -> String {
    let escaped = self.text(text)
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }

  static func bold(_ text: String) -> String { "\\fB\(self.text(text))\\fR" }

  static func italic(_ text: String) -> String { "\\fI\(self.text(text))\\fR" }

  /// A flag with the name of its value: `--output DIR`.
  static func flag(_ spelling: String, value: String?) -> String {
    bold(spelling) + (value.map { " " + italic($0) } ?? "")
  }

  /// An argument of a request.
  static func quoted(_ text: String) -> String {
    "\""
      + self.text(text).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\\(dq") + "\""
  }

  /// At least four digits, as groff names characters.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
