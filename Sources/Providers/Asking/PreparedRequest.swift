import ByteText
import Conversation
import Exporters
package import Fetch
package import JSON
import Patterns

/// A request as a provider will get it. Its headers show no key.
package struct PreparedRequest: Sendable {
  package let address: WebAddress
  package let headers: [ExchangeRequest.Header]
  package let body: JSONValue
  package let model: String
  /// What the provider cannot be told, each a sentence.
  package let notes: [String]

  init(
    _ request: ChatRequest, to endpoint: ProviderEndpoint, key: APIKey?
  ) throws(ProviderFailure) {
    let provider = endpoint.provider
    guard let format = provider.answerFormat else {
      throw ProviderFailure(.notSupported, of: provider)
    }
    model = request.model ?? provider.standardModel ?? ""
    guard request.previousResponse == nil || provider == .responses else {
      throw ProviderFailure(.keepsNothing, of: provider, model: model)
    }
    var settings = ExportSettings(model: model, maximumTokens: request.maximumTokens)
    settings.isStreamed = true
    settings.isKept = request.isKept
    settings.previousResponse = request.previousResponse
    let messages = request.parts.map { part in
      FilledMessage(role: part.role, content: [.text(part.content)])
    }
    let conversation = FilledConversation(turns: [FilledTurn(id: "1", messages: messages)])
    do throws(ExportError) {
      let payload = try Payload(conversation, for: provider, settings: settings)
      guard let first = payload.requests.first else { throw ExportError.nothingToSay }
      body = first.body
      notes = payload.notes
    } catch {
      throw ProviderFailure(.nothingToSay, of: provider, model: model)
    }
    address = endpoint.address(model: model)
    let accepted = format.framing == .events ? "text/event-stream" : "application/x-ndjson"
    headers =
      [
        ExchangeRequest.Header("content-type", "application/json"),
        ExchangeRequest.Header("accept", accepted),
      ] + format.headers(key)
  }

  /// The body as it is sent.
  package var bytes: [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(json: body)
    return buffer.array
  }
}
