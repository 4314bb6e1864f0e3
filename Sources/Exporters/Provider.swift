/// Whom a request is made for.
package enum Provider: String, Sendable, CaseIterable {
  case openai, responses, anthropic, gemini
  case m365Copilot = "m365-copilot"
  case ollama
}

/// What is written where nobody says otherwise: the one table of it.
extension Provider {
  /// Nil for Copilot, which chooses by itself.
  package var standardModel: String? {
    switch self {
    case .openai, .responses: "gpt-5.5"
    case .anthropic: "claude-opus-5-5"
    case .gemini: "gemini-3.8-flash"
    case .ollama: "llama3.2"
    case .m365Copilot: nil
    }
  }

  /// Nil where the provider can do without.
  package var standardMaximum: Int? { self == .anthropic ? 4096 : nil }

  package static let standardTimeZone = "UTC"
}
