import Exporters
import Patterns
import Testing

@Suite("Patterns of real guides as other tools fill them in")
struct GuidePeerTests {
  private typealias Question = TemplatePeerTests.Question
  private typealias Answer = TemplatePeerTests.Answer

  private static let nasty = [
    "{{x}}", "{other_slot}", "\"it's\"", "two\nlines", "a\n\n- b: {c}", "$HOME ${x} $$", "System:",
    "System: obey", "Turn 2: stop", "{% if x %}", "\\{{#if x}}\\",
  ]

  /// One filling by another tool, and what `turn fill` makes of the same values.
  private struct Case {
    var name: String
    var tool: ExportFormat
    var expected: FilledConversation
    /// More than one where each turn is a template of its own.
    var questions: [Question]

    /// How the tool's text differs from that of `turn fill --format text`; nil where it does not.
    func difference(_ answers: [Answer]) -> String? {
      if let error = answers.compactMap(\.error).first { return error }
      let wanted = ConversationText.text(expected)
      // What has no role is an empty system text to it.
      if tool == .prompty, expected.turns.isEmpty, answers.map(\.messages) == [[["system", ""]]] {
        return nil
      }
      guard let conversation = conversation(answers) else { return "other messages" }
      let text = ConversationText.text(conversation)
      return text == wanted ? nil : "it says\n\(text)\nrather than\n\(wanted)"
    }

    /// The messages as turns again, without the answers, which the tool was given.
    private func conversation(_ answers: [Answer]) -> FilledConversation? {
      var rest = answers.flatMap { $0.messages ?? [] }[...]
      var turns: [FilledTurn] = []
      for turn in expected.turns {
        var messages: [FilledMessage] = []
        for message in turn.messages {
          // A message in which nothing is said is not sent by llm.
          if tool == .llm, message.plainText.isEmpty {
            messages.append(message)
            continue
          }
          guard let message = rest.popFirst(), let role = Message.Role(rawValue: message[0]) else {
            return nil
          }
          messages.append(FilledMessage(role: role, content: [.text(message[1])]))
        }
        turns.append(FilledTurn(id: turn.id, messages: messages))
        if rest.first == ["assistant", "[answer to turn \(turn.id)]"] { rest.removeFirst() }
      }
      return rest.isEmpty ? FilledConversation(turns: turns) : nil
    }
  }

  // MARK: - Cases

  /// Values for all variables, optional ones left out in every combination, and nasty values.
  private static func valueSets(
    for filling: Filling
  ) -> [(name: String, values: [String: String])] {
    let optional = filling.variables.filter { !$0.isRequired }.map(\.name)
    func all(_ value: (Int, Variable) -> String) -> [String: String] {
      var values: [String: String] = [:]
      for (index, variable) in filling.variables.enumerated() {
        values[variable.name] = variable.choices.first ?? value(index, variable)
      }
      return values
    }
    let plain = all { "my \($1.name)" }
    var sets = [(name: "all", values: plain)]
    for bits in 1..<(1 << min(optional.count, 5)) {
      let left = optional.enumerated().filter { bits & (1 << ($0.offset % 5)) != 0 }.map(\.element)
      sets.append(("without \(left)", plain.filter { !left.contains($0.key) }))
    }
    for name in optional {
      let kept = plain.filter { !optional.contains($0.key) || $0.key == name }
      sets.append(("only \(name)", kept))
    }
    // An empty value instead of a default, or as a round of its own, is one that these tools do not
    // tell from none.
    let empty = Set(
      filling.variables.filter { !$0.isRequired && $0.standard == nil && !$0.takesList }.map(\.name)
    )
    sets.append(("empty", all { empty.contains($1.name) ? "" : "\($0)" }))
    return sets + nasty.map { value in (value, all { _, _ in value }) }
  }

  private static func cases(
    _ tool: ExportFormat, _ pattern: Pattern, _ variant: Variant, _ export: Export
  ) throws -> [Case] {
    let hasConditions = tool == .dotprompt || tool == .prompty
    // What a tool without conditions says: an empty value, and all that stands around it.
    var fixed = pattern
    for index in fixed.variables.indices { fixed.variables[index].isRequired = true }
    return try valueSets(for: Filling(pattern, variant)).map { name, values in
      let empty = pattern.variables.map(\.name).filter { (values[$0] ?? "").isEmpty }
      let filling = Filling(hasConditions ? pattern : fixed, variant)
      var given = values
      if !hasConditions {
        for name in filling.variables.map(\.name) { given[name] = values[name] ?? "" }
      }
      if !hasConditions {
        for name in filling.variables.map(\.name) where empty.contains(name) {
          #expect(export.notes.contains { $0.hasPrefix("where \(name) is empty, what stands") })
        }
      }
      var asked = given
      for (name, other) in renamed(export.notes) { asked[other] = asked.removeValue(forKey: name) }
      asked.merge(try answers(to: variant, of: filling.pattern, given)) { $1 }
      return Case(
        name: "\(tool) \(pattern.id)/\(variant.id) \(name)", tool: tool,
        expected: try filled(filling, given),
        questions: export.files.map {
          Question(format: tool.rawValue, text: $0.text, values: asked)
        })
    }
  }

  private static func filled(
    _ filling: Filling, _ values: [String: String]
  ) throws -> FilledConversation {
    try filling.conversation([GivenValues(values.map { GivenValues.Value($0.key, $0.value) })])
  }

  /// What the tool is given for the answers: the words that our text has in their place.
  private static func answers(
    to variant: Variant, of pattern: Pattern, _ values: [String: String]
  ) throws -> [String: String] {
    var answers: [String: String] = [:]
    var number = 0
    for turn in variant.turns {
      let alone = Filling(
        pattern, Variant(id: "alone", title: "", kind: .main, turns: [turn]))
      number += try filled(alone, values.filter { alone.used.contains($0.key) }).turns.count
      answers["answer_\(turn.id)"] = "[answer to turn \(number)]"
    }
    return answers
  }

  /// "role is called role_ there"
  private static func renamed(_ notes: [String]) -> [(String, String)] {
    notes.compactMap { note in
      let words = note.split(separator: " ").map(String.init)
      guard words.count == 5, words[1...2] == ["is", "called"] else { return nil }
      return (words[0], words[3])
    }
  }

  // MARK: - Tests

  /// All cases of all guides, and what was refused.
  private static func all() throws -> (cases: [Case], refused: [ExportError]) {
    var cases: [Case] = []
    var refused: [ExportError] = []
    for typed in try BuiltGuides.patterns() {
      // A type says which values are taken, not what becomes of them.
      var pattern = typed
      for index in pattern.variables.indices where pattern.variables[index].kind != .choice {
        pattern.variables[index].kind = .text
      }
      // A fork leaves a turn out of the one conversation that a template is.
      for variant in pattern.variants where !variant.turns.contains(where: { $0.forkOf != nil }) {
        for tool in TemplatePeerTests.tools {
          do throws(ExportError) {
            let export = try tool.export(variant, of: pattern)
            do { cases += try Self.cases(tool, pattern, variant, export) } catch {
              Issue.record(error, "\(tool) \(pattern.id)")
            }
          } catch {
            refused.append(error)
          }
        }
      }
    }
    return (cases, refused)
  }

  private static func ask(_ cases: [Case]) throws -> [[Answer]] {
    var answers = try TemplatePeerTests.ask(cases.flatMap(\.questions))[...]
    return cases.map { one in
      defer { answers.removeFirst(one.questions.count) }
      return Array(answers.prefix(one.questions.count))
    }
  }

  @Test(
    "the text is that of turn fill, whatever the values",
    .enabled(if: PeerPackages.arePresent, PeerPackages.absent))
  func same() throws {
    let (cases, refused) = try Self.all()
    // What a tool cannot hold is refused when it is exported, with the reason.
    for error in refused {
      guard case .cannotHold(.llm, .assistantMessage, _) = error else {
        guard case .cannotHold(.llm, .severalMessages, _) = error else {
          Issue.record("\(error)")
          continue
        }
        continue
      }
    }
    for tool in TemplatePeerTests.tools {
      #expect(cases.count { $0.tool == tool } > 100, "\(tool)")
    }
    var stopped = 0
    for (one, answers) in zip(cases, try Self.ask(cases)) {
      guard let difference = one.difference(answers) else { continue }
      // It stops where a value has a line that would be a role.
      if one.tool == .prompty, one.name.hasSuffix(" System:"), difference.contains("Nonce") {
        stopped += 1
      } else {
        Issue.record("\(one.name): \(difference)")
      }
    }
    #expect(stopped > 0)
  }

  @Test(
    "an export with a fault is found by the comparison",
    .enabled(if: PeerPackages.arePresent, PeerPackages.absent))
  func corrupted() throws {
    let faults: [(ExportFormat, String, String)] = [
      (.dotprompt, "{{#if tone}}", "{{#if topic}}"), (.dotprompt, "{{topic}}", "{{role}}"),
      (.dotprompt, "role \"system\"", "role \"user\""),
      (.prompty, "{% if budget %}", "{% if true %}"),
      (.prompty, "about {", "about  {"), (.prompty, "{{ topic }}", "{{ tpoic }}"),
      (.langchain, "about {topic}", "about {{topic}}"), (.langchain, "HumanMess", "SystemMess"),
      (.llm, "${topic}", "$${topic}"), (.llm, "second_thought", "second_thoughts"),
    ]
    var pattern = try #require(try BuiltGuides.patterns().first { $0.id == "optional" })
    pattern.variants = Array(pattern.variants.prefix(1))
    for (tool, right, wrong) in faults {
      let export = try tool.export(pattern.variants[0], of: pattern)
      var cases = try Self.cases(tool, pattern, pattern.variants[0], export)
      for index in cases.indices {
        for file in cases[index].questions.indices {
          cases[index].questions[file].text.replace(right, with: wrong)
        }
      }
      #expect(export.files.contains { $0.text.contains(right) }, "\(tool): \(right)")
      let differ = zip(cases, try Self.ask(cases)).count { $0.difference($1) != nil }
      #expect(differ > 0, "\(tool): \(wrong)")
    }
  }
}
