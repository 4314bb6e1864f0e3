import ByteText
import Chat
import Conversation
import Exporters
import Fetch
import JSON
import Providers
import Terminal

/// Shows each request instead of sending it, and answers with a placeholder.
struct DryRun: ProviderTransport {
  static func partner(for session: Session) throws(Refusal) -> ChatEngine.Partner {
    do throws(ProviderFailure) {
      let endpoint = try ProviderEndpoint(
        session.provider, baseURL: session.baseURL, environment: Environment.value)
      let client = ProviderClient(
        endpoint, options: ProviderOptions(ExchangeOptions(userAgent: "turn")),
        pace: RetryPace(now: { WallClock.now }), transport: DryRun())
      return ChatEngine.Partner(client: client, key: nil)
    } catch {
      throw Refusal(.work, "\(error.words)\n\(Refusal.sentence(error.help))")
    }
  }

  func send(
    _ call: ProviderCall, until cancellation: Cancellation, onPiece: (TransportPiece) -> Bool
  ) throws(TransportFailure) {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("method", "POST")
      json.member("url", call.request.address.printed)
      json.member("body", call.body)
    }
    let text = json.finish().array + [0x0A]
    StandardStream.output.write(String(decoding: text, as: UTF8.self))
    _ = onPiece(.head(ExchangeHead(status: 200, headers: HeaderFields())))
    _ = onPiece(.text("[the answer]"))
  }
}
