import Foundation
import Testing

@testable import DevServer

@Suite("What a site is answered with")
struct AnswerTests {
  static let page = "<!doctype html><p>Start</p></body></html>"

  static func answers(base: String = "/") -> SiteAnswers {
    let files: [String: String] = [
      "index.html": page, "404.html": "<p>Lost</p></BODY>", "manual/index.html": "<p>Manual",
      "manual/a b.html": "<p>Blank", "assets/style.css": "body{}", "notes.md": "# Notes",
      "data.bin": "0123456789", "empty.txt": "",
    ]
    var answers = SiteAnswers(
      session: "s1", hosts: AllowedHosts(), script: Array("live()".utf8))
    answers.version = 7
    answers.site = ServedSite(basePath: base) { path in
      files[path].map { .bytes(Array($0.utf8)) }
    }
    return answers
  }

  static func ask(
    _ target: String, _ headers: [String: String] = [:], method: String = "GET", base: String = "/"
  ) -> HTTPAnswer {
    var all = [HTTPRequest.Header("Host", "localhost:8000")]
    all += headers.map { HTTPRequest.Header($0.key, $0.value) }
    return answers(base: base).answer(HTTPRequest(method, target, headers: all))
  }

  static func text(_ answer: HTTPAnswer) -> String? {
    guard case .bytes(let bytes) = answer.body else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func script(_ page: String, base: String = "/") -> String {
    "<script src=\"/.turnbook/live.js\" data-session=\"s1\" data-version=\"7\" "
      + "data-base=\"\(base)\" data-page=\"\(page)\"></script>\n"
  }

  // MARK: Pages

  @Test("a page has the script before the end of its body, or at its own")
  func script() {
    let start = Self.text(Self.ask("/"))
    #expect(
      start == "<!doctype html><p>Start</p>\(Self.script("index.html"))</body></html>")
    #expect(Self.text(Self.ask("/manual/")) == "<p>Manual" + Self.script("manual/index.html"))
  }

  @Test("only pages have the script")
  func others() {
    #expect(Self.text(Self.ask("/assets/style.css")) == "body{}")
    #expect(Self.text(Self.ask("/notes.md")) == "# Notes")
    #expect(Self.text(Self.ask("/.turnbook/live.js")) == "live()")
  }

  @Test("a folder is its page, and without its slash a redirect to it that nobody keeps")
  func folders() {
    #expect(Self.ask("/manual/").status == 200)
    let answer = Self.ask("/manual")
    #expect(answer.status == 302)
    #expect(answer.value("Location") == "/manual/")
    #expect(answer.value("Cache-Control") == "no-cache")
    #expect(Self.ask("/assets").status == 404)
    #expect(Self.ask("/assets/").status == 404)
    #expect(Self.ask("/index.html/").status == 404)
  }

  @Test("a redirect keeps the query, and leads to no other host")
  func redirects() {
    let hosts = [HTTPRequest.Header("Host", "localhost")]
    let asked = HTTPRequest("GET", "/manual", query: "a=b&c", headers: hosts)
    #expect(Self.answers().answer(asked).value("Location") == "/manual/?a=b&c")
    var odd = asked
    odd = HTTPRequest("GET", "/manual", query: "a=\u{1}\r\nX: é", headers: asked.headers)
    #expect(Self.answers().answer(odd).value("Location") == "/manual/?a=%01%0d%0aX:%20%c3%a9")
    var answers = Self.answers()
    answers.site = ServedSite(basePath: "/") { $0.hasSuffix("/index.html") ? .bytes([]) : nil }
    let elsewhere = answers.answer(HTTPRequest("GET", "//evil.example", headers: hosts))
    #expect(elsewhere.value("Location")?.hasPrefix("//") != true)
    let lines = answers.answer(HTTPRequest("GET", "/a%0D%0ASet-Cookie:%20x", headers: hosts))
    #expect(lines.value("Location") == "/a%0D%0ASet-Cookie:%20x/")
  }

  @Test("what is not there is the site's own page 404, with that status")
  func missing() {
    let answer = Self.ask("/nothing/here")
    #expect(answer.status == 404)
    #expect(answer.value("Content-Type") == "text/html; charset=utf-8")
    #expect(Self.text(answer) == "<p>Lost</p>\(Self.script(""))</BODY>")
  }

  @Test("paths are decoded")
  func decoded() { #expect(Self.ask("/manual/a%20b.html").status == 200) }

  @Test("a site with a path is served below it, and the start leads there")
  func base() {
    #expect(Self.ask("/guide/", base: "/guide/").status == 200)
    #expect(Self.ask("/guide/manual/", base: "/guide/").status == 200)
    #expect(Self.ask("/guide/manual", base: "/guide/").value("Location") == "/guide/manual/")
    for path in ["/", "/guide"] {
      #expect(Self.ask(path, base: "/guide/").value("Location") == "/guide/")
    }
    for path in ["/manual/", "/guidebook/", "/index.html"] {
      #expect(Self.ask(path, base: "/guide/").status == 404)
    }
    #expect(
      Self.text(Self.ask("/guide/", base: "/guide/"))?.contains("data-base=\"/guide/\"") == true)
    #expect(Self.ask("/.turnbook/live.js", base: "/guide/").status == 200)
  }

  @Test("without a site there is a page that waits for one")
  func nothing() {
    var answers = Self.answers()
    answers.site = nil
    let answer = answers.answer(
      HTTPRequest("GET", "/manual/", headers: [.init("Host", "localhost")]))
    #expect(answer.status == 503)
    #expect(Self.text(answer)?.contains("/.turnbook/live.js") == true)
  }

  // MARK: Types

  @Test(
    "types follow the ending of the name",
    arguments: [
      ("a.html", "text/html; charset=utf-8"), ("a.HTML", "text/html; charset=utf-8"),
      ("a/b.css", "text/css; charset=utf-8"), ("x.min.js", "text/javascript; charset=utf-8"),
      ("a.json", "application/json; charset=utf-8"), ("a.svg", "image/svg+xml; charset=utf-8"),
      ("a.md", "text/markdown; charset=utf-8"), ("llms.txt", "text/plain; charset=utf-8"),
      ("sitemap.xml", "application/xml; charset=utf-8"), ("a.png", "image/png"),
      ("a.woff2", "font/woff2"), ("a.mp4", "video/mp4"), ("a.wasm", "application/wasm"),
      ("CNAME", "application/octet-stream"), ("a.css/b", "application/octet-stream"),
      ("a.", "application/octet-stream"), ("a.unheard", "application/octet-stream"),
    ])
  func types(path: String, type: String) { #expect(MediaType.of(path) == type) }

  @Test("nothing is guessed from the bytes, kept unasked, or lent to other sites")
  func headers() {
    for answer in [Self.ask("/"), Self.ask("/nothing"), Self.ask("/data.bin", method: "POST")] {
      #expect(answer.value("X-Content-Type-Options") == "nosniff")
      #expect(answer.value("Cache-Control") == "no-cache")
      #expect(answer.value("Cross-Origin-Resource-Policy") == "same-origin")
    }
  }

  // MARK: Methods and hosts

  @Test(
    "only GET and HEAD are answered", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get", "X"])
  func methods(method: String) {
    let answer = Self.ask("/", method: method)
    #expect(answer.status == 405)
    #expect(answer.value("Allow") == "GET, HEAD")
  }

  @Test("a request without a host, with two, or for a name that is not ours is refused")
  func hosts() {
    func status(_ hosts: [String], _ target: String = "/") -> Int {
      Self.answers().answer(
        HTTPRequest("GET", target, headers: hosts.map { .init("Host", $0) })
      ).status
    }
    #expect(status([]) == 400)
    #expect(status(["localhost", "localhost"]) == 400)
    #expect(status(["evil.example"]) == 403)
    #expect(status(["evil.example"], "/.turnbook/events") == 403)
    #expect(status(["localhost"], "http://evil.example/") == 403)
    #expect(status(["evil.example"], "http://localhost/") == 403)
    #expect(status(["localhost"], "http://localhost/") == 200)
  }

  @Test("a path that leads out of the site is refused", arguments: TargetTests.ways)
  func outside(target: String) { #expect(Self.ask(target).status == 400) }

  // MARK: States of a file

  @Test("who has a page as it is gets no second copy")
  func unchanged() throws {
    let tag = try #require(Self.ask("/").value("ETag"))
    #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
    for list in [tag, "W/\(tag)", "\"x\", \(tag)", "\"x\",\(tag) ", "*"] {
      let answer = Self.ask("/", ["If-None-Match": list])
      #expect(answer.status == 304)
      #expect(answer.body == .bytes([]))
      #expect(answer.value("ETag") == tag)
    }
    for list in ["\"x\"", "", tag + "x", "W/"] {
      #expect(Self.ask("/", ["If-None-Match": list]).status == 200)
    }
  }

  @Test("another state has another tag")
  func tags() {
    var answers = Self.answers()
    let request = HTTPRequest("GET", "/", headers: [.init("Host", "localhost")])
    let before = answers.answer(request).value("ETag")
    answers.site = ServedSite(basePath: "/") { _ in .bytes(Array("<p>Other".utf8)) }
    #expect(answers.answer(request).value("ETag") != before)
    #expect(Self.ask("/assets/style.css").value("ETag") != Self.ask("/notes.md").value("ETag"))
  }

  // MARK: Ranges

  @Test(
    "a part is what was asked for",
    arguments: [
      ("bytes=0-3", "0123", "0-3"), ("bytes=4-", "456789", "4-9"), ("bytes=-3", "789", "7-9"),
      ("bytes=9-9", "9", "9-9"), ("bytes=8-99", "89", "8-9"), ("bytes=-99", "0123456789", "0-9"),
      ("Bytes= 2-2", "2", "2-2"), ("bytes=0-99999999999999999999", "0123456789", "0-9"),
    ])
  func parts(range: String, text: String, place: String) {
    let answer = Self.ask("/data.bin", ["Range": range])
    #expect(answer.status == 206)
    #expect(Self.text(answer) == text)
    #expect(answer.value("Content-Range") == "bytes \(place)/10")
  }

  @Test(
    "what is no range, or several, is the whole",
    arguments: [
      "bytes=", "bytes=-", "bytes=a-b", "bytes=3-1", "bytes=0-1,4-5", "items=0-1", "bytes=0x1-2",
      "bytes 0-1", "bytes=1", "bytes=--1", "bytes=0-1-2", "",
    ])
  func noRange(range: String) {
    let answer = Self.ask("/data.bin", ["Range": range])
    #expect(answer.status == 200)
    #expect(Self.text(answer) == "0123456789")
  }

  @Test(
    "a part past the end is refused with the size",
    arguments: ["bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999-"])
  func outsideRange(range: String) {
    let answer = Self.ask("/data.bin", ["Range": range])
    #expect(answer.status == 416)
    #expect(answer.value("Content-Range") == "bytes */10")
  }

  @Test("an empty file has no parts") func emptyFile() {
    #expect(Self.ask("/empty.txt", ["Range": "bytes=0-"]).status == 416)
    #expect(Self.ask("/empty.txt").status == 200)
  }

  @Test("a part belongs to the state that the client has")
  func ifRange() throws {
    let tag = try #require(Self.ask("/data.bin").value("ETag"))
    func status(_ condition: String) -> Int {
      Self.ask("/data.bin", ["Range": "bytes=0-1", "If-Range": condition]).status
    }
    #expect(status(tag) == 206)
    #expect(status("\"other\"") == 200)
    #expect(status("W/" + tag) == 200)
    #expect(status("Wed, 21 Oct 2015 07:28:00 GMT") == 200)
  }

  @Test("a head has no parts")
  func head() {
    #expect(Self.ask("/data.bin", ["Range": "bytes=0-1"], method: "HEAD").status == 200)
  }

  // MARK: Files

  @Test("files are sent as they are, pages among them with the script")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("0123456789".utf8).write(to: folder.appending(path: "a.bin"))
    try Data("<p>Own".utf8).write(to: folder.appending(path: "own.html"))
    var answers = Self.answers()
    answers.site = ServedSite(basePath: "/") { .file(folder.path + "/" + $0) }
    func ask(_ path: String, _ headers: HTTPRequest.Header...) -> HTTPAnswer {
      answers.answer(HTTPRequest("GET", path, headers: [.init("Host", "localhost")] + headers))
    }
    let file = folder.path + "/a.bin"
    #expect(ask("/a.bin").body == .file(path: file, part: 0..<10))
    #expect(ask("/a.bin", .init("Range", "bytes=2-3")).body == .file(path: file, part: 2..<4))
    let tag = try #require(ask("/a.bin").value("ETag"))
    #expect(ask("/a.bin", .init("If-None-Match", tag)).status == 304)
    try Data("012345678".utf8).write(to: folder.appending(path: "a.bin"))
    #expect(ask("/a.bin", .init("If-None-Match", tag)).status == 200)
    #expect(Self.text(ask("/own.html"))?.hasPrefix("<p>Own<script") == true)
    // It went while the site was up.
    #expect(ask("/gone.bin").status == 404)
    #expect(ask("/gone.html").status == 404)
    #expect(ask("/").status == 404)
  }
}
