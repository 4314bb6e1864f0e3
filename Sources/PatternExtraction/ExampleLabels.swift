import ByteText

/// A line such as *Filled-in example (looking back):*, which says that the block below it is one.
struct ExampleLabel: Sendable, Hashable {
  /// The label without its colon.
  var text: String
  /// What stands in parentheses: the variant that it is an example of.
  var name: String?

  /// - Parameters:
  ///   - line: the text above a block, or a heading.
  ///   - needsColon: not so for a heading or a bold line, which is no part of a sentence.
  ///   - names: what examples are called besides the English words, folded.
  init?(_ line: String, needsColon: Bool, names: Set<String> = []) {
    var text = line.withoutEnds
    let hasColon = text.last?.isColon ?? false
    if hasColon { text.removeLast() }
    guard hasColon || !needsColon else { return nil }
    text = text.withoutEnds
    var words = text.lowercased()[...]
    guard Self.takeName(names, &words) || Self.takeEnglish(&words) else { return nil }
    Self.trim(&words)
    while let first = words.first, first.isNumber { words.removeFirst() }
    Self.trim(&words)
    self.text = text
    if words.isEmpty { return }
    guard let first = words.first, let last = words.last, "(（".contains(first),
      ")）".contains(last)
    else { return nil }
    let inner = String(text.suffix(words.count).dropFirst().dropLast()).withoutEnds
    guard !inner.contains("("), !inner.contains("（") else { return nil }
    name = inner.isEmpty ? nil : inner
  }

  private static func takeEnglish(_ words: inout Substring) -> Bool {
    take(["here is ", "here are "], &words)
    take(["an ", "a "], &words)
    take(["for "], &words)
    take(["filled-in ", "filled in ", "worked "], &words)
    return take(["examples", "example"], &words)
  }

  /// Goes past one of the configured names, the longest first.
  private static func takeName(_ names: Set<String>, _ words: inout Substring) -> Bool {
    let fitting = names.filter { words.hasPrefix($0) }
    guard let name = fitting.max(by: { $0.count < $1.count }) else { return false }
    words = words.dropFirst(name.count)
    return true
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

extension Character {
  /// Full-width too, as in Chinese and Japanese.
  var isColon: Bool { self == ":" || self == "：" }
}
