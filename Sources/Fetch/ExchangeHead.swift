/// How an answer begins.
package struct ExchangeHead: Sendable, Hashable {
  package var status: Int
  package var headers: HeaderFields

  package init(status: Int, headers: HeaderFields = HeaderFields()) {
    self.status = status
    self.headers = headers
  }

  /// The kind of body in lower case, without parameters; empty where the server does not say.
  package var mediaType: String {
    let value = headers["content-type"] ?? ""
    return String(value.prefix { $0 != ";" }.filter { !$0.isWhitespace }).lowercased()
  }
}

/// What comes of an exchange, in this order: one head, then the body.
package enum ExchangePiece: Sendable {
  case head(ExchangeHead)
  /// Some bytes of the body, never none, cut anywhere.
  case bytes([UInt8])
}
