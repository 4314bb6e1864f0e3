package import Fetch

/// How external links are checked.
package struct ExternalOptions: Sendable {
  /// Limits, timeout, redirects, and what servers are told of the program.
  package var fetch: FetchOptions
  /// How often an address is asked again that gave no answer, or an error of the server's own.
  package var retries = 2
  /// Before asking again; twice as long before the second time, and so on.
  package var pause: Duration = .seconds(1)
  /// The longest wait in all that one host is granted when it asks for time with `Retry-After`.
  package var longestWait: Duration = .seconds(60)
  /// The statuses of a good answer.
  package var accepted: [ClosedRange<Int>] = [200...299]
  /// Patterns with `*` for anything. With any, only addresses that match one are asked: then hosts
  /// for examples too.
  package var include: [String] = []
  /// Addresses that match one of these are not asked.
  package var exclude: [String] = []
  /// How many seconds a good answer is believed without asking again.
  package var cacheAge = 24 * 60 * 60
  package var checksFragments = true

  /// - Parameter version: The program's, for the name that servers are told.
  package init(version: String) {
    fetch = FetchOptions(userAgent: "Turnbook/\(version) (+link check)")
  }

  func accepts(_ status: Int) -> Bool { accepted.contains { $0.contains(status) } }
}
