/// What the value of a flag or an argument may be: checked when parsing, offered when completing.
package enum ValueKind: Hashable, Sendable {
  case text
  case file
  case folder
  case integer(ClosedRange<Int>)
  /// One of these words.
  case choice([String])

  /// The words for help; empty when there is no fixed list.
  var choices: [String] {
    if case .choice(let words) = self { words } else { [] }
  }
}
