import Foundation
import JSON
import Testing

@Suite("What a build says")
struct ReportTests {
  private static let warning = [
    "content/index.md": "# Home\n\n!!! nte\n    A note.\n"
  ]

  @Test("0 is clean, 1 is a problem of the content; --strict counts warnings")
  func exitCodes() throws {
    let guide = try Guide(Self.warning)
    #expect(try guide.run("build").status == 0)
    let strict = try guide.run("build", "--strict")
    #expect(strict.status == 1)
    #expect(strict.errors.contains("Built 1 page into site: 1 warning, "))
    try guide.write("content/index.md", "# Home\n\n[gone](gone.md)\n")
    #expect(try guide.run("build").status == 1)
  }

  @Test("--quiet prints findings and no summary")
  func quiet() throws {
    let guide = try Guide(Self.warning)
    let run = try guide.run("build", "--quiet")
    #expect(run.codes == ["TB-M001"])
    #expect(!run.errors.contains("Built"))
    try guide.write("content/index.md", "# Home\n")
    let clean = try guide.run("build", "-q")
    #expect(clean.errors.isEmpty && clean.output.isEmpty)
  }

  @Test("--json prints the same findings on standard output, and nothing else")
  func json() throws {
    let guide = try Guide(Self.warning)
    try guide.write("content/b.md", "# B\n\nä [gone](gone.md)\n")
    let text = try guide.run("build")
    let run = try guide.run("build", "--json")
    #expect(run.status == text.status)
    #expect(run.errors.isEmpty)
    let findings = try #require(try run.json()["diagnostics"]?.array)
    let lines = findings.map { finding in
      let place = [
        finding["path"]?.string ?? "", "\(finding["line"]?.integer ?? 0)",
        "\(finding["column"]?.integer ?? 0)",
      ].joined(separator: ":")
      return place + ": \(finding["severity"]?.string ?? ""): "
        + "\(finding["message"]?.string ?? "") [\(finding["code"]?.string ?? "")]"
    }
    #expect(lines == text.findings)
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("content/b.md:3:10: error: ") == true)
    #expect(try run.json()["counts"]?["warnings"]?.integer == 1)
  }

  @Test(
    "colour is for a terminal whose reader wants it",
    arguments: [
      (["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": "1"], false),
      (["TERM": "xterm", "NO_COLOR": ""], true), (["TERM": "dumb"], false), ([:], false),
    ])
  func colour(environment: [String: String], isColoured: Bool) throws {
    let guide = try Guide(Self.warning)
    let terminal = try Terminal()
    let printed = try terminal.run(["build"], in: guide.folder, environment: environment)
    #expect(printed.contains("TB-M001"))
    #expect(printed.contains(/\u{1B}\[[0-9;]*m/) == isColoured)
  }

  @Test("what a build is doing is told on a terminal, on a line that is gone at the end")
  func progress() throws {
    let guide = try Guide(["content/index.md": "# Home\n"])
    let terminal = try Terminal()
    let printed = try terminal.run(["build"], in: guide.folder, environment: ["TERM": "xterm"])
    let parts = printed.components(separatedBy: "\r\u{1B}[K")
    #expect(parts.contains("reading 1 page…"))
    #expect(parts.last?.hasPrefix("Built 1 page into ") == true)
    #expect(try !guide.run(["build"], environment: ["TERM": "xterm"]).errors.contains("reading"))
  }

  @Test("nothing is coloured in a file")
  func noColour() throws {
    let guide = try Guide(Self.warning)
    let run = try guide.run(["build"], environment: ["TERM": "xterm"])
    #expect(!run.errors.isEmpty && !run.errors.contains("\u{1B}"))
  }

  @Test("a closed pipe is no failure", arguments: [["--help"], ["build", "--json"]])
  func closedPipe(arguments: [String]) throws {
    let guide = try Guide(["content/index.md": "# Home\n"])
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let process = Process()
    process.executableURL = Run.program
    process.arguments = arguments
    process.currentDirectoryURL = guide.folder
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }

  @Test("--timings names the stages")
  func timings() throws {
    let guide = try Guide(["content/index.md": "# Home\n"])
    let run = try guide.run("build", "--timings")
    for stage in ["discover", "read and render", "check", "write", "publish", "all"] {
      #expect(run.errors.contains(" \(stage) "))
    }
  }
}
