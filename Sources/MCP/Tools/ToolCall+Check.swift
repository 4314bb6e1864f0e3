import JSON
import Patterns

/// `check_prompt`.
extension ToolCall {
  /// A token is counted as four bytes, which is about right for English.
  private static let bytesOfToken = 4

  func check(_ arguments: ToolArguments) throws(Fault) -> JSONObject {
    let text = try arguments.needed("text")
    let pattern = try arguments.text("id").map { (id) throws(Fault) in try self.pattern(id) }
    let reading = PromptReading(text) { slot in
      pattern.map { Self.isSlot(slot, of: $0) } ?? true
    }
    let tokens = text.utf8.count / Self.bytesOfToken
    var findings = reading.findings
    for platform in try platforms(try arguments.text("platform"), pattern) {
      guard let window = platform.window, tokens > window else { continue }
      findings.append(
        PromptFinding(
          kind: .tooLong,
          message: "it has about \(tokens) tokens, and \(platform.name) reads \(window) at once",
          line: 1, column: 1))
    }
    return [
      "ok": .bool(findings.isEmpty), "tokens": .integer(Int64(tokens)),
      "turns": .integer(Int64(reading.turns.count)), "findings": .array(findings.map(\.json)),
    ]
  }

  /// Whether a slot of the pattern reads so: by its name, its label, or its hint.
  private static func isSlot(_ slot: Substring, of pattern: Pattern) -> Bool {
    let words = words(slot)
    return pattern.variables.contains { variable in
      [variable.name, variable.label, variable.hint ?? ""].map { Self.words($0[...]) }
        .contains { !$0.isEmpty && words.starts(with: $0) }
    }
  }

  private static func words(_ text: Substring) -> [String] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.first == "optional" ? Array(words.dropFirst()) : words
  }

  /// The platforms whose windows count: the one that is named, else those of the pattern.
  private func platforms(
    _ named: String?, _ pattern: Pattern?
  ) throws(Fault) -> [Pattern.Platform] {
    guard let named else { return pattern?.platforms ?? [] }
    if let platform = pattern?.platforms.first(where: { $0.id == named }) { return [platform] }
    let entries = try entries()
    if let entry = entries.first(where: { $0.platforms.contains(named) }),
      let platform = try self.pattern(entry.id).platforms.first(where: { $0.id == named })
    {
      return [platform]
    }
    var seen: Set<String> = []
    let known = entries.flatMap(\.platforms).filter { seen.insert($0).inserted }
    throw Fault("there is no platform \"\(named)\"; there is \(known.joined(separator: ", "))")
  }
}
