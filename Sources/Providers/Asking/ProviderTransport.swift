package import Exporters
package import Fetch
package import JSON

/// What carries a request to a provider and its answer back: the network, or a file of recordings.
package protocol ProviderTransport: Sendable {
  /// - Parameter onPiece: False: that is enough.
  func send(
    _ call: ProviderCall, until cancellation: Cancellation, onPiece: (TransportPiece) -> Bool
  ) throws(TransportFailure)
}

/// One request as it is sent.
package struct ProviderCall: Sendable {
  package let provider: Provider
  package let model: String
  package let body: JSONValue
  package let request: ExchangeRequest
  let key: APIKey?
}

package enum TransportPiece: Sendable {
  case head(ExchangeHead)
  case bytes([UInt8])
  /// The words of an answer themselves, which a recording may hold in place of bytes.
  case text(String)
}

package enum TransportFailure: Error, Sendable {
  case exchange(ExchangeFailure)
  case notRecorded(RecordingProblem)
}

/// Asks over the network.
package struct NetworkTransport: ProviderTransport {
  private let options: ExchangeOptions

  package init(_ options: ExchangeOptions) { self.options = options }

  package func send(
    _ call: ProviderCall, until cancellation: Cancellation, onPiece: (TransportPiece) -> Bool
  ) throws(TransportFailure) {
    var options = options
    // Servers in one's own network seldom have certificates; no key is at stake there.
    if call.key == nil { options.allowsPlainHTTP = true }
    do throws(ExchangeFailure) {
      _ = try Exchange(options).post(call.request, until: cancellation) { piece in
        switch piece {
        case .head(let head): onPiece(.head(head))
        case .bytes(let bytes): onPiece(.bytes(bytes))
        }
      }
    } catch {
      throw .exchange(error)
    }
  }
}
