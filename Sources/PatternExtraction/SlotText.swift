import ByteText

/// What the text of a slot says: its label, a hint, a value to begin with, and values to choose
/// from.
struct SlotText: Sendable, Hashable {
  var label: String
  var hint: String?
  var standard: String?
  var choices: [String] = []
  var isOptional = false

  /// - Parameters:
  ///   - text: as written between the braces.
  ///   - lineLabel: where the line's label names the slot, so that all of its text is the hint.
  init(_ text: String, lineLabel: String? = nil) {
    var rest = text
    isOptional = Self.takeOptional(&rest)
    if let lineLabel {
      label = lineLabel
      takeDetail(rest)
      return
    }
    guard let split = Self.split(rest) else {
      label = rest
      choices = Self.choices(rest)
      return
    }
    label = split.label.withoutEnds
    let detail = split.detail.withoutEnds
    if split.isDefault {
      standard = detail.isEmpty ? nil : detail
      choices = []
    } else {
      takeDetail(detail)
    }
  }

  private mutating func takeDetail(_ detail: String) {
    choices = Self.choices(detail)
    if choices.isEmpty { hint = detail.isEmpty ? nil : detail }
  }

  /// Takes *Optional* and its separator from the beginning.
  private static func takeOptional(_ text: inout String) -> Bool {
    let word = "optional"
    var rest = Substring(text)
    let isWrapped = rest.first == "("
    if isWrapped { rest.removeFirst() }
    guard rest.prefix(word.count).lowercased() == word else { return false }
    rest = rest.dropFirst(word.count)
    if isWrapped {
      guard rest.first == ")" else { return false }
      rest.removeFirst()
    } else if let next = rest.first, next.isLetter || next.isNumber || next == "_" {
      return false
    }
    let separators: Set<Character> = [":", "—", "–", "-", ",", "=", " "]
    rest = rest.drop { separators.contains($0) }
    // A slot that says nothing else keeps its word for a label.
    if !rest.isEmpty { text = String(rest) }
    return true
  }

  /// The label, and what stands behind the first separator.
  private static func split(
    _ text: String
  ) -> (label: String, detail: String, isDefault: Bool)? {
    let separators = [":", " — ", " – ", " - ", " = "]
    let characters = Array(text)
    for index in characters.indices {
      for separator in separators where characters[index...].starts(with: separator) {
        let label = String(characters[..<index])
        guard !label.withoutEnds.isEmpty else { continue }
        let detail = String(characters[(index + separator.count)...])
        // `https://…` and `10:30` are no label with a hint.
        if separator == ":", let next = detail.first, next == "/" || next.isNumber { continue }
        return (label, detail, separator == " = ")
      }
    }
    return nil
  }

  /// Words between bars; a sentence that has bars in it offers no choice.
  private static func choices(_ text: String) -> [String] {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
      .map { String($0).withoutEnds }
    guard parts.count > 1,
      parts.allSatisfy({ part in
        !part.isEmpty && part.split(separator: " ").count <= 4 && !part.contains(". ")
          && !part.hasSuffix(".") && !part.contains(", ")
      })
    else { return [] }
    return parts
  }
}
