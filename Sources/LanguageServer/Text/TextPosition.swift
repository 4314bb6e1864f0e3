import JSON

/// A place in a text as the protocol has it: a line from 0, and a character in it from 0.
package struct TextPosition: Hashable, Sendable, Comparable {
  package var line: Int
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

extension TextPosition {
  /// Nil for what is no position; a number below 0 is taken for 0.
  init?(_ value: JSONValue?) {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer else {
      return nil
    }
    self.init(line: max(0, line), character: max(0, character))
  }

  var json: JSONValue {
    ["line": .integer(Int64(line)), "character": .integer(Int64(character))]
  }
}
