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
    var pieces: [Piece]
  }

  struct Step {
    var turn: String
    /// The texts that no earlier step has.
    var texts: [Text]
    var body: RequestBody
    /// What the answer is called.
    var answer: String
  }

  let title: String
  let endpoint: Endpoint
  private(set) var inputs: [Input] = []
  private(set) var steps: [Step] = []
  private var inputNames: [String: Int] = [:]
  private var answerNames: [String: String] = [:]
  private var textNames: [[Piece]: String] = [:]

  init(
    _ source: TemplateSource, asking endpoint: Endpoint, settings: ExportSettings,
    notes: inout Notes
  ) {
    title = source.title.onOneLine
    self.endpoint = endpoint
    let names = TemplateNames(source, messages: [], notes: &notes)
    for input in names.inputs {
      guard let variable = input.variable else { continue }
      inputNames[variable.name] = inputs.count
      let standard = variable.standard ?? (variable.isRequired ? nil : "")
      inputs.append(Input(name: input.name, standard: standard))
    }
    for (place, step) in source.script.steps.enumerated() {
      answerNames[step.id] = "answer_\(place + 1)"
      if step.repeats {
        notes.add("turn \(step.id) may be left out or come again: the program asks it once")
      }
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
      return [Text(name: name, pieces: pieces)]
    }
  }

  func name(of text: [Piece]) -> String { textNames[text] ?? "text" }
  func name(ofAnswerTo turn: String) -> String { answerNames[turn] ?? "answer" }
  /// From 0.
  func place(of variable: String) -> Int { inputNames[variable] ?? 0 }
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
    source.tellOfOptional(self, notes: &notes)
    let plan = ProgramPlan(source, asking: endpoint, settings: settings, notes: &notes)
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
