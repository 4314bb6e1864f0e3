import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Patterns on the web")
struct WebTests {
  /// Python's own server of a folder, which ends with the test.
  private final class Server {
    let port: Int
    private let process = Process()

    init(_ folder: URL) throws {
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", "-u", "-m", "http.server", "--bind", "127.0.0.1", "0"]
      process.currentDirectoryURL = folder
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      // "Serving HTTP on 127.0.0.1 port 40123 (…"
      var line = ""
      while !line.contains("(") {
        let more = pipe.fileHandleForReading.availableData
        try #require(!more.isEmpty, "the server did not start")
        line += String(decoding: more, as: UTF8.self)
      }
      port = try #require(line.firstMatch(of: /port ([0-9]+)/).flatMap { Int($0.output.1) })
    }

    func stop() {
      guard process.isRunning else { return }
      // Not one that it could have inherited a block for.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    deinit { stop() }
  }

  @Test("are used from an address, and from their copy when nobody answers")
  func copy() throws {
    let desk = try Desk(patterns: "site/patterns")
    let server = try Server(desk.folder.appending(path: "site"))
    let away = try Desk(patterns: nil)
    let address = "http://127.0.0.1:\(server.port)/patterns"
    let shown = try away.run("show", "code-review", "--from", address)
    #expect(shown.status == 0 && shown.output.hasPrefix("Code Review\n"), "\(shown.errors)")
    let single = try away.run("vars", "code-review", "--from", address + "/code-review.json")
    #expect(single.status == 0)
    #expect(
      try away.run("install", address).errors
        == "Installed 3 patterns as 127.0.0.1-\(server.port)\n")
    server.stop()
    let again = try away.run("show", "code-review", "--from", address + "/")
    #expect(again.status == 0 && again.output == shown.output)
    #expect(again.errors.contains("the copy of the last time is used"))
    let other = try away.run("show", "multi-turn-conversation", "--from", address)
    #expect(other.status == 0)
    #expect(try away.run("update").status == 2)
    #expect(try away.run("show", "multi-turn-conversation").status == 0)
  }

  @Test("a server without patterns is a failure")
  func nothing() throws {
    let desk = try Desk(patterns: nil)
    try desk.write("site/index.html", "<p>Hello")
    let server = try Server(desk.folder.appending(path: "site"))
    let run = try desk.run("list", "--from", "http://127.0.0.1:\(server.port)/patterns")
    #expect(run.status == 2 && run.errors.contains("the server answers 404"), "\(run.errors)")
  }

  @Test("an answer without an end is refused at its limit, and nothing of it is kept")
  func large() throws {
    let desk = try Desk(patterns: "site/patterns")
    let index = desk.folder.appending(path: "site/patterns/index.json")
    // A file with a hole, which takes no room.
    try FileHandle(forWritingTo: index).truncate(atOffset: 70 << 20)
    let server = try Server(desk.folder.appending(path: "site"))
    let away = try Desk(patterns: nil)
    let run = try away.run("list", "--from", "http://127.0.0.1:\(server.port)/patterns")
    #expect(run.status == 2 && run.errors.contains("larger than 64 MiB"), "\(run.errors)")
    #expect(try away.files().isEmpty)
  }

  @Test("a file that is not the one of the index is refused, and not kept")
  func changed() throws {
    let desk = try Desk(patterns: "site/patterns")
    let text = try #require(desk.text("site/patterns/code-review.json"))
    try desk.write("site/patterns/code-review.json", text.replacing("Review", with: "Reading"))
    let server = try Server(desk.folder.appending(path: "site"))
    let away = try Desk(patterns: nil)
    let run = try away.run(
      "show", "code-review", "--from", "http://127.0.0.1:\(server.port)/patterns")
    #expect(run.status == 2 && run.errors.contains("it is not the file that the index tells of"))
    #expect(try away.files().allSatisfy { $0.lastPathComponent != "code-review.json" })
  }

  @Test(
    "an index cannot lead to another place",
    arguments: ["../secret.json", "/etc/passwd", "http://127.0.0.1:1/x.json", "a/%2e%2e/../b.json"])
  func outside(url: String) throws {
    let desk = try Desk(patterns: "site/patterns")
    let index = try #require(desk.text("site/patterns/index.json"))
    try desk.write(
      "site/patterns/index.json", index.replacing("\"code-review.json\"", with: "\"\(url)\""))
    let server = try Server(desk.folder.appending(path: "site"))
    let away = try Desk(patterns: nil)
    let run = try away.run(
      "show", "code-review", "--from", "http://127.0.0.1:\(server.port)/patterns")
    #expect(run.status == 2 && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains("leads out of the folder"), "\(run.errors)")
  }
}
