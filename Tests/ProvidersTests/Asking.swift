import Conversation
import Exporters
import Fetch
import Patterns
import ProviderServer
import Providers
import Synchronization
import Testing

/// One question to a server of the tests, and everything that came of it.
struct Asking {
  var answer: ProviderAnswer?
  var failure: ProviderFailure?
  var events: [ProviderEvent] = []
  /// What was slept before each further attempt.
  var waits: [Duration] = []

  static let key = "sk-test-7f3a9"
  /// 2026-11-21 00:00:00 GMT
  static let now: Int64 = 1_795_219_200_000

  var texts: [String] {
    events.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  var retries: [RetryNotice] {
    events.compactMap { if case .retrying(let notice) = $0 { notice } else { nil } }
  }

  init(
    _ speech: Speech, at url: String, _ request: ChatRequest = Asking.question,
    key: String? = Asking.key, transport: (any ProviderTransport)? = nil,
    cancellation: Cancellation = Cancellation(),
    options: (inout ProviderOptions) -> Void = { _ in },
    onEvent: (ProviderEvent) -> Void = { _ in }
  ) throws {
    var settings = ProviderOptions(ExchangeOptions(userAgent: "Turnbook/0"))
    settings.exchange.usesProxies = false
    options(&settings)
    let provider = try #require(Provider(rawValue: speech.rawValue))
    let base = [.openai, .responses].contains(speech) ? url + "/v1" : url
    let slept = Slept()
    let pace = RetryPace(
      now: { Self.now }, sleep: { duration, _ in slept.add(duration) }, random: { 0.4 })
    let client = ProviderClient(
      try ProviderEndpoint(provider, baseURL: base), options: settings, pace: pace,
      transport: transport)
    var events: [ProviderEvent] = []
    do throws(ProviderFailure) {
      answer = try client.send(
        request, key: key.flatMap { APIKey($0) }, until: cancellation
      ) { event in
        events.append(event)
        onEvent(event)
      }
    } catch {
      failure = error
    }
    self.events = events
    waits = slept.all
  }

  static let question = ChatRequest(
    model: "m-1",
    parts: [
      ChatRequest.Part(role: .system, content: "Be brief."),
      ChatRequest.Part(role: .user, content: "Name a city."),
      ChatRequest.Part(role: .assistant, content: "Rome"),
      ChatRequest.Part(role: .user, content: "Another: \"naïve\" 🙂"),
    ])
}

private final class Slept: Sendable {
  private let durations = Mutex<[Duration]>([])
  func add(_ duration: Duration) { durations.withLock { $0.append(duration) } }
  var all: [Duration] { durations.withLock { $0 } }
}
