import Foundation
import LinkServer
import Testing

@Suite(
  "turnbook check --external",
  .enabled(if: LinkServer.shared != nil, Comment(rawValue: LinkServer.missing)))
struct OtherSitesTests {
  private let space: LinkServer.Space

  init() throws { space = try #require(LinkServer.shared).space() }

  private func guide(_ links: [String], settings: String = "") throws -> Guide {
    let lines = links.map { "- [the source](\($0))" }
    return try Guide([
      "turnbook.yml": "name: The guide\n" + settings,
      "content/index.md": "# Home\n\n" + lines.joined(separator: "\n") + "\n",
    ])
  }

  @Test("reports what other sites answer at the links' own lines, and asks once a day")
  func answers() throws {
    let guide = try guide([
      space.url("page"), space.url("status/404"), space.url("page#nowhere"),
      space.url("to/301/page"),
    ])
    let run = try guide.run("check", "--external")
    #expect(run.status == 1)
    #expect(run.reports("TB-L030", at: "content/index.md:4:16"), "\(run.output)")
    #expect(run.reports("TB-L033", at: "content/index.md:5:16"), "\(run.output)")
    #expect(run.reports("TB-L031", at: "content/index.md:6:16"), "\(run.output)")
    #expect(run.findings.count == 3)
    let asked = try space.log().requests.count
    #expect(try guide.run("check", "--external").findings == run.findings)
    let again = try space.log().requests.dropFirst(asked)
    // What was not good is asked for again, and nothing else.
    #expect(again.contains { $0.contains("404") }, "\(again)")
    #expect(!again.contains { $0.contains("301") }, "\(again)")
    #expect(try guide.run("check").findings == [])
  }

  @Test("obeys the configuration: what is left out, accepted, and how long is waited")
  func settings() throws {
    let guide = try guide(
      [space.url("status/404"), space.url("status/418"), space.url("hang")],
      settings: """
        check:
          external:
            exclude: ["*/status/404"]
            accept: [418]
            timeout: 1
            retries: 0
        """)
    let run = try guide.run("check", "--external")
    #expect(run.status == 0)
    #expect(run.codes == ["TB-L032"], "\(run.output)")
    #expect(run.findings.first?.hasPrefix("content/index.md:5:16: warning: ") == true)
  }

  @Test("an interrupt ends the asking, and what is known is printed and kept")
  func interrupt() throws {
    let guide = try guide([space.url("status/404"), space.url("page"), space.url("hang")])
    let process = Process()
    process.executableURL = Run.program
    process.arguments = ["check", "--external"]
    process.currentDirectoryURL = guide.folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    while try space.log().requests.count < 3, process.isRunning { usleep(20_000) }
    usleep(200_000)
    process.interrupt()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(text.contains("[TB-L030]"), "\(text)")
    #expect(guide.text(".turnbook-links")?.contains(space.url("page")) == true)
  }
}
