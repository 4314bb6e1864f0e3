/// Transfers that run side by side over libcurl, with its connections kept for reuse. For one
/// thread.
final class CurlSession {
  /// How a transfer ended.
  struct End {
    var ticket: Int
    /// 0 where there was no answer.
    var status: Int
    var location: String?
    var setsCookie: Bool
    var reply: FetchReply
    /// nil where the head of the answer arrived whole.
    var failure: FetchFailure?
  }

  private let options: FetchOptions
  private let multi: CurlMulti
  private var transfers: [Int: CurlTransfer] = [:]
  /// Transfers that did not even start.
  private var stillborn: [End] = []

  init(_ options: FetchOptions) throws(MissingLibrary) {
    multi = try CurlMulti()
    self.options = options
  }

  deinit {
    for transfer in transfers.values { multi.remove(transfer.handle) }
  }

  /// - Parameter ticket: A number above 0 that no running transfer has.
  func start(_ request: FetchRequest, at address: WebAddress, ticket: Int) {
    guard let transfer = CurlTransfer(request, at: address, ticket: ticket, options),
      multi.add(transfer.handle)
    else {
      return refuse(.broken("libcurl is out of memory"), ticket: ticket)
    }
    transfers[ticket] = transfer
  }

  /// A transfer that ends before it starts.
  func refuse(_ failure: FetchFailure, ticket: Int) {
    stillborn.append(
      End(
        ticket: ticket, status: 0, location: nil, setsCookie: false, reply: .none,
        failure: failure))
  }

  /// Drives the transfers until one ends or the time is over.
  func wait(atMost patience: Duration) -> [End] {
    if !stillborn.isEmpty {
      defer { stillborn.removeAll() }
      return stillborn
    }
    multi.perform()
    var ends = collect()
    if ends.isEmpty {
      multi.poll(atMost: patience)
      multi.perform()
      ends = collect()
    }
    return ends
  }

  private func collect() -> [End] {
    var ends: [End] = []
    while let (ticket, result) = multi.nextDone() {
      guard let transfer = transfers.removeValue(forKey: ticket) else { continue }
      multi.remove(transfer.handle)
      ends.append(transfer.end(result))
    }
    return ends
  }
}

extension FetchReply {
  fileprivate static var none: FetchReply {
    FetchReply(status: 0, mediaType: "", mediaParameters: "", body: [], isCut: false)
  }
}

/// One request on its way, and what has come of it so far.
private final class CurlTransfer: CurlReceiver {
  let handle: CurlHandle
  private let ticket: Int
  private let request: FetchRequest
  private var location: String?
  private var setsCookie = false
  private var hasHead = false
  private var keepsBody: Bool?
  private var body: [UInt8] = []
  private var dropped = 0
  private var isCut = false

  /// So much of a body that nobody wants is read, because a new connection costs more.
  private static let cheapRest = 16 * 1024

  init?(_ request: FetchRequest, at address: WebAddress, ticket: Int, _ options: FetchOptions) {
    guard let handle = CurlHandle(asking: address, ticket: ticket) else { return nil }
    self.handle = handle
    self.ticket = ticket
    self.request = request
    handle.setUserAgent(options.userAgent)
    handle.setSchemes([.http, .https])
    handle.setConnectTimeout(options.connectTimeout)
    handle.setTimeout(options.timeout)
    if let path = options.certificates { handle.setCertificates(path) }
    if !options.usesProxies { handle.setNoProxy() }
    if request.method == .head { handle.setHeadOnly() }
    if request.bodyLimit > 0 { handle.setCompression() }
    handle.receiver = self
  }

  func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
    if line.starts(with: "HTTP/".utf8) {
      // An interim answer may have come before.
      location = nil
      setsCookie = false
      hasHead = false
    } else if let value = Self.value(of: "location", in: line) {
      location = location ?? value
    } else if Self.value(of: "set-cookie", in: line) != nil {
      setsCookie = true
    } else if line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
      hasHead = handle.status >= 200
    }
    return true
  }

  /// The value of a header of that name, which is in lower case; nil for any other line.
  private static func value(of name: String, in line: UnsafeRawBufferPointer) -> String? {
    guard line.count > name.utf8.count, line[name.utf8.count] == UInt8(ascii: ":"),
      zip(line, name.utf8).allSatisfy({ $0 | 0x20 == $1 })
    else { return nil }
    var value = UnsafeRawBufferPointer(rebasing: line[(name.utf8.count + 1)...])
    while let last = value.last, last <= 0x20 { value = .init(rebasing: value.dropLast()) }
    while let first = value.first, first <= 0x20 { value = .init(rebasing: value.dropFirst()) }
    return String(decoding: value, as: UTF8.self)
  }

  func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let isKept: Bool
    if let keepsBody {
      isKept = keepsBody
    } else {
      isKept =
        request.bodyLimit > 0
        && (request.mediaTypes.isEmpty || request.mediaTypes.contains(mediaType.kind))
      keepsBody = isKept
    }
    if isKept {
      body.append(contentsOf: bytes.prefix(request.bodyLimit - body.count))
      isCut = body.count == request.bodyLimit
    } else {
      dropped += bytes.count
      isCut = dropped > Self.cheapRest
    }
    return !isCut
  }

  private var mediaType: (kind: String, parameters: String) {
    guard let text = handle.contentType else { return ("", "") }
    let parts = text.lowercased()
      .split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    return (
      String(parts[0].filter { !$0.isWhitespace }),
      parts.count > 1 ? String(parts[1].filter { !$0.isWhitespace }) : ""
    )
  }

  func end(_ result: CInt) -> CurlSession.End {
    let status = handle.status
    let (kind, parameters) = mediaType
    let failure = handle.failure(result)
    return CurlSession.End(
      ticket: ticket, status: hasHead ? status : 0, location: location, setsCookie: setsCookie,
      reply: FetchReply(
        status: status, mediaType: kind, mediaParameters: parameters, body: body,
        isCut: failure != nil || isCut, retryAfter: handle.retryAfter),
      failure: hasHead ? nil : failure ?? .broken("its head is not whole"))
  }
}
