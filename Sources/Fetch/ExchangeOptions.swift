/// How an exchange treats its server.
package struct ExchangeOptions: Sendable, Hashable {
  /// What the program calls itself.
  package var userAgent: String
  /// For finding the host and shaking hands.
  package var connectTimeout: Duration = .seconds(10)
  /// The longest time in which not one byte goes or comes, the wait for the first one included.
  package var stallTimeout: Duration = .seconds(120)
  /// For the exchange whole; nil for no limit.
  package var timeout: Duration? = .seconds(1800)
  /// The most bytes of an answer's body.
  package var bodyLimit = 64 << 20
  /// Whether http is spoken to other machines than this one, where anybody on the way can read it.
  package var allowsPlainHTTP = false
  /// The path of a file of certificates to trust; nil for those of the system.
  package var certificates: String?
  /// Whether `https_proxy`, `all_proxy` and `no_proxy` count. This machine is never asked through one.
  package var usesProxies = true

  package init(userAgent: String) { self.userAgent = userAgent }
}
