import Foundation
import JSON
import Testing

@Suite("turn mcp")
struct ProtocolTests {
  private static let repository =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let python = repository + "/.build/venv/bin/python"
  private static var hasClient: Bool { FileManager.default.isExecutableFile(atPath: python) }

  private static let meta =
    #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","#
    + #""io.modelcontextprotocol/clientCapabilities":{}}"#

  private static func line(_ method: String, _ parameters: String = "") -> String {
    let more = parameters.isEmpty ? "" : parameters + ","
    return #"{"jsonrpc":"2.0","id":"\#(method)","method":"\#(method)","params":{\#(more)\#(meta)}}"#
      + "\n"
  }

  /// A site whose patterns lie in `site/patterns`.
  private static func site() throws -> Desk {
    let desk = try Desk(patterns: "site/patterns")
    try desk.write("site/code-review.md", "# Code review\n\nThe page.\n")
    return desk
  }

  @Test("answers a line each on standard output, and ends with its input")
  func lines() throws {
    let run = try Self.site().run(
      "mcp",
      input: Self.line("prompts/list") + "nonsense\n"
        + Self.line("resources/read", #""uri":"turnbook://page/code-review""#))
    #expect(run.status == 0 && run.errors.isEmpty)
    let answers = try run.output.split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    try #require(answers.count == 3)
    #expect(answers[0]["result"]?["prompts"]?.array?.count == 5)
    #expect(answers[1]["error"]?["code"] == -32700)
    let page = answers[2]["result"]?["contents"]?[0]
    #expect(page?["text"] == "# Code review\n\nThe page.\n")
  }

  @Test("without patterns it says so on standard error, and on standard output nothing")
  func nothing() throws {
    let run = try Desk(patterns: nil).run("mcp", input: Self.line("prompts/list"))
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("there are no patterns here"))
  }

  @Test("a pattern file that was changed is left out of lists, and noted")
  func changed() throws {
    let desk = try Self.site()
    try desk.write("site/patterns/code-review.json", "{}")
    let run = try desk.run("mcp", input: Self.line("prompts/list"))
    #expect(run.errors.contains("it is not the file that the index tells of"))
    let answer = try JSONValue(parsing: Array(run.output.utf8))
    #expect(answer["result"]?["prompts"]?.array?.count == 3)
  }

  // MARK: - The official client

  @Test(
    "the official client gets everything in every revision and mode that it has",
    .enabled(if: hasClient, "SKIPPED: no Python packages; run Scripts/python.sh"))
  func officialClient() throws {
    let desk = try Self.site()
    let process = Process()
    process.executableURL = URL(filePath: Self.python)
    process.arguments = [
      Self.repository + "/Tests/Peers/protocol_client.py", Desk.program.path,
      desk.folder.appending(path: "site").path,
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = errors.fileHandleForReading
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    let words = String(decoding: said.readDataToEndOfFile(), as: UTF8.self)
    try #require(process.terminationStatus == 0, "\(words)")
    let report = try JSONValue(parsing: bytes)
    let talks = try #require(report["talks"]?.object)
    #expect(talks.count == 6)
    for talk in talks.members { try Self.read(talk.value, "\(talk.key)") }
    for form in report["forms"]?.object?.members ?? [] {
      let version = try #require(form.value["version"]?.string)
      let canAsk = version >= "2025-06-18"
      #expect(form.value["forms"]?.array?.count == (canAsk ? 1 : 0), "\(version)")
      let text = form.value["asked"]?["messages"].map { "\($0)" } ?? ""
      #expect(text.contains("x = 1") == canAsk, "\(version): \(form.value)")
    }
    for refusal in report["refused"]?.object?.members ?? [] {
      #expect(refusal.value["asked"]?["code"] == -32602, "\(refusal)")
    }
    for cancelled in report["cancelled"]?.object?.members ?? [] {
      #expect(cancelled.value["ended"] == "cancelled" && cancelled.value["prompts"] == 5)
    }
  }

  /// What a talk over the client brought.
  private static func read(_ talk: JSONValue, _ mode: Comment) throws {
    let version = try #require(talk["version"]?.string, mode)
    let isNew = version >= "2025-06-18"
    #expect(talk["prompts"]?["names"]?.array?.count == 5, mode)
    #expect((talk["prompt"]?["_meta"]?["turnbook/variables"] != nil) == isNew, mode)
    #expect(talk["get"]?["messages"]?.array?.isEmpty == false, mode)
    #expect(talk["missing"]?["data"]?["missing"]?.array?.contains("code") == true, mode)
    for name in ["missing", "unknown prompt", "bad cursor", "unknown tool"] {
      #expect(talk[name]?["code"] == -32602, "\(mode): \(name)")
    }
    let unknown: JSONValue = version == "2026-07-28" ? -32602 : -32002
    #expect(talk["unknown resource"]?["code"] == unknown, mode)
    #expect(talk["resources"]?["names"]?.array?.contains("code-review.md") == true, mode)
    #expect(talk["templates"]?["resourceTemplates"]?.array?.count == 2, mode)
    #expect(talk["page"]?["contents"]?[0]?["text"]?.string?.contains("The page.") == true, mode)
    #expect(talk["tools"]?["names"]?.array?.count == 4, mode)
    for name in ["search", "technique", "fill", "check"] {
      #expect(talk[name]?["isError"] != true && talk[name]?["content"] != nil, "\(mode): \(name)")
      #expect((talk[name]?["structuredContent"] != nil) == isNew, "\(mode): \(name)")
    }
    #expect(talk["wrong fill"]?["isError"] == true, mode)
    #expect(talk["completion"]?["completion"]?["values"] == ["Python"], mode)
    #expect(talk["completed id"]?["completion"]?["values"] == ["code-review"], mode)
  }
}
