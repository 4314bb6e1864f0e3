/// Where and how a program reaches a provider.
struct Endpoint {
  let provider: Provider
  /// The variable of the environment that holds the key; nil where none is wanted.
  let key: String?
  /// The variable that names another server, and the usual one.
  let base: (variable: String, standard: String)
  let path: String
  let headers: [(name: String, prefix: String, value: Value)]
  /// Finds the answer in a reply, for jq and for JavaScript.
  let answer: (jq: String, javascript: String)

  enum Value {
    case key
    case text(String)
  }

  init?(_ provider: Provider, model: String?) {
    self.provider = provider
    guard let base = provider.base, let path = provider.path(model: model) else { return nil }
    self.base = base
    self.path = path
    key = provider.keyVariables.first
    let json = (name: "content-type", prefix: "", value: Value.text("application/json"))
    switch provider {
    case .openai, .responses: headers = [json, ("authorization", "Bearer ", .key)]
    case .anthropic:
      headers = [
        json, ("anthropic-version", "", .text(Provider.anthropicVersion)), ("x-api-key", "", .key),
      ]
    case .gemini: headers = [json, ("x-goog-api-key", "", .key)]
    case .ollama, .m365Copilot: headers = [json]
    }
    answer = Self.answer(of: provider)
  }

  private static func answer(of provider: Provider) -> (jq: String, javascript: String) {
    switch provider {
    case .openai:
      (".choices[0].message.content // \"\"", "reply.choices[0].message.content ?? \"\"")
    case .responses:
      (
        "[.output[] | select(.type == \"message\") | .content[] "
          + "| select(.type == \"output_text\") | .text] | add // \"\"",
        "reply.output.filter((item) => item.type === \"message\")"
          + ".flatMap((item) => item.content)"
          + ".filter((part) => part.type === \"output_text\").map((part) => part.text).join(\"\")"
      )
    case .anthropic:
      (
        "[.content[] | select(.type == \"text\") | .text] | add // \"\"",
        "reply.content.filter((part) => part.type === \"text\").map((part) => part.text).join(\"\")"
      )
    case .gemini:
      (
        "[.candidates[0].content.parts[] | .text // \"\"] | add // \"\"",
        "reply.candidates[0].content.parts.map((part) => part.text ?? \"\").join(\"\")"
      )
    case .ollama, .m365Copilot: (".message.content", "reply.message.content")
    }
  }
}
