import JSON
import Patterns

/// What a program does, whatever its language: it takes values, puts texts together and asks, turn
/// by turn.
struct ProgramPlan {
  struct Input {
    /// What its argument is called: letters, digits and `_`.
    var name: String
    /// Nil where a value must be given.
    var standard: String?
  }

  struct Text {
    var name: String
    var parts: [ConditionalContent.Part]
  }

  struct Step {
    var turn: String
    /// The texts that no earlier step has.
    var texts: [Text]
    var body: RequestBody
    /// What the answer is called.
    var answer: String
    /// It is asked where one of these is not empty; none where it always is.
    var askedWithOneOf: [String] = []
  }

  let title: String
  let endpoint: Endpoint
  private(set) var inputs: [Input] = []
  private(set) var steps: [Step] = []
  private var inputNames: [String: Int] = [:]
  private var answerNames: [String: String] = [:]
  private var textNames: [[Piece]: String] = [:]
  private var optional: Set<String> = []

  init(
    _ source: TemplateSource, as format: ExportFormat, asking endpoint: Endpoint,
    settings: ExportSettings, notes: inout Notes
  ) {
    title = source.title.onOneLine
    self.endpoint = endpoint
    let names = TemplateNames(source, messages: [], notes: &notes)
    for input in names.inputs {
      guard let variable = input.variable else { continue }
      inputNames[variable.name] = inputs.count
      if !variable.isRequired { optional.insert(variable.name) }
      inputs.append(Input(name: input.name, standard: input.standard))
    }
    let turns = source.script.steps.map { SpokenTurn($0, variables: source.variables) }
    for (place, step) in source.script.steps.enumerated() {
      answerNames[step.id] = "answer_\(place + 1)"
      let names = turns[place].saidWithOneOf
      let isLast = place == source.script.questions.last
      if step.repeats {
        notes.add(
          isLast && !names.isEmpty
            ? "turn \(step.id) may come again: the program asks it at most once"
            : "turn \(step.id) may be left out or come again: the program asks it once")
      }
      // The others are a part of what is sent later.
      let messages = turns[place].messages
      let left = isLast && messages.count == 1 ? [] : messages.flatMap(\.conditional.saidWithOneOf)
      if !left.isEmpty {
        notes.add(
          "a message of turn \(step.id) of which nothing is left is sent all the same: "
            + "give \(left.joined(separator: " or ")) a value")
      }
    }
    for message in source.script.steps.flatMap(\.messages) {
      let content = ConditionalContent(message.content, isOptional: optional.contains)
      source.tellOfOptional(content.unconditional, format, notes: &notes)
    }
    var settings = settings
    // Its address names the model.
    if endpoint.provider == .gemini { settings.model = nil }
    for place in source.script.questions {
      let dialogue = Dialogue(source.script, to: place)
      let body = endpoint.provider.format.body(of: dialogue, settings: settings, notes: &notes)
      let texts = newTexts(in: body)
      let answer = answerNames[dialogue.turn] ?? "answer"
      steps.append(Step(turn: dialogue.turn.onOneLine, texts: texts, body: body, answer: answer))
    }
    if let last = source.script.questions.last, let step = steps.indices.last {
      steps[step].askedWithOneOf = turns[last].saidWithOneOf
    }
  }

  /// Names the texts that come up for the first time; an answer has its own name.
  private mutating func newTexts(in body: RequestBody) -> [Text] {
    switch body {
    case .constant: return []
    case .list(let elements): return elements.flatMap { newTexts(in: $0) }
    case .object(let members): return members.flatMap { newTexts(in: $0.value) }
    case .text(let pieces):
      if textNames[pieces] != nil { return [] }
      if pieces.count == 1, case .response(let turn) = pieces[0] {
        textNames[pieces] = answerNames[turn] ?? "answer"
        return []
      }
      let number = textNames.keys.count { $0.count != 1 || !$0[0].isResponse } + 1
      let name = "text_\(number)"
      textNames[pieces] = name
      let content = ConditionalContent(pieces, isOptional: optional.contains)
      return [Text(name: name, parts: content.parts)]
    }
  }

  func name(of text: [Piece]) -> String { textNames[text] ?? "text" }
  func name(ofAnswerTo turn: String) -> String { answerNames[turn] ?? "answer" }
  /// The name of a variable's argument.
  func input(_ variable: String) -> String { inputs[place(of: variable)].name }
  /// From 0.
  func place(of variable: String) -> Int { inputNames[variable] ?? 0 }
}

extension [String] {
  /// The lines of a program inside of something; no string of ours has a line break in it.
  func indented(by space: String) -> [String] {
    flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }.map { space + $0 }
  }
}

extension Piece {
  fileprivate var isResponse: Bool { if case .response = self { true } else { false } }
}

extension ExportFormat {
  func program(
    _ source: TemplateSource, settings: ExportSettings
  ) throws(ExportError) -> Export {
    guard let endpoint = Endpoint(settings.provider, model: settings.model) else {
      throw .cannotAsk(
        settings.provider, self, why: "it wants a person signed in and a conversation of its own")
    }
    var notes = Notes()
    let plan = ProgramPlan(source, as: self, asking: endpoint, settings: settings, notes: &notes)
    let file: Export.File =
      switch self {
      case .curl: Export.File(name: source.id + ".sh", text: CurlProgram.text(plan))
      case .python: Export.File(name: source.id + ".py", text: PythonProgram.text(plan))
      case .javascript: Export.File(name: source.id + ".mjs", text: JavaScriptProgram.text(plan))
      default: Export.File(name: source.id + ".swift", text: SwiftProgram.text(plan))
      }
    return Export(files: [file], notes: notes.sentences)
  }
}
