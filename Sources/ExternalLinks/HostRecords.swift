import Fetch

/// What a run has seen of each host, so that one which does not answer is not waited for again with
/// every address that it has.
struct HostRecords {
  private struct Record {
    var hasAnswered = false
    /// Addresses that were given up, retries and all.
    var lost = 0
    var failure: FetchFailure?
    /// How long the host may still be waited for when it asks for time.
    var patience: Duration
  }

  private let longestWait: Duration
  private var records: [String: Record] = [:]

  init(longestWait: Duration) { self.longestWait = longestWait }

  /// One address may hang by itself; a second one makes it the host.
  private static let mostLost = 2

  /// Why a host is not asked any more; nil while it is.
  func failure(of host: String) -> FetchFailure? {
    guard let record = records[host], !record.hasAnswered, record.lost >= Self.mostLost else {
      return nil
    }
    return record.failure
  }

  func hasAnswered(_ host: String) -> Bool { records[host]?.hasAnswered == true }

  mutating func note(_ hops: [FetchResult.Hop]) {
    for hop in hops where hop.status > 0 { change(hop.address.host) { $0.hasAnswered = true } }
  }

  /// An address of the host is given up.
  mutating func lose(_ host: String, _ failure: FetchFailure) {
    switch failure {
    case .unknownHost, .refused, .unreachable, .timedOut:
      change(host) {
        $0.lost += 1
        $0.failure = failure
      }
    default: break
    }
  }

  func patience(for host: String) -> Duration { records[host]?.patience ?? longestWait }

  mutating func wait(_ duration: Duration, for host: String) {
    change(host) { $0.patience -= duration }
  }

  private mutating func change(_ host: String, _ body: (inout Record) -> Void) {
    var record = records[host] ?? Record(patience: longestWait)
    body(&record)
    records[host] = record
  }
}
