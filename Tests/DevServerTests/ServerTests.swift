import Foundation
import JSON
import Synchronization
import Testing
import WireClient

@testable import DevServer

@Suite("The server on the wire", .enabled(if: WireServer.hasLibrary, "SKIPPED: no libmicrohttpd"))
struct ServerTests {
  @Test("keeps a connection for one request after another")
  func keepAlive() throws {
    let server = try WireServer()
    let client = try server.client()
    for _ in 0..<3 {
      let answer = try client.ask("GET /")
      #expect(answer.status == 200)
      #expect(answer.text == AnswerTests.text(AnswerTests.ask("/")))
      #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
      #expect(answer.headers["content-length"] == String(answer.body.count))
    }
  }

  @Test("a head is that of the whole, without a body")
  func head() throws {
    let server = try WireServer()
    let client = try server.client()
    let whole = try client.ask("GET /data.bin")
    let head = try client.ask("HEAD /data.bin")
    #expect(head.status == 200)
    for name in ["content-length", "content-type", "etag", "cache-control"] {
      #expect(head.headers[name] == whole.headers[name])
    }
    // What comes next is the next answer.
    #expect(try client.ask("GET /notes.md").text == "# Notes")
    let unchanged = try client.ask("GET /data.bin", "If-None-Match: \(whole.headers["etag"] ?? "")")
    #expect(unchanged.status == 304)
    #expect(try client.ask("GET /notes.md").text == "# Notes")
  }

  @Test("requests sent at once are answered in their order")
  func pipelined() throws {
    let server = try WireServer()
    let client = try server.client()
    let request = { (path: String) in "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n" }
    try client.send(request("/notes.md") + request("/data.bin") + request("/notes.md"))
    #expect(try client.answer().text == "# Notes")
    #expect(try client.answer().text == "0123456789")
    #expect(try client.answer().text == "# Notes")
  }

  @Test("a request in pieces is one")
  func pieces() throws {
    let server = try WireServer()
    let client = try server.client()
    for piece in ["GE", "T /notes.md HT", "TP/1.1\r\nHo", "st: localhost\r\n\r", "\n"] {
      try client.send(piece)
      usleep(2000)
    }
    #expect(try client.answer().text == "# Notes")
  }

  @Test("parts of a file come from the file")
  func file() throws {
    let server = try WireServer()
    let size = 3_000_000
    try Data((0..<size).map { UInt8(truncatingIfNeeded: $0 / 7) }).write(to: server.at("big.bin"))
    let client = try server.client()
    let whole = try client.ask("GET /files/big.bin")
    #expect(whole.body.count == size)
    let part = try client.ask("GET /files/big.bin", "Range: bytes=1000000-1999999")
    #expect(part.status == 206)
    #expect(part.body == Array(whole.body[1_000_000..<2_000_000]))
    #expect(part.headers["content-length"] == "1000000")
    #expect(part.headers["content-range"] == "bytes 1000000-1999999/\(size)")
    #expect(try client.ask("GET /files/big.bin", "Range: bytes=\(size)-").status == 416)
  }

  // MARK: Wrong requests

  @Test("a path that leads out of the site finds nothing", arguments: TargetTests.ways)
  func outside(target: String) throws {
    let server = try WireServer()
    let secret = server.folder.deletingLastPathComponent().appending(path: server.secret)
    try Data("secret".utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    let client = try server.client()
    try client.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    client.finish()
    let answer = try? client.answer()
    #expect(answer.map { (400...404).contains($0.status) } ?? true)
    #expect(answer?.text.contains("secret") != true)
    for way in ["..", "%2e%2e", ".%2E", "..%2f..%2f", "%252e%252e"] {
      let answer = try server.client().ask("GET /files/\(way)/\(server.secret)")
      #expect([400, 404].contains(answer.status))
    }
  }

  @Test("a host that is not ours is refused, with a word about what to do")
  func hosts() throws {
    let server = try WireServer()
    let answer = try server.client().ask("GET /", host: "evil.example")
    #expect(answer.status == 403)
    #expect(answer.text.contains("--host"))
    #expect(try server.client().ask("GET /", host: nil).status == 400)
    #expect(try server.client().ask("GET /", "Host: evil.example").status == 400)
    #expect(try server.client().ask("GET http://evil.example/").status == 403)
    #expect(try server.client().ask("GET http://localhost/notes.md").text == "# Notes")
  }

  @Test("a body is not taken for the next request")
  func smuggled() throws {
    let inner = "GET /notes.md HTTP/1.1\r\nHost: localhost\r\n\r\n"
    let server = try WireServer()
    let client = try server.client()
    try client.send(
      "GET /data.bin HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(inner.utf8.count)\r\n\r\n"
        + inner)
    #expect(try client.answer().text == "0123456789")
    try client.send("GET /empty.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(try client.answer().text == "")
    for method in ["POST", "PUT", "PATCH", "PROPFIND"] {
      let other = try server.client()
      try other.send(
        "\(method) / HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(inner.utf8.count)\r\n\r\n"
          + inner)
      #expect(try other.answer().status == 405)
      try other.awaitEnd()
    }
  }

  @Test(
    "what is no request ends the connection and nothing else",
    arguments: [
      "\r\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
      "GET / HTTP/1.1\r\nHost localhost\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
      "GET /\u{0}a HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
      "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 200_000),
      "GET /" + String(repeating: "a", count: 200_000) + " HTTP/1.1\r\n",
      String(repeating: "A: b\r\n", count: 20_000), "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}",
    ])
  func malformed(bytes: String) throws {
    let server = try WireServer()
    let client = try server.client()
    // The server may have closed before all is sent.
    try? client.send(bytes)
    try? client.send("\r\n\r\n")
    client.finish()
    let answer = try? client.answer()
    #expect(answer.map { $0.status != 200 || $0.text.contains("live.js") } ?? true)
    #expect(try server.client().ask("GET /notes.md").text == "# Notes")
  }

  @Test("a client that says nothing keeps nobody waiting")
  func silent() throws {
    let server = try WireServer()
    let silent = try (0..<50).map { _ in try server.client() }
    for client in silent { try client.send("GET / HTTP/1.1\r\nHost:") }
    #expect(try server.client().ask("GET /notes.md").text == "# Notes")
  }

  // MARK: Events

  @Test("browsers hear the latest event when they come, and then each as it happens")
  func events() throws {
    let server = try WireServer()
    server.hub.send(LiveEvent(session: "s1", version: 7, change: .nothing))
    let clients = try (0..<4).map { _ in try server.client() }
    for client in clients {
      try client.send(
        "GET /.turnbook/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
      let head = try client.head()
      #expect(head.status == 200)
      #expect(head.headers["content-type"] == "text/event-stream")
      #expect(head.headers["cache-control"] == "no-cache")
      #expect(try client.read(until: "}\n\n").contains("retry: 500\n\n"))
    }
    #expect(server.hub.count == 4)
    for version in 8...20 {
      server.hub.send(LiveEvent(session: "s1", version: version, change: .pages(["a/index.html"])))
      for client in clients {
        let text = try client.read(until: "}\n\n")
        #expect(text.contains("id: s1-\(version)\nevent: guide\ndata: {\"session\":\"s1\","))
        #expect(text.contains("\"change\":\"pages\",\"pages\":[\"a/index.html\"]"))
      }
    }
  }

  @Test("a long event arrives whole, and a quiet stream goes on")
  func long() throws {
    let server = try WireServer()
    let client = try server.listener()
    let words = String(repeating: "Zeile\n", count: 20_000)
    server.hub.send(
      LiveEvent(
        session: "s1", version: 8, change: .nothing, findings: [.string(words)], count: 3))
    let text = try client.read(until: "\"count\":3}\n\n")
    #expect(text.filter { $0 == "Z" }.count == 20_000)
    server.hub.keepAlive()
    _ = try client.read(until: ":\n\n")
    server.hub.send(LiveEvent(session: "s1", version: 9, change: .everything))
    #expect(try client.read(until: "}\n\n").contains("\"version\":9,\"change\":\"everything\""))
  }

  @Test("browsers that went are forgotten")
  func dead() throws {
    let server = try WireServer()
    let stays = try server.listener()
    do {
      let going = try (0..<3).map { _ in try server.listener() }
      #expect(going.count == 3)
      #expect(server.hub.count == 4)
    }
    // A write to who has gone fails from the second time on.
    for _ in 0..<500 where server.hub.count > 1 {
      server.hub.keepAlive()
      usleep(10_000)
    }
    #expect(server.hub.count == 1)
    server.hub.send(LiveEvent(session: "s1", version: 8, change: .nothing))
    _ = try stays.read(until: "}\n\n")
  }

  @Test("many events from many threads arrive in one order, none lost")
  func many() async throws {
    let server = try WireServer()
    let clients = try (0..<3).map { _ in try server.listener() }
    let hub = server.hub
    await withTaskGroup { group in
      for thread in 0..<4 {
        group.addTask {
          for step in 0..<200 {
            hub.send(LiveEvent(session: "t\(thread)", version: step, change: .nothing))
          }
        }
      }
    }
    var orders: [[String]] = []
    for client in clients {
      var ids: [String] = []
      while ids.count < 800 {
        let text = try client.read(until: "\n\n")
        ids += text.split(separator: "\n").filter { $0.hasPrefix("id: ") }.map(String.init)
      }
      orders.append(ids)
    }
    #expect(Set(orders[0]).count == 800)
    #expect(orders.allSatisfy { $0 == orders[0] })
  }

  @Test("all ends when the server is given up, streams too")
  func end() throws {
    let client: WireClient
    do {
      let server = try WireServer()
      client = try server.listener()
    }
    try client.awaitEnd()
  }
}

/// A server of the site of the other tests, with a folder of files at `/files/`.
final class WireServer {
  static let hasLibrary = {
    guard let socket = try? ListeningSocket(host: "127.0.0.1", port: 0) else { return false }
    do {
      _ = try HTTPServer(on: socket, hub: LiveHub()) { _ in HTTPAnswer(200) }
      return true
    } catch {
      return false
    }
  }()

  let hub = LiveHub()
  let folder: URL
  let secret = "secret-\(UUID().uuidString)"
  private let port: Int
  private let server: HTTPServer

  init() throws {
    // As the program does: a browser that leaves is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    folder = FileManager.default.temporaryDirectory.appending(path: "wire-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let socket = try ListeningSocket(host: "127.0.0.1", port: 0)
    port = socket.port
    var answers = AnswerTests.answers()
    let (site, path) = (answers.site, folder.path)
    answers.site = ServedSite(basePath: "/") { asked in
      asked.hasPrefix("files/") ? .file(path + "/" + asked.dropFirst(6)) : site?.content(asked)
    }
    server = try HTTPServer(on: socket, hub: hub) { [answers] in answers.answer($0) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func at(_ name: String) -> URL { folder.appending(path: name) }

  func client() throws -> WireClient { try WireClient(port: port) }

  /// A client whose stream has begun.
  func listener() throws -> WireClient {
    let client = try client()
    try client.send("GET /.turnbook/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    _ = try client.head()
    _ = try client.read(until: "retry: 500\n\n")
    return client
  }
}
