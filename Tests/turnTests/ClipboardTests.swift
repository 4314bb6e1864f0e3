import Foundation
import Testing

@Suite("turn fill --copy")
struct ClipboardTests {
  private static let programs = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Programs")
  private static let text = "Say {nothing} but \"yes\".\n"

  /// A desk with programs of these names, which keep what they are given or fail.
  private static func desk(with programs: [String], failing: [String] = []) throws -> Desk {
    let desk = try Desk()
    for name in programs + failing {
      // A file that was just written cannot be run while a test beside this one starts a program:
      // for a moment that has it open too. So these are links to a file that nobody writes.
      let kind = failing.contains(name) ? "failing" : "working"
      let bin = desk.folder.appending(path: "bin")
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: bin.appending(path: name),
        withDestinationURL: Self.programs.appending(path: "\(kind)-clipboard.sh"))
    }
    return desk
  }

  private static func fill(_ desk: Desk, _ more: [String] = []) throws -> Run {
    let path = desk.folder.appending(path: "bin").path
    let words = ["fill", "empty-handed", "--copy"] + more
    return try desk.run(words, environment: ["PATH": path])
  }

  @Test(
    "the text goes to the desktop's own program",
    arguments: [
      ("wl-copy", "wl-copy "), ("xclip", "xclip -selection clipboard "),
      ("xsel", "xsel --clipboard --input "), ("pbcopy", "pbcopy "),
    ])
  func copied(program: String, call: String) throws {
    let desk = try Self.desk(with: [program])
    let run = try Self.fill(desk)
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(run.errors == "Copied to the clipboard\n")
    #expect(desk.text("copied") == Self.text)
    #expect(desk.text("called") == call)
  }

  @Test("where one program fails, the next is tried")
  func next() throws {
    let desk = try Self.desk(with: ["xclip"], failing: ["wl-copy"])
    #expect(try Self.fill(desk).status == 0)
    #expect(desk.text("called") == "wl-copy xclip -selection clipboard ")
    #expect(desk.text("copied") == Self.text)
  }

  @Test("without a clipboard it says what to install, and a file is written all the same")
  func nothing() throws {
    let desk = try Self.desk(with: [])
    let run = try Self.fill(desk, ["-o", "out.txt"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.errors
        == "Wrote out.txt\nturn: there is no clipboard; install wl-copy, xclip or xsel\n")
    #expect(desk.text("out.txt") == Self.text)
  }

  @Test("a clipboard that does not work is named")
  func failing() throws {
    let desk = try Self.desk(with: [], failing: ["xclip", "xsel"])
    let run = try Self.fill(desk)
    #expect(run.status == 2 && run.errors == "turn: nothing is copied: xclip and xsel failed\n")
  }

  @Test("a long text reaches it whole")
  func long() throws {
    let desk = try Self.desk(with: ["wl-copy"])
    let big = String(repeating: "line {x} $HOME\n", count: 100_000)
    try desk.write("big.txt", big)
    let run = try desk.run(
      ["fill", "code-review", "-v", "code=@big.txt", "--copy", "--turn", "1"],
      environment: ["PATH": desk.folder.appending(path: "bin").path])
    #expect(run.status == 0)
    #expect(desk.text("copied")?.hasSuffix(big) == true)
  }

  @Test("a terminal is asked to copy where there is no program")
  func terminal() throws {
    let desk = try Self.desk(with: [])
    let session = try Terminal().run(
      ["fill", "empty-handed", "--copy"], at: desk, answers: [],
      environment: ["PATH": desk.folder.appending(path: "bin").path])
    #expect(session.status == 0)
    let code = Data(Self.text.utf8).base64EncodedString()
    #expect(session.screen == "\u{1B}]52;c;\(code)\u{7}Copied to the clipboard\n")
  }
}
