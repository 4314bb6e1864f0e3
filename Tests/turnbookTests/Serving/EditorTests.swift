import Foundation
import JSON
import Testing

@Suite("turnbook lsp")
struct EditorTests {
  private static let repository = #filePath.components(separatedBy: "/Tests/")[0]
  private static let python = repository + "/.build/venv/bin/python"
  private static var hasClient: Bool { FileManager.default.isExecutableFile(atPath: python) }

  private static let files = [
    "turnbook.yml": "name: Guide\n",
    "content/index.md": """
    ---
    title: Home
    description: The start of it all.
    ---

    # Home

    See [the other](sub/other.md#part-two), 😀 [gone](sub/othr.md).

    ## Here

    That is it all.

    """,
    "content/sub/other.md": """
    ---
    title: The other
    description: What else there is.
    ---

    # The other

    ## Part two

    Back [home](../index.md#here).

    """,
  ]

  /// What `Tests/Peers/editor.py` heard from the program.
  private static func report(_ guide: Guide) throws -> JSONValue {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      repository + "/Tests/Peers/editor.py", Run.program.path, guide.folder.path,
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    try #require(process.terminationStatus == 0, "\(words)")
    return try JSONValue(parsing: bytes)
  }

  @Test(
    "says what the protocol's own types say, to a client that counts in UTF-16 or in bytes",
    .enabled(if: hasClient, "SKIPPED: no Python packages; run Scripts/python.sh"))
  func client() throws {
    let guide = try Guide(Self.files)
    let report = try Self.report(guide)
    #expect(report["faults"] == [])
    let talks = try #require(report["talks"]?.object)
    #expect(talks.count == 2)
    for (encoding, talk) in talks.members.map({ ($0.key, $0.value) }) {
      let mode: Comment = "\(encoding)"
      #expect(
        talk["initialize"]?["capabilities"]?["positionEncoding"] == .string(encoding), mode)
      #expect(talk["definition"] == nil || talk["definition"] == .null, mode)
      #expect(talk["link"]?[0]?["range"]?["start"]?["line"] == 7, mode)
      #expect(talk["hover"]?["contents"]?["value"]?.string?.contains("Part two") == true, mode)
      #expect(talk["references"]?.array?.count == 2, mode)
      #expect(talk["completion"]?["items"]?[0]?["label"] == "sub/other.md", mode)
      #expect(talk["prepare"]?["placeholder"] == "Here", mode)
      #expect(talk["rename"]?["documentChanges"]?.array?.count == 2, mode)
      #expect(talk["refused"]?["code"] == -32803, mode)
      #expect(talk["symbols"]?[0]?["children"]?[0]?["name"] == "Here", mode)
      #expect(talk["workspace"]?.array?.count == 1, mode)
      #expect((talk["folding"]?.array?.count ?? 0) >= 3, mode)
      #expect(talk["links"]?.array?.count == 1, mode)
      #expect(talk["actions"]?[0]?["title"] == "Write \"sub/other.md\"", mode)
      #expect(talk["before"]?.array?.contains("TB-L001") == true, mode)
      #expect(
        talk["after hover"]?["contents"]?["value"]?.string?.contains("The other") == true, mode)
      #expect(talk["after"]?.array?.contains("TB-L001") == false, mode)
      #expect(talk["elsewhere"] == ["TB-L002"], mode)
      #expect(talk["closed"] == [], mode)
      #expect(talk["watched"] == ["workspace/didChangeWatchedFiles"], mode)
      #expect(talk["status"] == 0, mode)
    }
  }

  @Test("ends with a failure where its input ends before the editor says so")
  func end() throws {
    let guide = try Guide(Self.files)
    let run = try guide.run("lsp")
    #expect(run.status == 1 && run.output.isEmpty && run.errors.isEmpty)
  }
}
