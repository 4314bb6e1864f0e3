/// Asks many servers at a time, on the thread that calls it.
///
/// Only http and https, without cookies; redirects are followed here, so that each hop is known and
/// counts against the limits of its own host.
package struct Fetcher: Sendable {
  package let options: FetchOptions

  package init(_ options: FetchOptions) { self.options = options }

  /// What to do after a result.
  package enum Step: Sendable {
    case done
    /// Asks again, or something else, after a while.
    case ask(FetchRequest, after: Duration)
    /// The same, before anything else of its host, and leaves the host that answered, or did not,
    /// alone until then.
    case askHoldingHost(FetchRequest, after: Duration)
  }

  private struct Job {
    var index: Int
    var request: FetchRequest
    var address: WebAddress
    var hops: [FetchResult.Hop] = []

    init(_ index: Int, _ request: FetchRequest) {
      self.index = index
      self.request = request
      address = request.address
    }
  }

  /// Runs requests until each is done.
  /// - Parameters:
  ///   - cancellation: Looked at all the time; once it is set, nothing more is asked or told.
  ///   - foreseen: A failure to take for granted instead of asking an address.
  ///   - onResult: Told the index of a request and what came of it, in the order of the answers.
  /// - Returns: Whether every request is done: false when cancelled.
  package func run(
    _ requests: [FetchRequest], until cancellation: Cancellation = Cancellation(),
    unless foreseen: (WebAddress) -> FetchFailure? = { _ in nil },
    onResult: (Int, FetchResult) -> Step
  ) throws(MissingLibrary) -> Bool {
    guard !requests.isEmpty else { return true }
    let session = try CurlSession(options)
    var queues = HostQueues<Job>(perHost: options.perHost, overall: options.overall)
    var running: [Int: Job] = [:]
    var lastTicket = 0
    for (index, request) in requests.enumerated() {
      queues.add(Job(index, request), host: request.address.host)
    }
    while !queues.isEmpty {
      if cancellation.isCancelled { return false }
      let now = ContinuousClock.now
      while let job = queues.next(at: now) {
        lastTicket += 1
        running[lastTicket] = job
        if let failure = foreseen(job.address) {
          session.refuse(failure, ticket: lastTicket)
        } else {
          session.start(job.request, at: job.address, ticket: lastTicket)
        }
      }
      // Short enough that a wish to stop is heeded at once.
      var patience = Duration.milliseconds(100)
      if let change = queues.nextChange(after: now) { patience = min(patience, change - now) }
      for end in session.wait(atMost: patience) {
        guard let job = running.removeValue(forKey: end.ticket) else { continue }
        queues.ended(host: job.address.host)
        proceed(job, end, &queues, onResult)
      }
    }
    return true
  }

  /// Follows a redirect, or hands the result over.
  private func proceed(
    _ job: Job, _ end: CurlSession.End, _ queues: inout HostQueues<Job>,
    _ onResult: (Int, FetchResult) -> Step
  ) {
    var job = job
    job.hops.append(
      FetchResult.Hop(address: job.address, status: end.status, setsCookie: end.setsCookie))
    let outcome: Result<FetchReply, FetchFailure>
    do throws(FetchFailure) {
      if let failure = end.failure { throw failure }
      if let next = try redirect(of: end, after: job.hops) {
        job.address = next
        queues.add(job, host: next.host)
        return
      }
      outcome = .success(end.reply)
    } catch {
      outcome = .failure(error)
    }
    let host = job.address.host
    switch onResult(job.index, FetchResult(hops: job.hops, outcome: outcome)) {
    case .done: break
    case .ask(let request, let pause):
      let due = pause > .zero ? ContinuousClock.now + pause : nil
      queues.add(Job(job.index, request), host: request.address.host, notBefore: due)
    case .askHoldingHost(let request, let pause):
      queues.hold(host, until: ContinuousClock.now + pause)
      queues.add(Job(job.index, request), host: request.address.host, isFirst: true)
    }
  }

  /// Where a redirect leads; nil when the answer is none.
  private func redirect(
    of end: CurlSession.End, after hops: [FetchResult.Hop]
  ) throws(FetchFailure) -> WebAddress? {
    guard [301, 302, 303, 307, 308].contains(end.status), let location = end.location,
      let from = hops.last?.address
    else { return nil }
    guard let next = from.resolving(location) else { throw .redirectElsewhere }
    guard !hops.contains(where: { $0.address.asked == next.asked }) else { throw .redirectLoop }
    guard hops.count <= options.mostRedirects else {
      throw .tooManyRedirects(limit: options.mostRedirects)
    }
    return next
  }
}
