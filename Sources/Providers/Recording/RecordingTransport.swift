import Exporters
package import Fetch

/// Asks in another's way and writes down what came. A key never gets into what is written.
package struct RecordingTransport: ProviderTransport {
  private let transport: any ProviderTransport
  private let write: @Sendable ([UInt8]) -> Void

  /// - Parameter write: Takes one line of JSON with its line break for each exchange.
  package init(
    _ transport: any ProviderTransport, write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.transport = transport
    self.write = write
  }

  package func send(
    _ call: ProviderCall, until cancellation: Cancellation, onPiece: (TransportPiece) -> Bool
  ) throws(TransportFailure) {
    var recording = Recording()
    var hasAnswer = false
    var broken: TransportFailure?
    do throws(TransportFailure) {
      try transport.send(call, until: cancellation) { piece in
        switch piece {
        case .head(let head):
          hasAnswer = true
          recording.status = head.status
          for field in head.headers.fields where Recording.keptHeaders.contains(field.name) {
            recording.headers.add(field.name, field.value)
          }
        case .bytes(let bytes): recording.chunks.append(bytes)
        case .text(let text):
          hasAnswer = true
          recording.text = (recording.text ?? "") + text
        }
        return onPiece(piece)
      }
    } catch {
      broken = error
    }
    if hasAnswer {
      recording.provider = call.provider.rawValue
      recording.model = call.model
      recording.hash = Recording.hash(of: call)
      recording.request = call.body
      recording.isCut = broken != nil
      // A server may repeat the key in its answer, over the border of two chunks even.
      if let key = call.key {
        let whole = Array(recording.chunks.joined())
        let hidden = key.hidden(in: whole)
        if hidden != whole { recording.chunks = [hidden] }
      }
      let line = recording.line
      write(call.key?.hidden(in: line) ?? line)
    }
    if let broken { throw broken }
  }
}
