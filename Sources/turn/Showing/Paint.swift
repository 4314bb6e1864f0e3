/// What words look like on a terminal that shows colours (ECMA-48, 8.3.117).
struct Paint {
  /// Whether there is any colour at all.
  let color: Bool

  enum Part: String {
    case heading = "1"
    case slot = "36"
    case faint = "2"
    case warning = "33"
  }

  func callAsFunction(_ text: String, as part: Part) -> String {
    color ? "\u{1B}[\(part.rawValue)m\(text)\u{1B}[0m" : text
  }
}
