/// What the value of a flag or an argument may be: checked when parsing, offered when completing.
package enum ValueKind: Hashable, Sendable {
  case text
  case file
  case folder
  case integer(ClosedRange<Int>)
  /// One of these words.
  case choice([String])
  /// One of the lines that the program itself prints when it is called with `arguments`; offered when
  /// completing, not checked. A word may go on, as `name=` does, where `continues` is true.
  case listed(by: [String], continues: Bool)

  /// The words for help; empty when there is no fixed list.
  var choices: [String] {
    if case .choice(let words) = self { words } else { [] }
  }
}
