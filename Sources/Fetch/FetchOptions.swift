/// How a fetcher treats servers.
package struct FetchOptions: Sendable {
  /// What the program calls itself.
  package var userAgent: String
  /// For finding the host and shaking hands.
  package var connectTimeout: Duration = .seconds(10)
  /// For one answer whole; each redirect has as long again.
  package var timeout: Duration = .seconds(20)
  /// Requests at a time to one host.
  package var perHost = 2
  /// Requests at a time in all.
  package var overall = 32
  package var mostRedirects = 10
  /// The path of a file of certificates to trust; nil for those of the system.
  package var certificates: String?
  /// Whether `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` count.
  package var usesProxies = true

  package init(userAgent: String) {
    self.userAgent = userAgent
  }
}
