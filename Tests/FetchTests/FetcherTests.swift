import Fetch
import LinkServer
import Testing

@Suite(
  "Asking servers",
  .enabled(if: LinkServer.shared != nil, Comment(rawValue: LinkServer.missing)))
struct FetcherTests {
  private let space: LinkServer.Space
  private var options = FetchOptions(userAgent: "Turnbook/0 (+link check)")

  init() throws {
    space = try #require(LinkServer.shared).space()
    options.usesProxies = false
    // Long enough for a machine that has much to do.
    options.timeout = .seconds(30)
  }

  private func result(
    _ url: String, _ method: FetchRequest.Method = .get, limit: Int = 1 << 20
  ) throws -> FetchResult {
    let address = try #require(WebAddress(url))
    var results: [FetchResult] = []
    let isComplete = try Fetcher(options).run([
      FetchRequest(address, method: method, bodyLimit: limit)
    ]) { _, result in
      results.append(result)
      return .done
    }
    #expect(isComplete && results.count == 1)
    return try #require(results.first)
  }

  private func reply(_ url: String, _ method: FetchRequest.Method = .get, limit: Int = 1 << 20)
    throws -> FetchReply
  { try result(url, method, limit: limit).outcome.get() }

  private func failure(_ url: String) throws -> FetchFailure? {
    switch try result(url).outcome {
    case .success: nil
    case .failure(let failure): failure
    }
  }

  @Test("a page comes with its status, kind and body")
  func page() throws {
    let reply = try reply(space.url("page"))
    #expect(reply.status == 200)
    #expect(reply.mediaType == "text/html")
    #expect(reply.mediaParameters == "charset=utf-8")
    #expect(String(decoding: reply.body, as: UTF8.self).contains("<h1 id=setup>"))
    #expect(!reply.isCut)
  }

  @Test("only the head is asked for where that is enough")
  func head() throws {
    let reply = try reply(space.url("page"), .head)
    #expect(reply.status == 200 && reply.body.isEmpty)
    #expect(try space.log().requests == ["HEAD /page"])
  }

  @Test("an error status is an answer", arguments: [404, 410, 429, 500, 503])
  func statuses(status: Int) throws {
    #expect(try reply(space.url("status/\(status)")).status == status)
  }

  @Test("redirects are followed, each hop told", arguments: [301, 302, 303, 307, 308])
  func redirects(status: Int) throws {
    let result = try result(space.url("to/\(status)/to/302/page"))
    #expect(result.hops.map(\.status) == [status, 302, 200])
    #expect(
      result.hops.map(\.address.printed) == [
        space.url("to/\(status)/to/302/page"), space.url("to/302/page"), space.url("page"),
      ])
    #expect(try result.outcome.get().status == 200)
  }

  @Test("a place that is seen from the page is understood")
  func relative() throws {
    #expect(
      try result(space.url("location/302/..%2F..%2Fpage%23setup")).hops.last?.address.printed
        == space.url("page"))
    #expect(try reply(space.url("location/302/..%2F..%2Fwith%20space")).status == 200)
  }

  @Test("redirects in a circle, and too many, are told apart")
  func loops() throws {
    #expect(try failure(space.url("loop/a")) == .redirectLoop)
    #expect(try failure(space.url("endless/1")) == .tooManyRedirects(limit: 10))
    #expect(try result(space.url("cookie/a")).hops.first?.setsCookie == true)
    #expect(try space.log().requests.filter { $0.hasPrefix("GET /endless") }.count == 11)
  }

  @Test(
    "a redirect off the web is not followed",
    arguments: ["file:%2F%2F%2Fetc%2Fpasswd", "ftp:%2F%2Fh%2F", "mailto:a@b.c"])
  func elsewhere(target: String) throws {
    #expect(try failure(space.url("location/302/\(target)")) == .redirectElsewhere)
  }

  @Test("a server that refuses, and a name that nobody has, are told apart")
  func unreachable() throws {
    // Port 1 is kept for a service that nobody runs.
    #expect(try failure("http://127.0.0.1:1/") == .refused)
    #expect(try failure("http://nowhere.invalid/") == .unknownHost("nowhere.invalid"))
  }

  @Test("a server that says nothing is given up")
  func hang() throws {
    var impatient = self
    impatient.options.timeout = .milliseconds(300)
    #expect(try impatient.failure(space.url("hang")) == .timedOut)
  }

  @Test("an answer that breaks off, or is none, is a failure", arguments: ["half", "noise"])
  func broken(path: String) throws {
    guard case .broken = try failure(space.url(path)) else {
      Issue.record("\(String(describing: try failure(space.url(path))))")
      return
    }
  }

  @Test(
    "a certificate that nobody signed is not valid, until it is trusted",
    .enabled(if: LinkServer.shared?.securePort != nil, "SKIPPED: no openssl for a certificate"))
  func certificates() throws {
    guard case .certificate(let words)? = try failure(space.secureURL("page")) else {
      Issue.record("it was believed")
      return
    }
    #expect(!words.isEmpty)
    var trusting = self
    trusting.options.certificates = space.server.certificate
    #expect(try trusting.reply(space.secureURL("page")).status == 200)
    let target = space.secureURL("page").split(separator: "/").joined(separator: "%2F")
      .replacing("https:%2F", with: "https:%2F%2F")
    let moved = try trusting.result(space.url("location/301/\(target)"))
    #expect(moved.hops.map(\.address.scheme) == [.http, .https])
    guard case .handshake = try failure("https://127.0.0.1:\(space.server.port)/") else {
      Issue.record("a server without TLS is no server with a wrong certificate")
      return
    }
  }

  @Test("a body ends at its limit, however long it is", arguments: ["huge", "bomb"])
  func limit(path: String) throws {
    let reply = try reply(space.url(path), limit: 100_000)
    #expect(reply.status == 200 && reply.isCut)
    #expect(reply.body.count == 100_000)
    #expect(try self.reply(space.url(path), limit: 0).body.isEmpty)
  }

  @Test("a compressed body is unpacked")
  func compressed() throws {
    #expect(try reply(space.url("gzip")).body == reply(space.url("page")).body)
  }

  @Test("only the wanted kinds of body are kept")
  func kinds() throws {
    let address = try #require(WebAddress(space.url("text")))
    let request = FetchRequest(address, bodyLimit: 1000, mediaTypes: ["text/html"])
    _ = try Fetcher(options).run([request]) { _, result in
      #expect((try? result.outcome.get().body) == [])
      return .done
    }
  }

  @Test("the program says who it is, and sends no cookies")
  func agent() throws {
    let headers = String(decoding: try reply(space.url("agent")).body, as: UTF8.self)
    #expect(headers.contains("User-Agent: Turnbook/0 (+link check)"))
    #expect(!headers.lowercased().contains("cookie"))
  }

  @Test("a name and password in the address reach the server, but not the server it redirects to")
  func userinfo() throws {
    let agent = try reply(space.url("agent", userinfo: "me:secret@"))
    #expect(String(decoding: agent.body, as: UTF8.self).contains("Authorization: Basic"))
    let moved = try reply(space.url("to/302/agent", userinfo: "me:secret@"))
    #expect(!String(decoding: moved.body, as: UTF8.self).contains("Authorization"))
  }

  @Test("no host is asked more at a time than allowed")
  func perHost() throws {
    let requests = try (0..<12).map {
      FetchRequest(try #require(WebAddress(space.url("slow/\($0)"))))
    }
    var done: Set<Int> = []
    _ = try Fetcher(options).run(requests) { index, _ in
      done.insert(index)
      return .done
    }
    #expect(done.count == 12)
    let log = try space.log()
    #expect(log.requests.count == 12)
    #expect(log.most == 2)
  }

  @Test("a request may be followed by another, at once or after a while")
  func again() throws {
    let address = try #require(WebAddress(space.url("flaky/2")))
    var statuses: [Int] = []
    _ = try Fetcher(options).run([FetchRequest(address)]) { _, result in
      let status = (try? result.outcome.get().status) ?? 0
      statuses.append(status)
      if status == 200 { return .done }
      return .ask(FetchRequest(address), after: .milliseconds(statuses.count == 1 ? 0 : 20))
    }
    #expect(statuses == [500, 500, 200])
  }

  @Test("once cancelled nothing more is asked, and a hanging server does not matter")
  func cancelled() throws {
    let cancellation = Cancellation()
    let requests = try ["page", "hang", "slow/1", "slow/2"].map {
      FetchRequest(try #require(WebAddress(space.url($0))))
    }
    var told: [Int] = []
    let isComplete = try Fetcher(options).run(requests, until: cancellation) { index, _ in
      told.append(index)
      cancellation.cancel()
      return .done
    }
    #expect(!isComplete)
    #expect(told == [0])
  }
}
