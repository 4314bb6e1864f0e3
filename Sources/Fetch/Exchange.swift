/// Sends a body to one server and hands its answer on while it comes, on the thread that calls.
///
/// Nothing is followed: a body and the key beside it go to the address that was given, and nowhere
/// else. No cookies, no compression.
package struct Exchange: Sendable {
  package let options: ExchangeOptions

  package init(_ options: ExchangeOptions) { self.options = options }

  /// - Parameters:
  ///   - cancellation: Looked at ten times a second and after each piece.
  ///   - onPiece: Told the answer of any status but a redirect's, as it comes. False: that is
  ///     enough, and the connection is closed.
  /// - Returns: The head, when the body came whole or was enough.
  package func post(
    _ request: ExchangeRequest, until cancellation: Cancellation = Cancellation(),
    onPiece: (ExchangePiece) -> Bool
  ) throws(ExchangeFailure) -> ExchangeHead {
    if let header = request.headers.first(where: { !$0.isSound }) {
      throw ExchangeFailure(.unsoundHeader(name: header.name.filter(\.isASCII)))
    }
    let address = request.address
    guard address.scheme == .https || address.isLoopback || options.allowsPlainHTTP else {
      throw ExchangeFailure(.plainHTTP(host: address.host))
    }
    let multi: CurlMulti
    do throws(MissingLibrary) { multi = try CurlMulti() } catch {
      throw ExchangeFailure(.missingLibrary(error))
    }
    guard let transfer = CurlExchange(request, options), multi.add(transfer.handle) else {
      throw ExchangeFailure(.connection(.broken("libcurl is out of memory")))
    }
    defer { multi.remove(transfer.handle) }
    return try drive(transfer, multi, until: cancellation, onPiece: onPiece)
  }

  private func drive(
    _ transfer: CurlExchange, _ multi: CurlMulti, until cancellation: Cancellation,
    onPiece: (ExchangePiece) -> Bool
  ) throws(ExchangeFailure) -> ExchangeHead {
    let start = ContinuousClock.now
    var lastByte = start
    var sent = 0
    while true {
      if cancellation.isCancelled { throw ExchangeFailure(.cancelled, head: transfer.head) }
      multi.perform()
      let done = multi.nextDone()
      let pieces = transfer.takePieces()
      let now = ContinuousClock.now
      if !pieces.isEmpty || transfer.handle.sent != sent { lastByte = now }
      sent = transfer.handle.sent
      for piece in pieces {
        if case .head(let head) = piece, let elsewhere = redirect(head, request: transfer.address) {
          throw ExchangeFailure(elsewhere, head: head)
        }
        if !onPiece(piece), let head = transfer.head { return head }
        if cancellation.isCancelled { throw ExchangeFailure(.cancelled, head: transfer.head) }
      }
      if let done { return try transfer.end(done.result, options) }
      if let timeout = options.timeout, now - start >= timeout {
        throw ExchangeFailure(.timedOut(timeout), head: transfer.head)
      }
      if now - lastByte >= options.stallTimeout {
        throw ExchangeFailure(.stalled(options.stallTimeout), head: transfer.head)
      }
      // Short enough that a wish to stop is heeded at once.
      let patience = min(.milliseconds(100), lastByte + options.stallTimeout - now)
      if pieces.isEmpty { multi.poll(atMost: patience) }
    }
  }

  private func redirect(
    _ head: ExchangeHead, request address: WebAddress
  ) -> ExchangeFailure.Cause? {
    guard (300..<400).contains(head.status) else { return nil }
    let place = head.headers["location"].flatMap { address.resolving($0) }
    let shown = place?.printed.prefix { $0 != "?" }
    return .redirected(status: head.status, to: shown.map { String($0) } ?? "nowhere")
  }
}

extension WebAddress {
  /// Whether it leads to this machine by a name that cannot mean another.
  package var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
