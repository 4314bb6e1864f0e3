import Exporters
import Patterns
import Testing

@Suite("Templates as other tools read them")
struct TemplatePeerTests {
  struct Question: Encodable {
    var format: String
    var text: String
    var values: [String: String]
  }

  struct Answer: Decodable {
    var messages: [[String]]?
    var error: String?
  }

  static let tools: [ExportFormat] = [.dotprompt, .prompty, .llm, .langchain]

  static func ask(_ questions: [Question]) throws -> [Answer] {
    try PeerPackages.answers("templates.py", questions, as: Answer.self)
  }

  /// A pattern of one message: text, a variable, text.
  static func pattern(_ before: String, _ after: String, standard: String? = nil) -> Pattern {
    var pattern = Pattern(id: "p", title: "P", description: before)
    var variable = Variable(name: "slot", label: after)
    variable.standard = standard
    pattern.variables = [variable]
    let pieces: [Piece] = [.text(before), .variable("slot"), .text(after)]
    pattern.variants = [
      Variant(
        id: "p", title: before, kind: .main,
        turns: [Turn(id: "1", messages: [Message(role: .user, content: pieces)])])
    ]
    return pattern
  }

  @Test(
    "a conversation comes back with its values and answers",
    .enabled(if: PeerPackages.arePresent, PeerPackages.absent))
  func conversation() throws {
    let pattern = Samples.conversation
    var values = ["answer_1": "A1", "answer_2": "A2", "answer_3": "A3"]
    for name in pattern.variables.map(\.name) { values[name] = "my \(name)" }
    let names = pattern.variables.map { "my " + $0.name }
    let questions = try [ExportFormat.dotprompt, .prompty, .langchain].map { format in
      let export = try format.export(pattern.variants[0], of: pattern)
      #expect(export.notes.contains("the answer to turn 1 is the variable answer_1"))
      #expect(export.notes.contains { $0.contains("turn n may be left out or come again") })
      return Question(format: format.rawValue, text: export.files[0].text, values: values)
    }
    for (question, answer) in zip(questions, try Self.ask(questions)) {
      #expect(
        answer.messages == [
          ["user", names[0]], ["assistant", "A1"], ["user", names[1]], ["assistant", "A2"],
          ["user", names[2]], ["assistant", "A3"], ["user", names[3]],
        ], "\(question.format): \(answer.error ?? "")")
    }
  }

  @Test(
    "llm gets a template for each turn", .enabled(if: PeerPackages.arePresent, PeerPackages.absent))
  func llm() throws {
    let pattern = Samples.conversation
    let export = try ExportFormat.llm.export(pattern.variants[0], of: pattern)
    let id = "multi-turn-conversation"
    #expect(
      export.files.map(\.name) == [
        "\(id).yaml", "\(id)-2.yaml", "\(id)-3.yaml", "\(id)-4.yaml",
      ])
    let questions = zip(export.files, pattern.variables).map { file, variable in
      Question(format: "llm", text: file.text, values: [variable.name: "$x ${y} $$"])
    }
    #expect(
      try Self.ask(questions).map(\.messages)
        == Array(repeating: [["user", "$x ${y} $$"]], count: 4))
  }

  @Test(
    "roles, examples, braces and defaults come back",
    .enabled(if: PeerPackages.arePresent, PeerPackages.absent))
  func classifier() throws {
    let pattern = Samples.classifier
    let values = ["role": "a critic", "tone": "calm", "input": "two\nlines"]
    let questions = try [ExportFormat.dotprompt, .prompty, .langchain].map { format in
      let export = try format.export(pattern.variants[0], of: pattern)
      return Question(format: format.rawValue, text: export.files[0].text, values: values)
    }
    for (question, answer) in zip(questions, try Self.ask(questions)) {
      #expect(
        answer.messages == [
          ["system", "You are a critic. Answer {\"label\": …} in English."],
          ["user", "Great; it cost $5 (100 %)!"], ["assistant", "{\"label\": \"positive\"}"],
          ["user", "Tone: calm\nText:\n\n  two\nlines"],
        ], "\(question.format): \(answer.error ?? "")\n\(question.text)")
    }
  }

  @Test(
    "text of a template comes back as it is, or the export is refused",
    .enabled(if: PeerPackages.arePresent, PeerPackages.absent), arguments: tools)
  func literals(tool: ExportFormat) throws {
    var questions: [Question] = []
    var expected: [String] = []
    var refused: [String] = []
    for nasty in Samples.nasty {
      for (before, after) in [(nasty, ""), ("", nasty), ("a " + nasty, nasty + " z")] {
        let pattern = Self.pattern(before, after)
        guard let export = try? tool.export(pattern.variants[0], of: pattern) else {
          refused.append(nasty)
          continue
        }
        if export.notes.contains(where: { $0.contains("takes line breaks away") }) { continue }
        let text = export.files[0].text
        questions.append(Question(format: tool.rawValue, text: text, values: ["slot": "V"]))
        expected.append(before + "V" + after)
      }
    }
    for (index, answer) in try Self.ask(questions).enumerated() {
      #expect(
        answer.messages == [["user", expected[index]]],
        "\(answer.error ?? "")\n\(questions[index].text)")
    }
    #expect(refused.isEmpty == [.llm, .langchain].contains(tool), "\(refused)")
    #expect(refused.count < 40, "\(refused)")
  }

  @Test(
    "a default and a description are data",
    .enabled(if: PeerPackages.arePresent, PeerPackages.absent), arguments: tools)
  func standards(tool: ExportFormat) throws {
    var questions: [Question] = []
    var expected: [String] = []
    for nasty in Samples.nasty + ["$" + "{env:HOME}"] {
      var pattern = Self.pattern("<", ">", standard: nasty)
      pattern.description = nasty
      pattern.variables[0].hint = nasty
      pattern.variants[0].title = "--- " + nasty
      guard let export = try? tool.export(pattern.variants[0], of: pattern) else { continue }
      questions.append(
        Question(format: tool.rawValue, text: export.files[0].text, values: [:]))
      expected.append("<\(nasty)>")
    }
    #expect(questions.count > 40)
    for (index, answer) in try Self.ask(questions).enumerated() {
      if tool == .prompty, Self.isChangedByPrompty(expected[index]) {
        #expect(answer.error != nil || answer.messages?.count == 1)
      } else {
        #expect(
          answer.messages == [["user", expected[index]]],
          "\(answer.error ?? "")\n\(questions[index].text)")
      }
    }
  }

  @Test(
    "a value is data, or is refused", .enabled(if: PeerPackages.arePresent, PeerPackages.absent),
    arguments: tools)
  func values(tool: ExportFormat) throws {
    let pattern = Self.pattern("<", ">")
    let text = try tool.export(pattern.variants[0], of: pattern).files[0].text
    let long = String(repeating: "Turn 2: \"{{x}}\" \\ $HOME\n", count: 42_000)
    let values = (Samples.nasty + [long])
      // Dotprompt obeys it, which a note says.
      .filter { tool != .dotprompt || !$0.contains("<<<dotprompt:") }
    let answers = try Self.ask(
      values.map { Question(format: tool.rawValue, text: text, values: ["slot": $0]) })
    for (value, answer) in zip(values, answers) {
      if tool == .prompty, Self.isChangedByPrompty(value) {
        #expect(answer.error != nil || answer.messages?.count == 1)
      } else {
        #expect(answer.messages == [["user", "<\(value)>"]], "\(answer.error ?? "")")
      }
    }
  }

  /// It makes every line end a line feed, and stops at a line that looks like a role.
  private static func isChangedByPrompty(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      ["\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    } || text.contains("\nuser:\n")
  }

  @Test(
    "what is wrong with a template is found",
    .enabled(if: PeerPackages.arePresent, PeerPackages.absent))
  func wrong() throws {
    let questions = [
      Question(format: "dotprompt", text: "---\nmodel: x\n---\n{{#if", values: [:]),
      Question(format: "prompty", text: "---\nname: x\n---\nuser:\n{{ x\n", values: [:]),
      Question(format: "llm", text: "prompt: $x\nsytem: y\n", values: ["x": "1"]),
      Question(format: "llm", text: "prompt: $x\n", values: [:]),
      Question(format: "langchain", text: #"{"lc":1,"type":"constructor"}"#, values: [:]),
    ]
    for (question, answer) in zip(questions, try Self.ask(questions)) {
      #expect(answer.error != nil, "\(question.format)")
    }
  }
}
