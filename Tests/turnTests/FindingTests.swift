import Foundation
import JSON
import Testing

@Suite("Finding patterns")
struct FindingTests {
  @Test("the nearest folder upwards that has patterns is used")
  func upwards() throws {
    let desk = try Desk(patterns: "guide/site/patterns")
    try desk.write("guide/content/deep/page.md", "")
    #expect(try desk.run("list").status == 2)
    for place in ["guide", "guide/site/patterns", "guide/site"] {
      #expect(try desk.run("list", "--from", place, "fork").status == 1)
      #expect(try desk.run("list", "--from", place, "review").output.hasPrefix("code-review "))
    }
    let inside = try desk.run(
      "list", "--from", "guide/site/patterns/code-review.json")
    #expect(inside.output.hasPrefix("code-review "))
    #expect(inside.listed == 1)
    #expect(
      try desk.run("list", environment: ["TURN_PATTERNS": "guide"]).listed == 3)
  }

  @Test("without any patterns it says how to get some")
  func nothing() throws {
    let run = try Desk(patterns: nil).run("list")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("turn install"))
  }

  @Test("a folder without an index is read file by file")
  func noIndex() throws {
    let desk = try Desk()
    try FileManager.default.removeItem(at: desk.folder.appending(path: "patterns/index.json"))
    #expect(try desk.run("list", "--from", "patterns").listed == 3)
  }

  @Test("an index in any notation is read, and a folder in a folder is nobody's")
  func notation() throws {
    let desk = try Desk()
    let index = try #require(desk.text("patterns/index.json"))
    #expect(!index.contains("\n"))
    #expect(try desk.run("vars", "code-review").status == 0)
    try desk.write("patterns/deep/other.json", "{}")
    let pretty = try desk.run("install", "patterns", "--name", "mine")
    #expect(pretty.status == 0)
    let installed = desk.home.appending(path: ".local/share/turnbook/patterns/mine/index.json")
    #expect(try String(contentsOf: installed, encoding: .utf8).hasPrefix("{\n  \"format\""))
    try FileManager.default.removeItem(at: desk.folder.appending(path: "patterns/index.json"))
    #expect(try desk.run("vars", "code-review").status == 0)
    #expect(try desk.run("show", "multi-turn").errors.contains("\"multi-turn-conversation\"?"))
    #expect(try desk.run("list", "--from", "patterns").listed == 3)
  }

  @Test("a file that is not the one of the index is refused")
  func digest() throws {
    let desk = try Desk()
    let text = try #require(desk.text("patterns/code-review.json"))
    try desk.write("patterns/code-review.json", text + " ")
    let run = try desk.run("show", "code-review")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("is not the file that the index tells of"))
  }

  @Test("an index cannot lead out of its folder", arguments: ["../secret.json", "/etc/passwd"])
  func outside(url: String) throws {
    let desk = try Desk()
    let index = try #require(desk.text("patterns/index.json"))
    try desk.write("secret.json", try #require(desk.text("patterns/code-review.json")))
    try desk.write(
      "patterns/index.json",
      index.replacing("\"code-review.json\"", with: "\"\(url)\""))
    let run = try desk.run("show", "code-review")
    #expect(run.status == 2 && run.errors.contains("leads out of the folder"))
  }

  @Test("words, platforms and tags narrow the list")
  func narrowed() throws {
    let desk = try Desk()
    #expect(try desk.run("list", "--platform", "gemini").output.hasPrefix("multi-turn"))
    #expect(try desk.run("list", "-t", "code", "REVIEW", "limit").output.hasPrefix("code-review"))
    let typo = try desk.run("list", "--tag", "cod")
    #expect(typo.status == 1 && typo.errors.contains("did you mean \"code\"?"))
    let json = try desk.run("list", "--json", "--platform", "claude")
    #expect(try json.json().array?.map { $0["id"] } == ["code-review", "multi-turn-conversation"])
  }

  @Test("what is installed is there anywhere, is updated, and goes away")
  func installed() throws {
    let desk = try Desk(patterns: "guide/site/patterns")
    let done = try desk.run("install", "guide")
    #expect(done.status == 0 && done.errors == "Installed 3 patterns as guide\n")
    #expect(try desk.run("list").listed == 3)
    #expect(try desk.run("vars", "code-review").output.hasPrefix("  language"))
    try desk.write(
      "guide/site/patterns/index.json", #"{"format":"turnbook.patterns/1","patterns":[]}"#)
    #expect(try desk.run("list").listed == 3)
    #expect(try desk.run("update").errors == "Updated guide\n")
    #expect(try desk.run("list").output.isEmpty)
    try FileManager.default.removeItem(at: desk.folder.appending(path: "guide"))
    #expect(try desk.run("update").status == 2)
    let typo = try desk.run("uninstall", "giude")
    #expect(typo.status == 64 && typo.errors.contains("did you mean \"guide\"?"))
    #expect(try desk.run("uninstall", "guide").errors == "Removed guide\n")
    let empty = try desk.run("update")
    #expect(empty.status == 0 && empty.errors == "turn: note: nothing is installed\n")
    #expect(try desk.run("list").status == 2)
    let left = try FileManager.default.subpathsOfDirectory(
      atPath: desk.home.appending(path: ".local/share/turnbook/patterns").path)
    #expect(left.isEmpty)
  }

  @Test("a set with a broken file is not installed, and the old one stays")
  func brokenInstall() throws {
    let desk = try Desk(patterns: "guide/patterns")
    try desk.run("install", "guide")
    try desk.write("guide/patterns/code-review.json", "{}")
    #expect(try desk.run("update").status == 2)
    #expect(try desk.run("show", "code-review").status == 0)
  }
}

extension Run {
  /// How many patterns `turn list` has printed: a line that goes on is indented.
  fileprivate var listed: Int { output.split(separator: "\n").count { !$0.hasPrefix(" ") } }
}
