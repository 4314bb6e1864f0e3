/// Finds in a finished prompt what a template has and a prompt should not, by the rules that
/// templates are read by.
struct PromptReading {
  private(set) var findings: [PromptFinding] = []
  /// The numbers of its turns, in their order.
  private(set) var turns: [Int] = []

  /// Says of what stands between braces or brackets whether it is a slot.
  private let isSlot: (Substring) -> Bool
  private var line = 0

  init(_ text: String, isSlot: @escaping (Substring) -> Bool) {
    self.isSlot = isSlot
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      self.line += 1
      readTurn(line)
      readSlots(line)
    }
    if let last = turns.max(), last > 1, findings.allSatisfy({ $0.kind != .turnOutOfOrder }) {
      for number in 1..<min(last, 1_000) where !turns.contains(number) {
        let next = turns.first { $0 > number } ?? last
        let place = places[next] ?? 1
        findings.append(
          PromptFinding(
            kind: .turnMissing, message: "there is no turn \(number) before turn \(next)",
            line: place, column: 1))
      }
    }
    findings.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private mutating func find(_ kind: PromptFinding.Kind, _ message: String, column: Int) {
    findings.append(PromptFinding(kind: kind, message: message, line: line, column: column))
  }

  // MARK: - Turns

  /// The line of each turn.
  private var places: [Int: Int] = [:]

  private mutating func readTurn(_ text: Substring) {
    let label = text.drop(while: \.isWhitespace)
    guard label.lowercased().hasPrefix("turn "), let colon = label.firstIndex(of: ":") else {
      return
    }
    var name = label[..<colon].dropFirst("turn ".count)
    if let bracket = name.firstIndex(of: "(") { name = name[..<bracket] }
    let word = name.filter { !$0.isWhitespace }
    if word == "N" || word == "n" {
      find(.openTurn, "\"Turn N\" stands for turns that are not written yet", column: 1)
    }
    guard word.count < 10, word.allSatisfy(\.isASCII), let number = Int(word), number > 0 else {
      return
    }
    if places[number] != nil {
      find(.turnRepeated, "turn \(number) is there twice", column: 1)
    } else if let last = turns.last, number < last {
      find(.turnOutOfOrder, "turn \(number) comes after turn \(last)", column: 1)
    }
    places[number] = places[number] ?? line
    turns.append(number)
  }

  // MARK: - Slots

  private static let verbs = ["paste ", "insert ", "your ", "add "]
  private static let answer = "answer to turn "

  private mutating func readSlots(_ line: Substring) {
    var rest = line
    while let start = rest.firstIndex(where: { $0 == "{" || $0 == "[" }) {
      let mark = rest[start]
      let inside = rest[rest.index(after: start)...]
      rest = inside
      // A brace that is doubled, or before white space or a quote, is just a brace.
      if mark == "{", inside.first == "{" {
        rest = inside.dropFirst()
        continue
      }
      guard let first = inside.first, !first.isWhitespace, !"\"'“”‘’".contains(first),
        let end = inside.firstIndex(where: { mark == "{" ? "{}".contains($0) : "[]".contains($0) }),
        inside[end] == (mark == "{" ? "}" : "]")
      else { continue }
      let text = inside[..<end]
      let after = inside[inside.index(after: end)...]
      rest = after
      let column = line.distance(from: line.startIndex, to: start) + 1
      if mark == "[", text.hasPrefix(Self.answer) {
        find(.openAnswer, "the \(text) is still to come", column: column)
      } else if mark == "{" || Self.isSlotInBrackets(text, before: after), isSlot(text) {
        find(.unfilledSlot, "nobody filled in \(mark)\(text)\(inside[end])", column: column)
      }
    }
  }

  private static func isSlotInBrackets(_ text: Substring, before after: Substring) -> Bool {
    let text = text.lowercased()
    return verbs.contains { text.hasPrefix($0) }
      && !(after.first.map { "([:".contains($0) } ?? false)
  }
}
