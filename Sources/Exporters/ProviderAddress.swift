/// Where a provider is asked, and what it wants to know of who asks.
extension Provider {
  /// What people call it.
  package var title: String {
    switch self {
    case .openai, .responses: "OpenAI"
    case .anthropic: "Anthropic"
    case .gemini: "Gemini"
    case .m365Copilot: "Microsoft 365 Copilot"
    case .ollama: "Ollama"
    }
  }

  /// The variables of the environment that may hold its key, the one that counts first; empty where
  /// none is wanted.
  package var keyVariables: [String] {
    switch self {
    case .openai, .responses: ["OPENAI_API_KEY"]
    case .anthropic: ["ANTHROPIC_API_KEY"]
    case .gemini: ["GEMINI_API_KEY", "GOOGLE_API_KEY"]
    case .ollama, .m365Copilot: []
    }
  }

  /// The variable that names another server, and the usual one; nil where nobody is asked this way.
  package var base: (variable: String, standard: String)? {
    switch self {
    case .openai, .responses: ("OPENAI_BASE_URL", "https://api.openai.com/v1")
    case .anthropic: ("ANTHROPIC_BASE_URL", "https://api.anthropic.com")
    case .gemini: ("GOOGLE_GEMINI_BASE_URL", "https://generativelanguage.googleapis.com")
    case .ollama: ("OLLAMA_HOST", "http://localhost:11434")
    case .m365Copilot: nil
    }
  }

  /// What follows the server's address, encoded; Gemini's ends in what is asked for.
  package func path(model: String?, isStreamed: Bool = false) -> String? {
    switch self {
    case .openai: "/chat/completions"
    case .responses: "/responses"
    case .anthropic: "/v1/messages"
    case .gemini:
      "/v1beta/models/\(Self.inPath(model ?? standardModel ?? ""))"
        + (isStreamed ? ":streamGenerateContent?alt=sse" : ":generateContent")
    case .ollama: "/api/chat"
    case .m365Copilot: nil
    }
  }

  /// The version of the Messages API that requests are written for.
  package static let anthropicVersion = "2023-06-01"

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
