/// What a pattern or a filled conversation can be written as; the raw value is what a command line
/// calls it.
package enum ExportFormat: String, Sendable, CaseIterable {
  case openai, responses, anthropic, gemini
  case m365Copilot = "m365-copilot"
  case ollama
  case dotprompt, prompty, llm, langchain, fabric
  case curl, python, javascript, swift
}

extension ExportFormat {
  package enum Kind: Sendable {
    /// Requests of a provider, from a filled conversation.
    case requests
    /// A template of another tool, with the pattern's variables.
    case template
    /// A program that asks a provider, from either.
    case program
  }

  package var kind: Kind {
    switch self {
    case .openai, .responses, .anthropic, .gemini, .m365Copilot, .ollama: .requests
    case .dotprompt, .prompty, .llm, .langchain, .fabric: .template
    case .curl, .python, .javascript, .swift: .program
    }
  }

  /// For a list of formats: a few words without a full stop.
  package var summary: String {
    switch self {
    case .openai: "requests for OpenAI's Chat Completions and what speaks like it"
    case .responses: "requests for OpenAI's Responses"
    case .anthropic: "requests for Anthropic's Messages"
    case .gemini: "requests for Gemini's generateContent"
    case .m365Copilot: "messages for Microsoft 365 Copilot Chat, one a turn"
    case .ollama: "requests for Ollama's chat"
    case .dotprompt: "a .prompt file for Dotprompt and Genkit"
    case .prompty: "a .prompty file for Prompty"
    case .llm: "templates for the program llm, one a turn"
    case .langchain: "a ChatPromptTemplate for LangChain, as JSON"
    case .fabric: "patterns for the program fabric, one a turn"
    case .curl: "a Bash script that asks a provider with curl"
    case .python: "a Python program that asks a provider with its own package"
    case .javascript: "a JavaScript program that asks a provider with fetch"
    case .swift: "a Swift program that asks a provider with URLSession"
    }
  }

  /// Whose requests it writes; nil where it writes none, or a program that may ask any.
  package var provider: Provider? { kind == .requests ? Provider(rawValue: rawValue) : nil }
}
