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
    let json = (name: "content-type", prefix: "", value: Value.text("application/json"))
    switch provider {
    case .openai, .responses:
      key = "OPENAI_API_KEY"
      base = ("OPENAI_BASE_URL", "https://api.openai.com/v1")
      path = provider == .openai ? "/chat/completions" : "/responses"
      headers = [json, ("authorization", "Bearer ", .key)]
    case .anthropic:
      key = "ANTHROPIC_API_KEY"
      base = ("ANTHROPIC_BASE_URL", "https://api.anthropic.com")
      path = "/v1/messages"
      headers = [json, ("anthropic-version", "", .text("2023-06-01")), ("x-api-key", "", .key)]
    case .gemini:
      key = "GEMINI_API_KEY"
      base = ("GOOGLE_GEMINI_BASE_URL", "https://generativelanguage.googleapis.com")
      let name = Self.inPath(model ?? provider.standardModel ?? "")
      path = "/v1beta/models/\(name):generateContent"
      headers = [json, ("x-goog-api-key", "", .key)]
    case .ollama:
      key = nil
      base = ("OLLAMA_HOST", "http://localhost:11434")
      path = "/api/chat"
      headers = [json]
    case .m365Copilot: return nil
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

  /// A model's name inside an address.
  private static func inPath(_ model: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in model.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isSafe =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-_.".unicodeScalars.contains(scalar))
      bytes +=
        isSafe ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
