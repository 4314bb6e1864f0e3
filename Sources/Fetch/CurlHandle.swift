import CurlShim

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What takes an answer from libcurl as it comes.
protocol CurlReceiver: AnyObject {
  /// One line of a head with its line break; false ends the transfer.
  func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool
  /// A piece of the body; false ends the transfer.
  func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool
}

/// One transfer of libcurl, not yet begun, on its way or done. For one thread.
final class CurlHandle {
  fileprivate let easy: UnsafeMutableRawPointer
  private let host: String
  private let errors: UnsafeMutablePointer<CChar>
  private var headers: UnsafeMutableRawPointer?
  /// Whoever owns the handle.
  weak var receiver: (any CurlReceiver)?

  /// - Parameter ticket: A number above 0 that no other running transfer has.
  init?(asking address: WebAddress, ticket: Int) {
    guard let easy = turnbook_curl_easy_init() else { return nil }
    self.easy = easy
    host = address.host
    errors = .allocate(capacity: Int(TURNBOOK_CURL_ERROR_SIZE))
    errors.initialize(repeating: 0, count: Int(TURNBOOK_CURL_ERROR_SIZE))
    set(TURNBOOK_CURLOPT_URL, address.asked)
    set(TURNBOOK_CURLOPT_FOLLOWLOCATION, 0)
    set(TURNBOOK_CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(TURNBOOK_CURLOPT_QUICK_EXIT, 1)
    let context = Unmanaged.passUnretained(self).toOpaque()
    set(TURNBOOK_CURLOPT_WRITEDATA, context)
    set(TURNBOOK_CURLOPT_HEADERDATA, context)
    set(TURNBOOK_CURLOPT_ERRORBUFFER, errors)
    set(TURNBOOK_CURLOPT_PRIVATE, UnsafeMutableRawPointer(bitPattern: ticket))
    _ = turnbook_curl_easy_set_sink(easy, CInt(TURNBOOK_CURLOPT_WRITEFUNCTION)) {
      CurlHandle.pass($0, $1 * $2, $3) { $0.takeBody($1) }
    }
    _ = turnbook_curl_easy_set_sink(easy, CInt(TURNBOOK_CURLOPT_HEADERFUNCTION)) {
      CurlHandle.pass($0, $1 * $2, $3) { $0.takeHeader($1) }
    }
  }

  deinit {
    turnbook_curl_easy_cleanup(easy)
    if let headers { turnbook_curl_list_free(headers) }
    errors.deallocate()
  }

  private func set(_ option: Int, _ value: Int) {
    _ = turnbook_curl_easy_set_long(easy, CInt(option), value)
  }

  private func set(_ option: Int, _ duration: Duration) {
    // Zero would mean no limit.
    set(option, max(1, duration.milliseconds))
  }

  private func set(_ option: Int, _ text: String) {
    _ = turnbook_curl_easy_set_text(easy, CInt(option), text)
  }

  private func set(_ option: Int, _ pointer: UnsafeMutableRawPointer?) {
    _ = turnbook_curl_easy_set_pointer(easy, CInt(option), pointer)
  }

  /// Hands bytes from libcurl to whom they belong. What is not taken ends the transfer.
  private static func pass(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (any CurlReceiver, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let context, let bytes,
      let receiver = Unmanaged<CurlHandle>.fromOpaque(context).takeUnretainedValue().receiver
    else { return 0 }
    // One less than all means an error too, and is right for an empty piece.
    return take(receiver, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : count - 1
  }
}

// How it asks.
extension CurlHandle {
  func setUserAgent(_ name: String) { set(TURNBOOK_CURLOPT_USERAGENT, name) }

  func setSchemes(_ schemes: Set<WebAddress.Scheme>) {
    set(
      TURNBOOK_CURLOPT_PROTOCOLS,
      (schemes.contains(.http) ? TURNBOOK_CURLPROTO_HTTP : 0)
        | (schemes.contains(.https) ? TURNBOOK_CURLPROTO_HTTPS : 0))
  }

  func setConnectTimeout(_ duration: Duration) { set(TURNBOOK_CURLOPT_CONNECTTIMEOUT_MS, duration) }

  /// For the transfer whole.
  func setTimeout(_ duration: Duration) { set(TURNBOOK_CURLOPT_TIMEOUT_MS, duration) }

  /// - Parameter path: Of a file of certificates to trust in place of the system's.
  func setCertificates(_ path: String) { set(TURNBOOK_CURLOPT_CAINFO, path) }

  func setNoProxy() { set(TURNBOOK_CURLOPT_PROXY, "") }

  func setHeadOnly() { set(TURNBOOK_CURLOPT_NOBODY, 1) }

  /// Every compression that libcurl knows.
  func setCompression() { set(TURNBOOK_CURLOPT_ACCEPT_ENCODING, "") }

  func setPost(_ body: [UInt8]) {
    set(TURNBOOK_CURLOPT_POST, 1)
    set(TURNBOOK_CURLOPT_POSTFIELDSIZE, body.count)
    // Without any address libcurl would read a body from the standard input.
    guard !body.isEmpty else { return set(TURNBOOK_CURLOPT_COPYPOSTFIELDS, "") }
    var body = body
    body.withUnsafeMutableBytes { set(TURNBOOK_CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
  }

  /// - Parameter lines: `name: value` without line breaks; `name:` leaves out what libcurl would say.
  /// - Returns: false when memory is short.
  func setHeaders(_ lines: [String]) -> Bool {
    for line in lines {
      guard let longer = turnbook_curl_list_append(headers, line) else { return false }
      headers = longer
    }
    set(TURNBOOK_CURLOPT_HTTPHEADER, headers)
    return true
  }
}

// What came of it.
extension CurlHandle {
  /// 0 before there is one.
  var status: Int { turnbook_curl_easy_get_long(easy, CInt(TURNBOOK_CURLINFO_RESPONSE_CODE)) }

  /// As the server says it.
  var contentType: String? {
    turnbook_curl_easy_get_text(easy, CInt(TURNBOOK_CURLINFO_CONTENT_TYPE))
      .map { String(cString: $0) }
  }

  /// In seconds; nil where the server does not say.
  var retryAfter: Int? {
    let wait = turnbook_curl_easy_get_offset(easy, CInt(TURNBOOK_CURLINFO_RETRY_AFTER))
    return wait > 0 ? Int(wait) : nil
  }

  /// Bytes of the body that were sent.
  var sent: Int {
    Int(turnbook_curl_easy_get_offset(easy, CInt(TURNBOOK_CURLINFO_SIZE_UPLOAD)))
  }

  /// nil where the transfer came to its end.
  func failure(_ result: CInt) -> FetchFailure? {
    switch Int(result) {
    case TURNBOOK_CURL_OK: return nil
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

/// Drives transfers side by side and keeps their connections for the next. For one thread.
final class CurlMulti {
  private let multi: UnsafeMutableRawPointer

  init() throws(MissingLibrary) {
    if let reason = turnbook_curl_load() {
      throw MissingLibrary(message: String(cString: reason))
    }
    guard let multi = turnbook_curl_multi_init() else {
      throw MissingLibrary(message: "the library libcurl does not start")
    }
    self.multi = multi
  }

  /// Every handle was removed before.
  deinit { turnbook_curl_multi_cleanup(multi) }

  /// - Returns: false when memory is short.
  func add(_ handle: CurlHandle) -> Bool { turnbook_curl_multi_add(multi, handle.easy) == 0 }

  func remove(_ handle: CurlHandle) { _ = turnbook_curl_multi_remove(multi, handle.easy) }

  /// Does what can be done without waiting.
  func perform() {
    var running: CInt = 0
    _ = turnbook_curl_multi_perform(multi, &running)
  }

  /// Waits until something can be done, or the time is over.
  func poll(atMost patience: Duration) {
    _ = turnbook_curl_multi_poll(multi, CInt(clamping: max(1, patience.milliseconds)))
  }

  /// The next transfer that is done: its ticket, and what libcurl says of its end.
  func nextDone() -> (ticket: Int, result: CInt)? {
    var result: CInt = 0
    guard let easy = turnbook_curl_multi_next_done(multi, &result) else { return nil }
    let pointer = turnbook_curl_easy_get_pointer(easy, CInt(TURNBOOK_CURLINFO_PRIVATE))
    return (Int(bitPattern: pointer), result)
  }
}

extension Duration {
  var milliseconds: Int {
    let (seconds, parts) = components
    return Int(seconds * 1000 + parts / 1_000_000_000_000_000)
  }
}
