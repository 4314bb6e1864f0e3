import Fetch
import LinkServer
import ProviderServer
import Testing

@Suite("Sending a body and hearing the answer")
struct ExchangeTests {
  private var options = ExchangeOptions(userAgent: "Turnbook/0")

  init() { options.usesProxies = false }

  private struct Heard {
    var head: ExchangeHead?
    var failure: ExchangeFailure?
    var pieces: [[UInt8]] = []
    var text: String { String(decoding: pieces.joined(), as: UTF8.self) }
  }

  private func post(
    _ url: String, _ headers: [ExchangeRequest.Header] = [], body: String = "{}",
    until cancellation: Cancellation = Cancellation(),
    while isWanted: (String) -> Bool = { _ in true }
  ) throws -> Heard {
    var heard = Heard()
    let request = ExchangeRequest(
      try #require(WebAddress(url)), headers: headers, body: Array(body.utf8))
    do throws(ExchangeFailure) {
      heard.head = try Exchange(options).post(request, until: cancellation) { piece in
        guard case .bytes(let bytes) = piece else { return true }
        heard.pieces.append(bytes)
        return isWanted(heard.text)
      }
    } catch {
      heard.failure = error
    }
    return heard
  }

  @Test("body and headers arrive as they were given, and nothing is asked before")
  func arrives() throws {
    let server = try ProviderServer(ServerAnswer(status: 200, "fine"))
    let body = String(repeating: "ü0\u{0}\r\n", count: 300_000)
    let heard = try post(
      server.url + "/a/b?c=d",
      [
        ExchangeRequest.Header("content-type", "application/json"),
        ExchangeRequest.Header("x-key", secret: "s 1"), ExchangeRequest.Header("x-empty", ""),
      ], body: body)
    #expect(heard.text == "fine" && heard.head?.status == 200)
    let request = try #require(server.requests.first)
    #expect(request.method == "POST" && request.path == "/a/b?c=d")
    #expect(request.body.elementsEqual(body.utf8))
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.headers["x-key"] == "s 1" && request.headers["x-empty"] == "")
    #expect(request.headers["user-agent"] == "Turnbook/0")
    #expect(request.headers["expect"] == nil && request.headers["cookie"] == nil)
  }

  @Test("a body without a byte is sent too")
  func empty() throws {
    let server = try ProviderServer(ServerAnswer(status: 204, ""))
    #expect(try post(server.url, body: "").head?.status == 204)
    #expect(server.requests.first?.headers["content-length"] == "0")
  }

  @Test("an answer of any status is told, with its headers", arguments: [200, 400, 429, 503])
  func statuses(status: Int) throws {
    let server = try ProviderServer(
      ServerAnswer(
        status: status, "why",
        headers: [("Retry-After", "7"), ("retry-after-ms", "7000"), ("X-Should-Retry", " true ")]))
    let heard = try post(server.url)
    #expect(heard.head?.status == status && heard.text == "why")
    #expect(heard.head?.headers["retry-after"] == "7")
    #expect(heard.head?.headers["retry-after-ms"] == "7000")
    #expect(heard.head?.headers["x-should-retry"] == "true")
    #expect(heard.head?.mediaType == "application/json")
  }

  @Test("what comes is handed on at once, and enough is enough")
  func pieces() throws {
    let server = try ProviderServer(
      ServerAnswer(pieces: [.bytes([0x61]), .pause(0.05), .bytes([0x62]), .stall]))
    let heard = try post(server.url, while: { $0 != "ab" })
    server.stop()
    #expect(heard.text == "ab" && heard.head?.status == 200 && heard.failure == nil)
  }

  @Test("a server that falls silent is given up, before its answer and within it")
  func stall() throws {
    var impatient = self
    impatient.options.stallTimeout = .milliseconds(300)
    for pieces in [[], [ServerAnswer.Piece.bytes([0x61])]] {
      let server = try ProviderServer(ServerAnswer(pieces: pieces + [.stall]))
      let heard = try impatient.post(server.url)
      server.stop()
      #expect(heard.failure?.cause == .stalled(.milliseconds(300)))
      #expect(heard.text == (pieces.isEmpty ? "" : "a"))
    }
  }

  @Test("an answer that never ends is given up after its time, though it never stalls")
  func timeout() throws {
    var impatient = self
    impatient.options.timeout = .milliseconds(400)
    let drips = Array(repeating: [ServerAnswer.Piece.bytes([0x61]), .pause(0.02)], count: 3000)
    let server = try ProviderServer(ServerAnswer(pieces: drips.flatMap { $0 }))
    let heard = try impatient.post(server.url)
    server.stop()
    #expect(heard.failure?.cause == .timedOut(.milliseconds(400)))
    #expect(heard.failure?.head?.status == 200 && !heard.pieces.isEmpty)
  }

  @Test("a wish to stop is heeded while nothing comes, and what came was told")
  func cancelled() throws {
    let server = try ProviderServer(ServerAnswer(pieces: [.bytes([0x61]), .stall]))
    let cancellation = Cancellation()
    let heard = try post(
      server.url, until: cancellation,
      while: { _ in
        cancellation.cancel()
        return true
      })
    server.stop()
    #expect(heard.failure?.cause == .cancelled && heard.text == "a")
    #expect(try post(server.url, until: cancellation).failure?.cause == .cancelled)
  }

  @Test("a redirect is told, never followed", arguments: [300, 301, 302, 303, 304, 307, 308])
  func redirects(status: Int) throws {
    let other = try ProviderServer(ServerAnswer(status: 200, "stolen"))
    let server = try ProviderServer(
      ServerAnswer(status: status, "", headers: [("location", other.url + "/x?key=1")]))
    let heard = try post(server.url, [ExchangeRequest.Header("x-key", secret: "s")])
    #expect(heard.failure?.cause == .redirected(status: status, to: other.url + "/x"))
    #expect(other.requests.isEmpty)
  }

  @Test("plain http is for this machine alone, unless it is allowed")
  func plain() throws {
    let heard = try post("http://nowhere.invalid/")
    #expect(heard.failure?.cause == .plainHTTP(host: "nowhere.invalid"))
    var open = self
    open.options.allowsPlainHTTP = true
    #expect(
      try open.post("http://nowhere.invalid/").failure?.cause
        == .connection(.unknownHost("nowhere.invalid")))
    let names = [
      ("localhost", true), ("127.0.0.1", true), ("127.255.0.9", true), ("[::1]", true),
      ("127.0.0.1.example", false), ("127.1", false), ("localhost.example", false),
      ("10.0.0.1", false), ("0.0.0.0", false),
    ]
    for (host, isHere) in names {
      #expect(WebAddress("http://\(host)/")?.isLoopback == isHere, "\(host)")
    }
  }

  @Test(
    "a header that would begin another one is refused, and its value told to nobody",
    arguments: ["a\r\nx-other: 1", "a\nb", "a\u{0}b", "a\u{7F}"])
  func injection(value: String) throws {
    let server = try ProviderServer(ServerAnswer(status: 200, ""))
    let heard = try post(server.url, [ExchangeRequest.Header("x-key", secret: value)])
    #expect(heard.failure?.cause == .unsoundHeader(name: "x-key"))
    #expect(server.requests.isEmpty)
  }

  @Test("an answer ends at its limit")
  func limit() throws {
    var frugal = self
    frugal.options.bodyLimit = 1000
    for (count, isWhole) in [(1000, true), (1001, false)] {
      let server = try ProviderServer(
        ServerAnswer(status: 200, String(repeating: "a", count: count)))
      let heard = try frugal.post(server.url)
      #expect((heard.failure == nil) == isWhole)
      if !isWhole { #expect(heard.failure?.cause == .tooLong(limit: 1000)) }
    }
  }

  @Test("an answer that is cut is a failure that knows its head")
  func cut() throws {
    let server = try ProviderServer(ServerAnswer(pieces: [.bytes([0x61]), .cut]))
    let heard = try post(server.url)
    guard case .connection(.broken) = heard.failure?.cause else {
      Issue.record("\(String(describing: heard.failure))")
      return
    }
    #expect(heard.failure?.head?.status == 200 && heard.text == "a")
    let silent = try ProviderServer(ServerAnswer.nothing)
    #expect(try post(silent.url).failure?.head == nil)
    #expect(try post("http://127.0.0.1:1/").failure?.cause == .connection(.refused))
  }

  @Test(
    "a body goes only to a server that proves who it is",
    .enabled(if: LinkServer.shared?.securePort != nil, "SKIPPED: no openssl for a certificate"))
  func certificate() throws {
    let space = try #require(LinkServer.shared).space()
    guard case .connection(.certificate) = try post(space.secureURL("page")).failure?.cause else {
      Issue.record("it was believed")
      return
    }
    var trusting = self
    trusting.options.certificates = space.server.certificate
    // That server knows no POST.
    #expect(try trusting.post(space.secureURL("page")).head?.status == 501)
  }

  @Test("what is secret shows in no description")
  func secret() {
    let header = ExchangeRequest.Header("x-key", secret: "hush")
    var dumped = ""
    dump(header, to: &dumped)
    #expect(!"\(header) \(String(reflecting: header)) \(dumped)".contains("hush"))
  }
}
