/// Why there is no answer.
package enum FetchFailure: Error, Hashable, Sendable {
  case unknownHost(String)
  case refused
  /// No connection for another reason, in the words of libcurl.
  case unreachable(String)
  case timedOut
  /// The server's certificate does not prove who it is.
  case certificate(String)
  /// No secure connection for another reason.
  case handshake(String)
  case proxy(String)
  /// The connection ended early, or what came was not HTTP.
  case broken(String)
  /// A redirect leads to an address that was asked before.
  case redirectLoop
  case tooManyRedirects(limit: Int)
  /// A redirect leads to something that is not on the web.
  case redirectElsewhere

  /// The failure as the second half of a sentence: "the connection was refused".
  package var words: String {
    switch self {
    case .unknownHost(let host): "no host is called \"\(host)\""
    case .refused: "the connection was refused"
    case .unreachable(let words): "there is no connection (\(words))"
    case .timedOut: "there was no answer in time"
    case .certificate(let words): "the certificate is not valid (\(words))"
    case .handshake(let words): "there is no secure connection (\(words))"
    case .proxy(let words): "the proxy does not work (\(words))"
    case .broken(let words): "the answer broke off (\(words))"
    case .redirectLoop: "its redirects lead in a circle"
    case .tooManyRedirects(let limit): "it redirects more than \(limit) times"
    case .redirectElsewhere: "it redirects to something that is neither http nor https"
    }
  }
}

/// libcurl could not be loaded.
package struct MissingLibrary: Error, Hashable, Sendable {
  /// What is wrong, a sentence without a full stop.
  package let message: String
  /// What to do about it.
  package var help: String {
    #if canImport(Darwin)
      "libcurl is a part of macOS; look whether the system is whole"
    #else
      "install it, with Debian and Ubuntu by: apt-get install libcurl4"
    #endif
  }
}
