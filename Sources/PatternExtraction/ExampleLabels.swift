/// A line such as *Filled-in example (looking back):*, which says that the block below it is one.
struct ExampleLabel: Sendable, Hashable {
  /// The label without its colon.
  var text: String
  /// What stands in parentheses: the variant that it is an example of.
  var name: String?

  /// - Parameters:
  ///   - line: the text above a block, or a heading.
  ///   - needsColon: not so for a heading or a bold line, which is no part of a sentence.
  init?(_ line: String, needsColon: Bool) {
    var text = line.withoutEnds
    let hasColon = text.hasSuffix(":")
    if hasColon { text.removeLast() }
    guard hasColon || !needsColon else { return nil }
    text.trimSpaces()
    var words = text.lowercased()[...]
    Self.take(["here is ", "here are "], &words)
    Self.take(["an ", "a "], &words)
    Self.take(["for "], &words)
    Self.take(["filled-in ", "filled in ", "worked "], &words)
    guard Self.take(["examples", "example"], &words) else { return nil }
    Self.trim(&words)
    while let first = words.first, first.isNumber { words.removeFirst() }
    Self.trim(&words)
    self.text = text
    if words.isEmpty { return }
    guard words.first == "(", words.last == ")" else { return nil }
    let inner = String(text.suffix(words.count).dropFirst().dropLast()).withoutEnds
    guard !inner.contains("(") else { return nil }
    name = inner.isEmpty ? nil : inner
  }

  @discardableResult
  private static func take(_ starts: [String], _ words: inout Substring) -> Bool {
    for start in starts where words.hasPrefix(start) {
      words = words.dropFirst(start.count)
      return true
    }
    return false
  }

  private static func trim(_ words: inout Substring) {
    while words.first == " " { words.removeFirst() }
  }
}
