/// A text broken into lines that are no wider than a limit. Nothing of it is lost: the lines one after
/// the other, with a line feed where the text has one, are the text again.
package struct TextBlock: Sendable {
  package struct Line: Sendable {
    package var text: Substring
    /// Whether the text itself has a line feed here.
    package var endsParagraph: Bool
  }

  package private(set) var lines: [Line] = []
  /// What found no room, in Unicode scalars.
  package private(set) var rest = 0

  /// - Parameters:
  ///   - width: In points. A word that is wider is broken where it has to be.
  ///   - limit: How many lines there may be.
  package init(
    _ text: String, width: Double, size: Double = TextMeasure.size, isBold: Bool = false,
    limit: Int = .max
  ) {
    var start = text.startIndex
    while true {
      let end = text[start...].firstIndex(of: "\n") ?? text.endIndex
      let isLast = end == text.endIndex
      let left = Self.add(text[start..<end], width, size, isBold, limit, &lines)
      if left < end || (!isLast && lines.count >= limit) {
        rest = text[left...].unicodeScalars.count
        return
      }
      lines[lines.count - 1].endsParagraph = !isLast
      if isLast { return }
      start = text.index(after: end)
    }
  }

  /// Breaks one paragraph, which may be empty; returns where it stops.
  private static func add(
    _ text: Substring, _ width: Double, _ size: Double, _ isBold: Bool, _ limit: Int,
    _ lines: inout [Line]
  ) -> String.Index {
    var start = text.startIndex
    var index = start
    /// Behind the last space, where a line would rather end.
    var word = start
    var used = 0.0
    var beforeWord = 0.0
    while index < text.endIndex {
      let next = text.index(after: index)
      let own = TextMeasure.width(of: text[index..<next], isBold: isBold, size: size)
      let isSpace = text[index] == " "
      if used + own > width, !isSpace, index > start {
        guard lines.count + 1 < limit else {
          lines.append(Line(text: text[start..<index], endsParagraph: false))
          return index
        }
        let end = word > start ? word : index
        lines.append(Line(text: text[start..<end], endsParagraph: false))
        used -= end == word ? beforeWord : used
        start = end
        word = end
        beforeWord = 0
        continue
      }
      used += own
      index = next
      if isSpace {
        word = index
        beforeWord = used
      }
    }
    lines.append(Line(text: text[start...], endsParagraph: false))
    return text.endIndex
  }
}
