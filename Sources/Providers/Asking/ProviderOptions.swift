package import Fetch

/// How providers are asked.
package struct ProviderOptions: Sendable, Hashable {
  package var exchange: ExchangeOptions
  /// How often a request is made again that failed before its first word.
  package var retries = 2
  /// A provider that wants to be left alone for longer is not asked again by itself.
  package var longestWait: Duration = .seconds(60)

  package init(_ exchange: ExchangeOptions) { self.exchange = exchange }
}

/// The time, sleep and chance that retries need.
package struct RetryPace: Sendable {
  /// Milliseconds since 1970.
  package var now: @Sendable () -> Int64
  /// Ends early when the wish to stop is said.
  package var sleep: @Sendable (Duration, Cancellation) -> Void
  /// From 0 up to 1.
  package var random: @Sendable () -> Double

  package init(
    now: @escaping @Sendable () -> Int64,
    sleep: @escaping @Sendable (Duration, Cancellation) -> Void = { $1.sleep($0) },
    random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
  ) {
    self.now = now
    self.sleep = sleep
    self.random = random
  }
}
