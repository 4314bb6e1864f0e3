import Diagnostics
import Fetch
import LinkServer
import Testing

@testable import ExternalLinks

@Suite(
  "Findings about the web",
  .enabled(if: LinkServer.shared != nil, Comment(rawValue: LinkServer.missing)))
struct ExternalCheckTests {
  let space: LinkServer.Space
  var options = ExternalOptions(version: "0")
  let now = 1_800_000_000

  init() throws {
    space = try #require(LinkServer.shared).space()
    options.fetch.usesProxies = false
    options.fetch.timeout = .seconds(30)
    options.pause = .milliseconds(10)
  }

  func links(_ urls: [String]) -> [ExternalLink] {
    urls.enumerated().map { index, url in
      ExternalLink(url: url, path: "page.md", range: ByteRange(index * 100, index * 100 + 10))
    }
  }

  func run(_ urls: [String]) throws -> ExternalCheck.Result {
    var cache = AnswerCache()
    return try ExternalCheck(options).run(links(urls), cache: &cache, now: now)
  }

  func findings(_ urls: String...) throws -> [Diagnostic] { try run(urls).diagnostics }

  @Test("a page that is there is no finding; its head is enough")
  func good() throws {
    #expect(try findings(space.url("page")).isEmpty)
    #expect(try space.log().requests == ["HEAD /page"])
  }

  @Test("a page that is gone is an error that names address and status", arguments: [404, 410])
  func gone(status: Int) throws {
    let url = space.url("status/\(status)")
    let found = try findings(url)
    #expect(found.map(\.code.id) == ["TB-L030"])
    #expect(found.map(\.severity) == [.error])
    let name = status == 404 ? "404 Not Found" : "410 Gone"
    #expect(found.first?.message == "\"\(url)\" answers \(name)")
    #expect(found.first?.range == ByteRange(0, 10))
    #expect(
      try space.log().requests == ["HEAD /status/\(status)", "GET /status/\(status)"])
  }

  @Test("a status by which sites refuse programs is only a warning", arguments: [401, 403, 999])
  func refusal(status: Int) throws {
    let found = try findings(space.url("status/\(status)"))
    #expect(found.map(\.code.id) == ["TB-L030"])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("a page is asked for where the head is refused", arguments: [400, 403, 404, 405, 500, 501])
  func head(status: Int) throws {
    #expect(try findings(space.url("no-head/\(status)")).isEmpty)
    #expect(
      try space.log().requests == ["HEAD /no-head/\(status)", "GET /no-head/\(status)"])
  }

  @Test("a server that has trouble is asked again, and may recover")
  func recovery() throws {
    #expect(try findings(space.url("flaky/3")).isEmpty)
    let found = try findings(space.url("status/500"))
    #expect(found.map(\.code.id) == ["TB-L032"])
    #expect(found.first?.message.hasSuffix("answers 500 Internal Server Error") == true)
    #expect(found.first?.notes == ["it was asked 3 times"])
  }

  @Test(
    "a server that asks for time gets it, and others are asked meanwhile", arguments: ["1", "date"])
  mutating func patience(after: String) throws {
    var progress: [String] = []
    var cache = AnswerCache()
    options.include = ["*"]
    let urls = [
      space.url("busy/\(after)/1"),
      space.url("page").replacing("127.0.0.1", with: "localhost"),
    ]
    let result = try ExternalCheck(options).run(links(urls), cache: &cache, now: now) {
      progress.append($2)
    }
    #expect(result.diagnostics.isEmpty)
    #expect(progress == [urls[1], urls[0]])
    #expect(try space.log().requests.filter { $0.contains("busy") }.count == 2)
  }

  @Test("a server that asks for too much time is not waited for")
  mutating func impatience() throws {
    options.longestWait = .seconds(2)
    options.retries = 0
    let found = try findings(space.url("busy/3600/9"))
    #expect(found.map(\.code.id) == ["TB-L032"])
    #expect(found.first?.message.hasSuffix("answers 429 Too Many Requests") == true)
  }

  @Test("what cannot be reached is a warning that says why")
  mutating func unreachable() throws {
    options.include = ["*"]
    options.retries = 1
    options.fetch.timeout = .milliseconds(300)
    let found = try findings(
      "http://127.0.0.1:1/", "http://nowhere.invalid/", space.url("hang"), space.url("half"))
    #expect(found.map(\.code.id) == ["TB-L032", "TB-L032", "TB-L032", "TB-L032"])
    let reasons = [
      "could not be reached: the connection was refused",
      "could not be reached: no host is called \"nowhere.invalid\"",
      "could not be reached: there was no answer in time",
      "could not be reached: the answer broke off",
    ]
    for (finding, reason) in zip(found, reasons) {
      #expect(finding.message.contains(reason))
      #expect(finding.notes == ["it was asked 2 times"])
    }
  }

  @Test("a host that never answers is given up, so that its other addresses cost no time")
  mutating func givenUp() throws {
    options.fetch.timeout = .milliseconds(200)
    options.fetch.perHost = 1
    options.retries = 1
    let found = try findings(
      space.url("hang/1"), space.url("hang/2"), space.url("hang/3"), space.url("hang/4"))
    #expect(found.map(\.code.id) == ["TB-L032", "TB-L032", "TB-L032", "TB-L032"])
    let guess = "it was not asked, because its host did not answer for other links"
    #expect(found.map { $0.notes.contains(guess) } == [false, false, true, true])
    #expect(try space.log().requests.filter { $0.contains("/3") || $0.contains("/4") }.isEmpty)
    var second = self
    second.options.retries = 0
    let others = try second.findings(
      space.url("page"), space.url("hang/1"), space.url("hang/2"), space.url("hang/3"))
    #expect(others.count == 3)
    #expect(others.filter { $0.notes.contains(guess) }.isEmpty)
  }

  @Test("a redirect that names no place is an error status")
  func nowhere() throws {
    let found = try findings(space.url("status/302"))
    #expect(found.map(\.code.id) == ["TB-L030"])
    #expect(found.first?.message.hasSuffix("answers 302 Found") == true)
  }

  @Test(
    "a certificate that proves nothing is an error",
    .enabled(if: LinkServer.shared?.securePort != nil, "SKIPPED: no openssl for a certificate"))
  func certificate() throws {
    let found = try findings(space.secureURL("page"))
    #expect(found.map(\.code.id) == ["TB-L034"])
    #expect(found.first?.message.hasPrefix("\"127.0.0.1\" has no valid certificate: ") == true)
    #expect(found.first?.notes == ["the link is \"\(space.secureURL("page"))\""])
  }

  @Test(
    "a fragment that the page has is right",
    arguments: [
      "setup", "old-name", "Übersicht", "%C3%9Cbersicht", "usage", "Usage", "a%26b", "from-script",
      "", "top", ":~:text=Some", "L12", "last",
    ])
  func fragments(fragment: String) throws {
    #expect(try findings(space.url("page") + "#" + fragment).isEmpty)
    #expect(try findings(space.url("gzip") + "#" + fragment).isEmpty)
  }

  @Test(
    "a fragment that the page lacks is a warning",
    arguments: ["setups", "in-comment", "in-title", "form", "%C3%9Cber"])
  func wrongFragments(fragment: String) throws {
    let found = try findings(space.url("page") + "#" + fragment)
    #expect(found.map(\.code.id) == ["TB-L033"])
    #expect(
      found.first?.message
        == "\"\(space.url("page"))\" has nothing with the anchor \"#\(fragment)\"")
    #expect(fragment != "setups" || found.first?.help == "did you mean \"#setup\"?")
    var careless = self
    careless.options.checksFragments = false
    #expect(try careless.findings(space.url("page") + "#" + fragment).isEmpty)
  }

  @Test("nothing is said of fragments of other files, of pages made by scripts and of endless ones")
  func unknownFragments() throws {
    #expect(
      try findings(
        space.url("text") + "#nope", space.url("shell") + "#nope", space.url("huge") + "#nope"
      ).isEmpty)
  }

  @Test("an address is asked once, and each of its places has its finding")
  func places() throws {
    let url = space.url("status/404")
    let found = try findings(url, url + "#a", url + "#b", space.url("page"))
    #expect(found.map(\.range?.start) == [0, 100, 200])
    #expect(found.allSatisfy { $0.notes == ["2 other links use this address"] })
    // It is a page that is wanted, so its head is not asked for.
    #expect(try space.log().requests.filter { $0.contains("404") } == ["GET /status/404"])
  }

  @Test("a good answer is believed for a while, a bad one is not, and a moved one stays moved")
  func cached() throws {
    var cache = AnswerCache()
    let urls = ["page#setup", "status/404", "to/301/text"].map { space.url($0) }
    let first = try ExternalCheck(options).run(links(urls), cache: &cache, now: now)
    let asked = try space.log().requests.count
    let second = try ExternalCheck(options).run(links(urls), cache: &cache, now: now + 60)
    #expect(first.diagnostics.map(\.code.id) == ["TB-L030", "TB-L031"])
    #expect(second.diagnostics.map(\.code.id) == ["TB-L030", "TB-L031"])
    #expect([first.asked, first.remembered, second.asked, second.remembered] == [3, 0, 1, 2])
    let again = try space.log().requests.dropFirst(asked)
    #expect(again == ["HEAD /status/404", "GET /status/404"])
    #expect(second.diagnostics.last?.fix == first.diagnostics.last?.fix)
    let third = try ExternalCheck(options).run(links(urls), cache: &cache, now: now + 90_000)
    #expect(third.asked == 3)
  }

  @Test("one that was cancelled keeps what it knows")
  func cancelled() throws {
    let cancellation = Cancellation()
    var cache = AnswerCache()
    let urls = ["page", "hang", "slow/1", "slow/2"].map { space.url($0) }
    let result = try ExternalCheck(options).run(
      links(urls), cache: &cache, now: now, until: cancellation
    ) { done, total, url in
      #expect(done == 1 && total == 4 && url == urls[0])
      cancellation.cancel()
    }
    #expect(result.isInterrupted)
    #expect(result.asked == 1 && result.diagnostics.isEmpty)
    #expect(cache.count == 1)
  }

  @Test("other schemes and left out addresses are counted, not asked")
  mutating func skipped() throws {
    options.exclude = ["*/text"]
    let result = try run(["mailto:a@b.c", "https://example.org", space.url("text")])
    #expect(result.skipped == 3 && result.addresses == 0 && result.diagnostics.isEmpty)
    #expect(try run(["http:///page"]).diagnostics.map(\.code.id) == ["TB-L030"])
  }

  @Test("a password is never printed")
  func userinfo() throws {
    let found = try findings(
      space.url("status/404", userinfo: "me:secret@"), "http://me:secret@/",
      space.url("to/301/page", userinfo: "me:secret@"),
      space.url("hang", userinfo: "me:secret@").replacing(
        "127.0.0.1:\(space.server.port)", with: "127.0.0.1:1"))
    #expect(found.count == 4)
    for finding in found { #expect(!"\(finding)".contains("secret"), "\(finding)") }
  }
}
