/// Why an exchange did not come to its end.
package struct ExchangeFailure: Error, Sendable, Hashable {
  package enum Cause: Sendable, Hashable {
    /// No answer, or one that breaks off.
    case connection(FetchFailure)
    /// The host was not found, or shook no hands, in this time.
    case connectTimedOut(Duration)
    /// Nothing came for so long.
    case stalled(Duration)
    /// The exchange as a whole took longer than this.
    case timedOut(Duration)
    case tooLong(limit: Int)
    /// The server sends elsewhere; a body and its key do not go there. `to` is without a query.
    case redirected(status: Int, to: String)
    /// http to another machine, which the caller does not allow.
    case plainHTTP(host: String)
    /// A header has no name or a line break in it. Its value is not told.
    case unsoundHeader(name: String)
    case cancelled
    case missingLibrary(MissingLibrary)
  }

  package var cause: Cause
  /// nil where no answer had begun.
  package var head: ExchangeHead?

  package init(_ cause: Cause, head: ExchangeHead? = nil) {
    self.cause = cause
    self.head = head
  }

  /// The failure as the second half of a sentence: "the connection was refused".
  package var words: String {
    switch cause {
    case .connection(let failure): failure.words
    case .connectTimedOut(let time): "there was no connection within \(time.inWords)"
    case .stalled(let time): "nothing came for \(time.inWords)"
    case .timedOut(let time): "it was not done within \(time.inWords)"
    case .tooLong(let limit): "the answer is longer than \(limit) bytes"
    case .redirected(let status, let place): "it redirects (\(status)) to \(place)"
    case .plainHTTP(let host): "\(host) would be asked without encryption"
    case .unsoundHeader(let name): "the header \"\(name)\" holds a line break or control character"
    case .cancelled: "it was stopped"
    case .missingLibrary(let missing): missing.message
    }
  }
}

extension Duration {
  /// `2 s`, `1.5 s`, `300 ms`.
  package var inWords: String {
    let milliseconds = milliseconds
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    let tenths = milliseconds % 1000 / 100
    return tenths == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds / 1000).\(tenths) s"
  }
}
