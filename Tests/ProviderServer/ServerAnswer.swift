/// What a provider's server sends to one request.
package struct ServerAnswer: Sendable {
  package enum Piece: Sendable, Hashable {
    case bytes([UInt8])
    /// In seconds.
    case pause(Double)
    /// Nothing more, and the connection stays.
    case stall
    /// The connection ends at once; before any bytes, without a head.
    case cut
  }

  /// How the end of the body is known.
  package enum Framing: Sendable {
    case chunked, length
    /// By the end of the connection.
    case close
    /// There is no answer at all.
    case none
  }

  package var status: Int
  package var headers: [(String, String)]
  package var pieces: [Piece]
  package var framing = Framing.chunked

  package init(
    status: Int = 200, headers: [(String, String)] = [], pieces: [Piece],
    framing: Framing = .chunked
  ) {
    self.status = status
    self.headers = headers
    self.pieces = pieces
    self.framing = framing
  }

  /// A body in one piece.
  package init(
    status: Int, type: String = "application/json", _ body: String,
    headers: [(String, String)] = []
  ) {
    self.init(
      status: status, headers: [("content-type", type)] + headers,
      pieces: [.bytes(Array(body.utf8))], framing: .length)
  }

  /// The connection ends without an answer.
  package static let nothing = ServerAnswer(pieces: [.cut], framing: .none)

  package var bytes: [UInt8] {
    pieces.flatMap { piece -> [UInt8] in
      if case .bytes(let bytes) = piece { bytes } else { [] }
    }
  }

  /// The same, each piece of at most so many bytes.
  package func split(every count: Int) -> ServerAnswer {
    var answer = self
    answer.pieces = pieces.flatMap { piece -> [Piece] in
      guard case .bytes(let bytes) = piece else { return [piece] }
      return stride(from: 0, to: bytes.count, by: count).map { start in
        .bytes(Array(bytes[start..<min(start + count, bytes.count)]))
      }
    }
    return answer
  }

  /// The same up to here, then something else.
  package func after(_ count: Int, _ end: Piece...) -> ServerAnswer {
    var answer = self
    answer.pieces = Array(pieces.prefix(count)) + end
    return answer
  }

  package func with(headers more: [(String, String)]) -> ServerAnswer {
    var answer = self
    answer.headers += more
    return answer
  }
}
