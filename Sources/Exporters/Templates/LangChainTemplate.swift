import ByteText
import JSON
import Patterns

/// LangChain's `ChatPromptTemplate` as it serialises itself, with f-strings.
enum LangChainTemplate {
  static func export(_ source: TemplateSource) throws(ExportError) -> Export {
    var notes = Notes()
    let messages = source.wholeConversation(hasConditions: false, notes: &notes)
    let names = TemplateNames(source, messages: messages, notes: &notes)
    source.tellOfOptional(.langchain, notes: &notes)
    var standards = JSONObject()
    for input in names.inputs where input.variable != nil {
      if let standard = input.standard { standards[input.name] = .string(standard) }
    }
    let required = names.inputs.map(\.name).filter { !standards.contains($0) }
    var arguments = JSONObject()
    arguments["input_variables"] = .array(required.sorted().map { .string($0) })
    if !standards.isEmpty { arguments["partial_variables"] = .object(standards) }
    arguments["messages"] = .array(messages.map { template(of: $0, names) })
    let value = constructor(["prompts", "chat", "ChatPromptTemplate"], .object(arguments))
    var buffer = ByteBuffer()
    buffer.append(json: value, layout: .indented)
    buffer.append("\n")
    let text = buffer.withBytes { String(decoding: $0, as: UTF8.self) }
    return Export(
      files: [Export.File(name: source.id + ".json", text: text)], notes: notes.sentences)
  }

  private static func template(of message: TemplateMessage, _ names: TemplateNames) -> JSONValue {
    var variables: [String] = []
    var text = ""
    for piece in message.content {
      let name: String
      switch piece {
      case .text(let words):
        text += words.replacing("{", with: "{{").replacing("}", with: "}}")
        continue
      case .variable(let variable): name = names.name(of: variable)
      case .response(let turn): name = names.name(ofAnswerTo: turn)
      }
      text += "{\(name)}"
      if !variables.contains(name) { variables.append(name) }
    }
    let prompt = constructor(
      ["prompts", "prompt", "PromptTemplate"],
      [
        "input_variables": .array(variables.sorted().map { .string($0) }),
        "template": .string(text), "template_format": "f-string",
      ])
    let role =
      switch message.role {
      case .system: "System"
      case .user: "Human"
      case .assistant: "AI"
      }
    return constructor(
      ["prompts", "chat", .string(role + "MessagePromptTemplate")], ["prompt": prompt])
  }

  private static func constructor(_ path: [JSONValue], _ arguments: JSONValue) -> JSONValue {
    [
      "lc": 1, "type": "constructor", "id": .array(["langchain"] + path), "kwargs": arguments,
    ]
  }
}
