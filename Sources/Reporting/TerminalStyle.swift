import Diagnostics

/// What parts of a text report look like on a terminal that shows colours.
struct TerminalStyle {
  /// Whether there is any style at all.
  let color: Bool

  enum Part {
    case place
    case severity(Severity)
    case code, gutter, note, help

    /// The parameters of the terminal's "select graphic rendition" (ECMA-48, 8.3.117): 1 bold, 2
    /// faint, 31 to 36 colours.
    var parameters: String {
      switch self {
      case .place: "1"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.note): "1;36"
      case .code: "2"
      case .gutter: "34"
      case .note: "36"
      case .help: "32"
      }
    }
  }

  func callAsFunction(_ text: String, as part: Part) -> String {
    color ? "\u{1B}[\(part.parameters)m\(text)\u{1B}[0m" : text
  }
}
