import JSON
import Testing

@Suite("Findings in an editor")
struct FindingTests {
  @Test("are told of files that nobody has opened, advice left out")
  func closed() async throws {
    let editor = try await Editor(Guides.small)
    #expect(editor.codes("content/index.md") == ["TB-L001"])
    #expect(editor.published["content/sub/other.md"] == nil)
  }

  @Test("stand where an editor counts in UTF-16")
  func place() async throws {
    let editor = try await Editor(Guides.small)
    let found = editor.published["content/index.md"]?.first { $0["code"] == "TB-L001" }
    #expect(found?["range"]?["start"] == ["line": 8, "character": 50])
    #expect(found?["range"]?["end"] == ["line": 8, "character": 61])
    #expect(found?["severity"] == 1)
    #expect(found?["message"]?.string?.contains("did you mean \"sub/other.md\"?") == true)
  }

  @Test("come and go as the page is typed, before it is saved")
  func typing() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    #expect(editor.codes("content/index.md").contains("TB-L001"))
    try await editor.replace("othr.md", with: "other.md", in: "content/index.md")
    #expect(!editor.codes("content/index.md").contains("TB-L001"))
    try await editor.replace("# Here", with: "# Here [x](no.md)", in: "content/index.md")
    #expect(editor.codes("content/index.md").contains("TB-L001"))
  }

  @Test("are found on other pages when a heading that they link to changes")
  func others() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    try await editor.replace("## Here", with: "## There", in: "content/index.md")
    #expect(editor.published["content/sub/other.md"] == nil)
    try await editor.read()
    #expect(editor.codes("content/sub/other.md") == ["TB-L002"])
    try await editor.replace("## There", with: "## Here", in: "content/index.md")
    try await editor.read()
    #expect(editor.codes("content/sub/other.md") == [])
  }

  @Test("of an edit that is thrown away go with it")
  func thrownAway() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/sub/other.md")
    try await editor.replace("../index.md#here", with: "nowhere.md", in: "content/sub/other.md")
    #expect(editor.codes("content/sub/other.md").contains("TB-L001"))
    try await editor.close("content/sub/other.md")
    try await editor.read()
    #expect(editor.codes("content/sub/other.md") == [])
  }

  @Test("see a page that is new on the disk")
  func newPage() async throws {
    let editor = try await Editor(Guides.small)
    try editor.write("content/sub/othr.md", "# It is here\n")
    try await editor.tell(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(editor.uri("content/sub/othr.md")), "type": 1]]])
    try await editor.read()
    #expect(editor.codes("content/index.md") == [])
  }

  @Test("of the configuration are told while it is edited, and the last good one is used")
  func configuration() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("turnbook.yml")
    try await editor.replace("name: Guide", with: "name: Guide\ncontnt: docs", in: "turnbook.yml")
    try await editor.read()
    #expect(editor.codes("turnbook.yml") == ["TB-C001"])
    #expect(editor.codes("content/index.md") == ["TB-L001"])
    try await editor.replace("contnt: docs\n", with: "", in: "turnbook.yml")
    try await editor.read()
    #expect(editor.codes("turnbook.yml") == [])
  }

  @Test("of a platform that the edited configuration no longer has")
  func platforms() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("turnbook.yml")
    try await editor.replace("  claude:\n    name: Claude\n", with: "", in: "turnbook.yml")
    try await editor.read()
    #expect(editor.codes("content/plan.md").contains("TB-S003"))
  }

  @Test("are silent where a comment ignores them, with its reason")
  func ignored() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    try await editor.replace(
      "See [the", with: "<!-- turnbook-ignore TB-L001 the release makes it -->\nSee [the",
      in: "content/index.md")
    #expect(!editor.codes("content/index.md").contains("TB-L001"))
  }

  @Test("of a folder without a configuration are told too")
  func plain() async throws {
    let editor = try await Editor(["a.md": "# A\n\n[x](b.md)\n"])
    try await editor.open("a.md")
    try await editor.read()
    #expect(editor.codes("a.md").contains("TB-L001"))
  }

  @Test("stand right in files of Windows, and in those with a byte order mark")
  func lineEnds() async throws {
    let editor = try await Editor([
      "turnbook.yml": "name: A\n", "content/index.md": "# A\n",
      "content/crlf.md": "# C\r\n\r\nA 😀 [x](no.md)\r\n",
      "content/mark.md": "\u{FEFF}[x](no.md) is first\n\n# M\n",
    ])
    func start(_ path: String) -> JSONValue? {
      editor.published[path]?.first { $0["code"] == "TB-L001" }?["range"]?["start"]
    }
    #expect(start("content/crlf.md") == ["line": 2, "character": 9])
    #expect(start("content/mark.md") == ["line": 0, "character": 4])
    try await editor.open("content/crlf.md")
    #expect(start("content/crlf.md") == ["line": 2, "character": 9])
    try await editor.replace("A 😀 ", with: "😀😀", in: "content/crlf.md")
    #expect(start("content/crlf.md") == ["line": 2, "character": 8])
  }

  @Test("of a guide that is not there are none, and questions have no answers")
  func nothing() async throws {
    let editor = try await Editor(["turnbook.yml": "name: A\n"])
    #expect(editor.heard.contains { $0["method"] == "window/logMessage" })
    try await editor.open("notes.md", "# Notes\n")
    #expect(try await editor.ask("hover", at: "# No‸tes", in: "notes.md") == .null)
  }

  @Test("of a file outside the guide are none")
  func outside() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("README.md", "# Read me\n\n[x](no.md)\n")
    #expect(editor.codes("README.md") == [])
    #expect(try await editor.ask("definition", at: "[‸x]", in: "README.md") == .null)
  }
}
