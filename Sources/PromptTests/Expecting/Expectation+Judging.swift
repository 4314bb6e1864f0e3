import JSON
import JSONSchema

extension Expectation {
  /// What of it a conversation does not meet.
  package func failures(of conversation: SaidConversation) -> [TestFailure] {
    if case .mostTurns(let most) = demand {
      let count = conversation.turns.count
      guard count > most else { return [] }
      return [
        TestFailure(
          turn: nil, place: place, expected: "\(Self.counted(most, "turn")) at most are expected",
          came: "\(Self.counted(count, "turn")) were said")
      ]
    }
    let turns: [SaidConversation.Turn]
    switch turn {
    case .all: turns = conversation.turns
    case .last: turns = conversation.turns.last.map { [$0] } ?? []
    case .named(let id): turns = conversation.turns.filter { $0.id == id }
    }
    guard !turns.isEmpty else {
      var id: String?
      if case .named(let named) = turn { id = named }
      return [
        TestFailure(
          turn: id, place: place, expected: "an answer is expected", came: "there is none")
      ]
    }
    return turns.compactMap { turn in
      difference(in: turn).map {
        TestFailure(turn: turn.id, place: place, expected: $0.expected, came: $0.came)
      }
    }
  }

  private func difference(
    in turn: SaidConversation.Turn
  ) -> (expected: String, came: String)? {
    let answer = turn.answer
    let excerpt = Excerpt.of(answer)
    switch demand {
    case .contains(let text):
      return Self.holds(answer, text)
        ? nil : ("\(Excerpt.of(text)) is expected in the answer", excerpt)
    case .containsNot(let text):
      return Self.holds(answer, text)
        ? ("\(Excerpt.of(text)) is not expected in the answer", Excerpt.of(answer, around: text))
        : nil
    case .matches(let pattern):
      return TextPattern(pattern)?.matches(answer) == true
        ? nil : ("a match of \(pattern) is expected in the answer", excerpt)
    case .equals(let text):
      let isSame = Self.trimmed(answer).utf8.elementsEqual(Self.trimmed(text).utf8)
      return isSame ? nil : ("the answer \(Excerpt.of(text)) is expected", excerpt)
    case .fits(let schema): return Self.misfit(answer, schema)
    case .mostWords(let most):
      let count = Self.words(answer)
      return count <= most
        ? nil : ("\(Self.counted(most, "word")) at most are expected", Self.counted(count, "word"))
    case .leastWords(let least):
      let count = Self.words(answer)
      return count >= least
        ? nil
        : ("\(Self.counted(least, "word")) at least are expected", Self.counted(count, "word"))
    case .ends(let end):
      if turn.end == end { return nil }
      return ("the answer is expected to end by \(end.rawValue)", turn.end?.rawValue ?? "other")
    case .mostTurns: return nil
    }
  }

  private static func misfit(
    _ answer: String, _ schema: Schema
  ) -> (expected: String, came: String)? {
    switch AnswerJSON.value(of: answer) {
    case .failure(let error): return ("JSON is expected", "\(error.words): \(Excerpt.of(answer))")
    case .success(let value):
      let found = schema.violations(of: value)
      if found.isEmpty { return nil }
      let shown = found.prefix(5).map {
        "\($0.place.text.isEmpty ? "the whole" : $0.place.text) \($0.words)"
      }
      let rest = found.count > 5 ? ["\(found.count - 5) more"] : []
      return ("JSON that fits the schema is expected", (shown + rest).joined(separator: "; "))
    }
  }

  /// Byte by byte, as other programs search.
  private static func holds(_ answer: String, _ text: String) -> Bool {
    !Array(answer.utf8).ranges(of: Array(text.utf8)).isEmpty
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  private static func counted(_ count: Int, _ what: String) -> String {
    "\(count) \(what)\(count == 1 ? "" : "s")"
  }

  private static func words(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count
  }
}

/// A text in one line of a report.
enum Excerpt {
  private static let length = 120

  static func of(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > length ? "\"\(line.prefix(length))…\"" : "\"\(line)\""
  }

  /// The part of a text that has `part` in it.
  static func of(_ text: String, around part: String) -> String {
    guard let range = text.firstRange(of: part) else { return of(text) }
    let start =
      text.index(range.lowerBound, offsetBy: -30, limitedBy: text.startIndex) ?? text.startIndex
    let shown = of(String(text[start...]))
    return start == text.startIndex ? shown : "\"…" + shown.dropFirst()
  }
}
