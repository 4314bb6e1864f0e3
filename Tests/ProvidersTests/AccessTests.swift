import Conversation
import Exporters
import Fetch
import JSON
import Providers
import Testing

@Suite("Whom to ask, and with which key")
struct AccessTests {
  private func access(
    _ provider: Provider, _ variables: [String: String] = [:], baseURL: String? = nil
  ) throws(ProviderFailure) -> ProviderAccess {
    try ProviderAccess(provider, baseURL: baseURL) { variables[$0] }
  }

  private func failure(
    _ provider: Provider, _ variables: [String: String] = [:], baseURL: String? = nil
  ) -> ProviderFailure? {
    do throws(ProviderFailure) { _ = try access(provider, variables, baseURL: baseURL) } catch {
      return error
    }
    return nil
  }

  @Test(
    "each provider has its usual address",
    arguments: [
      (Provider.openai, "https://api.openai.com/v1/"), (.responses, "https://api.openai.com/v1/"),
      (.anthropic, "https://api.anthropic.com/"),
      (.gemini, "https://generativelanguage.googleapis.com/"),
      (.ollama, "http://localhost:11434/"),
    ])
  func usual(provider: Provider, address: String) throws {
    let endpoint = try ProviderEndpoint(provider)
    #expect(endpoint.isUsual)
    #expect(endpoint.base == WebAddress(address) || endpoint.base.printed + "/" == address)
  }

  @Test(
    "a key is taken from the provider's variable, and its absence names it",
    arguments: [
      (Provider.openai, "OPENAI_API_KEY"), (.responses, "OPENAI_API_KEY"),
      (.anthropic, "ANTHROPIC_API_KEY"), (.gemini, "GEMINI_API_KEY or GOOGLE_API_KEY"),
    ])
  func keys(provider: Provider, names: String) throws {
    for name in provider.keyVariables {
      #expect(try access(provider, [name: " sk-1\n"]).key != nil)
    }
    let missing = failure(provider)
    #expect(missing?.reason == .missingKey)
    #expect(missing?.help == "set \(names) to a key of your account")
    #expect(failure(provider, [provider.keyVariables[0]: ""])?.reason == .missingKey)
    #expect(
      failure(provider, [provider.keyVariables[0]: "two words"])?.reason
        == .unusableKey(variable: provider.keyVariables[0]))
    // A server of one's own may want none.
    #expect(try access(provider, baseURL: "http://127.0.0.1:8080/v1").key == nil)
  }

  @Test("Ollama wants no key, and Copilot cannot be asked")
  func without() throws {
    #expect(try access(.ollama).key == nil)
    let copilot = failure(.m365Copilot)
    #expect(copilot?.words == "Microsoft 365 Copilot cannot be asked from here")
    #expect(copilot?.help.contains("--format m365-copilot") == true)
  }

  @Test("an address is a person's, else the environment's, else the usual one")
  func order() throws {
    let variables = ["OPENAI_BASE_URL": "https://a.example/v1", "OPENAI_API_KEY": "k"]
    #expect(try access(.openai, variables).endpoint.base.host == "a.example")
    #expect(
      try access(.openai, variables, baseURL: "https://b.example").endpoint.base.host
        == "b.example")
    #expect(
      try access(.openai, ["OPENAI_BASE_URL": "", "OPENAI_API_KEY": "k"]).endpoint.isUsual)
    #expect(
      failure(.openai, ["OPENAI_BASE_URL": "api"])?.reason
        == .unusableAddress(variable: "OPENAI_BASE_URL"))
    #expect(
      failure(.openai, baseURL: "x")?.help == "give an address such as https://example.com/v1")
  }

  @Test(
    "the path of a request follows the address as it was given",
    arguments: [
      (Provider.openai, "https://h/v1", "https://h/v1/chat/completions"),
      (.openai, "https://h/v1/", "https://h/v1/chat/completions"),
      (.openai, "https://h", "https://h/chat/completions"),
      (.openai, "https://h/v1/chat/completions", "https://h/v1/chat/completions"),
      (.openai, "https://h/d?api-version=1", "https://h/d/chat/completions?api-version=1"),
      (.responses, "https://h/v1", "https://h/v1/responses"),
      (.anthropic, "https://h/proxy/", "https://h/proxy/v1/messages"),
      (
        .gemini, "https://h?x=1",
        "https://h/v1beta/models/a%2Fb:streamGenerateContent?x=1&alt=sse"
      ),
      (.ollama, "h", "http://h:11434/api/chat"),
    ])
  func path(provider: Provider, base: String, address: String) throws {
    let endpoint = try ProviderEndpoint(provider, baseURL: base)
    var options = ProviderOptions(ExchangeOptions(userAgent: "t"))
    options.retries = 0
    let client = ProviderClient(endpoint, options: options, pace: RetryPace(now: { 0 }))
    var question = Asking.question
    question.model = "a/b"
    #expect(try client.prepare(question).address.printed == address)
  }

  @Test("a key shows in nothing that is printed")
  func hidden() throws {
    let key = try #require(APIKey("sk-secret"))
    var dumped = ""
    dump(key, to: &dumped)
    let endpoint = try ProviderEndpoint(.anthropic)
    let client = ProviderClient(
      endpoint, options: ProviderOptions(ExchangeOptions(userAgent: "t")),
      pace: RetryPace(now: { 0 }))
    let request = try client.prepare(Asking.question, key: key)
    dump(request, to: &dumped)
    dumped += "\(key) \(String(reflecting: key)) \(request)"
    #expect(!dumped.contains("secret"))
    #expect(request.headers.map(\.description).contains("x-api-key: (hidden)"))
    #expect(key.hidden(in: "it was sk-secret.") == "it was (key).")
  }

  @Test("a response to go on from is refused where no provider keeps any")
  func keeps() throws {
    var question = Asking.question
    question.previousResponse = "resp_0"
    for provider in [Provider.openai, .anthropic, .gemini, .ollama] {
      let client = ProviderClient(
        try ProviderEndpoint(provider), options: ProviderOptions(ExchangeOptions(userAgent: "t")),
        pace: RetryPace(now: { 0 }))
      #expect(throws: ProviderFailure(.keepsNothing, of: provider, model: "m-1")) {
        try client.prepare(question)
      }
    }
  }

  @Test("a conversation that is kept goes on from its last response, its system text said again")
  func chained() throws {
    var question = Asking.question
    question.parts = [question.parts[0], question.parts[3]]
    question.previousResponse = "resp_0"
    question.isKept = true
    let client = ProviderClient(
      try ProviderEndpoint(.responses), options: ProviderOptions(ExchangeOptions(userAgent: "t")),
      pace: RetryPace(now: { 0 }))
    let body = try client.prepare(question).body
    #expect(body["previous_response_id"]?.string == "resp_0" && body["store"]?.bool == true)
    #expect(body["instructions"]?.string == "Be brief." && body["input"]?.array?.count == 1)
    #expect(body["stream"]?.bool == true)
    #expect(try client.prepare(Asking.question).body["store"]?.bool == false)
  }

  @Test("what a provider cannot be told is handed on before it is asked")
  func notes() throws {
    var question = Asking.question
    question.parts.append(question.parts[0])
    let client = ProviderClient(
      try ProviderEndpoint(.anthropic), options: ProviderOptions(ExchangeOptions(userAgent: "t")),
      pace: RetryPace(now: { 0 }))
    #expect(try client.prepare(question).notes.count == 1)
    #expect(try client.prepare(Asking.question).notes.isEmpty)
  }
}
