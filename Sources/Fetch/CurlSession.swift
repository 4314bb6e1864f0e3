import CurlShim

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
  private let multi: UnsafeMutableRawPointer
  private var transfers: [Int: CurlTransfer] = [:]
  /// Transfers that did not even start.
  private var stillborn: [End] = []

  init(_ options: FetchOptions) throws(MissingLibrary) {
    if let reason = turnbook_curl_load() {
      throw MissingLibrary(message: String(cString: reason))
    }
    guard let multi = turnbook_curl_multi_init() else {
      throw MissingLibrary(message: "the library libcurl does not start")
    }
    self.options = options
    self.multi = multi
  }

  deinit {
    for transfer in transfers.values { _ = turnbook_curl_multi_remove(multi, transfer.easy) }
    transfers.removeAll()
    turnbook_curl_multi_cleanup(multi)
  }

  /// - Parameter ticket: A number above 0 that no running transfer has.
  func start(_ request: FetchRequest, at address: WebAddress, ticket: Int) {
    guard let transfer = CurlTransfer(request, at: address, ticket: ticket, options),
      turnbook_curl_multi_add(multi, transfer.easy) == 0
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
    var running: CInt = 0
    _ = turnbook_curl_multi_perform(multi, &running)
    var ends = collect()
    if ends.isEmpty {
      let (seconds, parts) = patience.components
      let milliseconds = seconds * 1000 + parts / 1_000_000_000_000_000
      _ = turnbook_curl_multi_poll(multi, CInt(clamping: max(1, milliseconds)))
      _ = turnbook_curl_multi_perform(multi, &running)
      ends = collect()
    }
    return ends
  }

  private func collect() -> [End] {
    var ends: [End] = []
    var result: CInt = 0
    while let easy = turnbook_curl_multi_next_done(multi, &result) {
      let ticket = Int(
        bitPattern: turnbook_curl_easy_get_pointer(easy, CInt(TURNBOOK_CURLINFO_PRIVATE)))
      guard let transfer = transfers.removeValue(forKey: ticket) else { continue }
      // Before the last use of the transfer, which takes the handle with it.
      _ = turnbook_curl_multi_remove(multi, easy)
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
private final class CurlTransfer {
  let easy: UnsafeMutableRawPointer
  private let ticket: Int
  private let request: FetchRequest
  private let host: String
  private let errors: UnsafeMutablePointer<CChar>
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
    guard let easy = turnbook_curl_easy_init() else { return nil }
    self.easy = easy
    self.ticket = ticket
    self.request = request
    host = address.host
    errors = .allocate(capacity: Int(TURNBOOK_CURL_ERROR_SIZE))
    errors.initialize(repeating: 0, count: Int(TURNBOOK_CURL_ERROR_SIZE))
    set(TURNBOOK_CURLOPT_URL, address.asked)
    set(TURNBOOK_CURLOPT_USERAGENT, options.userAgent)
    set(TURNBOOK_CURLOPT_PROTOCOLS, TURNBOOK_CURLPROTO_HTTP | TURNBOOK_CURLPROTO_HTTPS)
    set(TURNBOOK_CURLOPT_FOLLOWLOCATION, 0)
    set(TURNBOOK_CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(TURNBOOK_CURLOPT_QUICK_EXIT, 1)
    set(TURNBOOK_CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout)
    set(TURNBOOK_CURLOPT_TIMEOUT_MS, options.timeout)
    if let path = options.certificates { set(TURNBOOK_CURLOPT_CAINFO, path) }
    if !options.usesProxies { set(TURNBOOK_CURLOPT_PROXY, "") }
    if request.method == .head { set(TURNBOOK_CURLOPT_NOBODY, 1) }
    // Every compression that libcurl knows.
    if request.bodyLimit > 0 { set(TURNBOOK_CURLOPT_ACCEPT_ENCODING, "") }
    let context = Unmanaged.passUnretained(self).toOpaque()
    set(TURNBOOK_CURLOPT_WRITEDATA, context)
    set(TURNBOOK_CURLOPT_HEADERDATA, context)
    set(TURNBOOK_CURLOPT_ERRORBUFFER, errors)
    set(TURNBOOK_CURLOPT_PRIVATE, UnsafeMutableRawPointer(bitPattern: ticket))
    _ = turnbook_curl_easy_set_sink(easy, CInt(TURNBOOK_CURLOPT_WRITEFUNCTION)) {
      CurlTransfer.pass($0, $1 * $2, $3) { $0.takeBody($1) }
    }
    _ = turnbook_curl_easy_set_sink(easy, CInt(TURNBOOK_CURLOPT_HEADERFUNCTION)) {
      CurlTransfer.pass($0, $1 * $2, $3) { $0.takeHeader($1) }
    }
  }

  deinit {
    turnbook_curl_easy_cleanup(easy)
    errors.deallocate()
  }

  private func set(_ option: Int, _ value: Int) {
    _ = turnbook_curl_easy_set_long(easy, CInt(option), value)
  }

  private func set(_ option: Int, _ duration: Duration) {
    let (seconds, parts) = duration.components
    // Zero would mean no limit.
    set(option, max(1, Int(seconds * 1000 + parts / 1_000_000_000_000_000)))
  }

  private func set(_ option: Int, _ text: String) {
    _ = turnbook_curl_easy_set_text(easy, CInt(option), text)
  }

  private func set(_ option: Int, _ pointer: UnsafeMutableRawPointer?) {
    _ = turnbook_curl_easy_set_pointer(easy, CInt(option), pointer)
  }

  /// Hands bytes from libcurl to the transfer they belong to. What is not taken ends it.
  private static func pass(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (CurlTransfer, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let context, let bytes else { return 0 }
    let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    // One less than all means an error too, and is right for an empty piece.
    return take(transfer, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : count - 1
  }

  /// One line of the head.
  private func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
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
      hasHead = turnbook_curl_easy_get_long(easy, CInt(TURNBOOK_CURLINFO_RESPONSE_CODE)) >= 200
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

  private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
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
    guard let text = turnbook_curl_easy_get_text(easy, CInt(TURNBOOK_CURLINFO_CONTENT_TYPE)) else {
      return ("", "")
    }
    let parts = String(cString: text).lowercased()
      .split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    return (
      String(parts[0].filter { !$0.isWhitespace }),
      parts.count > 1 ? String(parts[1].filter { !$0.isWhitespace }) : ""
    )
  }

  func end(_ result: CInt) -> CurlSession.End {
    let status = turnbook_curl_easy_get_long(easy, CInt(TURNBOOK_CURLINFO_RESPONSE_CODE))
    let wait = turnbook_curl_easy_get_offset(easy, CInt(TURNBOOK_CURLINFO_RETRY_AFTER))
    let (kind, parameters) = mediaType
    let isWhole = result == TURNBOOK_CURL_OK
    return CurlSession.End(
      ticket: ticket, status: hasHead ? status : 0, location: location, setsCookie: setsCookie,
      reply: FetchReply(
        status: status, mediaType: kind, mediaParameters: parameters, body: body,
        isCut: !isWhole || isCut, retryAfter: wait > 0 ? Int(wait) : nil),
      failure: hasHead ? nil : isWhole ? .broken("its head is not whole") : failure(result))
  }

  private func failure(_ result: CInt) -> FetchFailure {
    switch Int(result) {
    case TURNBOOK_CURL_COULDNT_RESOLVE_HOST: return .unknownHost(host)
    case TURNBOOK_CURL_COULDNT_RESOLVE_PROXY, TURNBOOK_CURL_PROXY: return .proxy(words(result))
    case TURNBOOK_CURL_COULDNT_CONNECT:
      let cause = turnbook_curl_easy_get_long(easy, CInt(TURNBOOK_CURLINFO_OS_ERRNO))
      return cause == Int(ECONNREFUSED) ? .refused : .unreachable(words(result))
    case TURNBOOK_CURL_URL_MALFORMAT: return .unreachable(words(result))
    case TURNBOOK_CURL_OPERATION_TIMEDOUT: return .timedOut
    case TURNBOOK_CURL_PEER_FAILED_VERIFICATION, TURNBOOK_CURL_SSL_ISSUER_ERROR,
      TURNBOOK_CURL_SSL_INVALIDCERTSTATUS:
      return .certificate(words(result))
    case TURNBOOK_CURL_SSL_CONNECT_ERROR, TURNBOOK_CURL_SSL_CERTPROBLEM, TURNBOOK_CURL_SSL_CIPHER,
      TURNBOOK_CURL_SSL_CACERT_BADFILE:
      return .handshake(words(result))
    default: return .broken(words(result))
    }
  }

  /// What libcurl says of this failure, without what it always says first.
  private func words(_ result: CInt) -> String {
    var words = String(cString: errors)
    if words.isEmpty { words = String(cString: turnbook_curl_easy_strerror(result)) }
    for prefix in ["SSL certificate problem: ", "SSL: "] where words.hasPrefix(prefix) {
      words.removeFirst(prefix.count)
    }
    return words
  }
}
