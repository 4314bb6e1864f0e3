/// The transfer of one exchange, and what of its answer was not yet handed on.
final class CurlExchange: CurlReceiver {
  let handle: CurlHandle
  let address: WebAddress
  private(set) var head: ExchangeHead?
  private let bodyLimit: Int
  private var fields = HeaderFields()
  private var isHeadTold = false
  private var arrived: [UInt8] = []
  private var total = 0
  private var isTooLong = false

  init?(_ request: ExchangeRequest, _ options: ExchangeOptions) {
    guard let handle = CurlHandle(asking: request.address, ticket: 1) else { return nil }
    self.handle = handle
    address = request.address
    bodyLimit = options.bodyLimit
    handle.setUserAgent(options.userAgent)
    handle.setSchemes([request.address.scheme])
    handle.setConnectTimeout(options.connectTimeout)
    if let path = options.certificates { handle.setCertificates(path) }
    if !options.usesProxies || request.address.isLoopback { handle.setNoProxy() }
    handle.setPost(request.body)
    // Otherwise libcurl asks with a long body whether it may send it, and waits for a second.
    guard handle.setHeaders(request.headers.map(\.line) + ["Expect:"]) else { return nil }
    handle.receiver = self
  }

  func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
    // What follows a body is no part of the head.
    if head != nil { return true }
    if line.starts(with: "HTTP/".utf8) {
      // An interim answer may have come before.
      fields = HeaderFields()
    } else if line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
      if handle.status >= 200 { head = ExchangeHead(status: handle.status, headers: fields) }
    } else {
      fields.add(line: line)
    }
    return true
  }

  func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    total += bytes.count
    isTooLong = total > bodyLimit
    if !isTooLong { arrived.append(contentsOf: bytes) }
    return !isTooLong
  }

  /// What came since the last time.
  func takePieces() -> [ExchangePiece] {
    var pieces: [ExchangePiece] = []
    if let head, !isHeadTold {
      isHeadTold = true
      pieces.append(.head(head))
    }
    if !arrived.isEmpty {
      pieces.append(.bytes(arrived))
      arrived = []
    }
    return pieces
  }

  func end(_ result: CInt, _ options: ExchangeOptions) throws(ExchangeFailure) -> ExchangeHead {
    let failure = handle.failure(result)
    if isTooLong { throw ExchangeFailure(.tooLong(limit: bodyLimit), head: head) }
    if failure == .timedOut {
      throw ExchangeFailure(.connectTimedOut(options.connectTimeout), head: head)
    }
    if let failure { throw ExchangeFailure(.connection(failure), head: head) }
    guard let head else {
      throw ExchangeFailure(.connection(.broken("its head is not whole")))
    }
    return head
  }
}
