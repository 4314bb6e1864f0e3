import JSON
import Testing

@Suite("Changes from an editor")
struct ChangeTests {
  private static func renamed(
    _ words: String, in path: String, to name: String
  ) async throws -> [String: String] {
    let editor = try await Editor(Guides.small)
    try await editor.open(path)
    let edit = try await editor.ask("rename", at: words, in: path, ["newName": .string(name)])
    return try editor.changed(edit)
  }

  @Test("a heading gets another text, and links to it another fragment")
  func heading() async throws {
    let changed = try await Self.renamed("## He‸re", in: "content/index.md", to: "Over there")
    #expect(changed.count == 2)
    #expect(changed["content/index.md"]?.contains("\n## Over there\n") == true)
    #expect(changed["content/sub/other.md"]?.contains("[home](../index.md#over-there)") == true)
  }

  @Test("where the first of two headings changes, the second one's anchor changes too")
  func twins() async throws {
    let editor = try await Editor(Guides.small)
    try editor.write("content/link.md", "# L\n\n[x](sub/other.md#part-two_1)\n")
    try await editor.tell(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(editor.uri("content/link.md")), "type": 1]]])
    try await editor.read()
    try await editor.open("content/sub/other.md")
    let edit = try await editor.ask(
      "rename", at: "## Part ‸two", in: "content/sub/other.md", ["newName": "Part one"])
    let changed = try editor.changed(edit)
    #expect(changed["content/index.md"]?.contains("sub/other.md#part-one)") == true)
    #expect(changed["content/link.md"] == "# L\n\n[x](sub/other.md#part-two)\n")
  }

  @Test("a label gets another name where it is defined and used; what readers see stays")
  func label() async throws {
    let changed = try await Self.renamed("[text][l‸ab]", in: "content/index.md", to: "new one")
    let text = changed["content/index.md"] ?? ""
    #expect(text.contains("A [text][new one], a [lab][new one] and"))
    #expect(text.contains("\n[new one]: sub/other.md\n"))
  }

  @Test("a label without a text beside it keeps what readers see", arguments: ["[lab]", "[lab][]"])
  func collapsed(written: String) async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    try await editor.replace("a [lab] and", with: "a \(written) and", in: "content/index.md")
    let edit = try await editor.ask(
      "rename", at: "[l‸ab]: sub", in: "content/index.md", ["newName": "other"])
    let changed = try editor.changed(edit)
    #expect(changed["content/index.md"]?.contains("a [lab][other] and") == true)
  }

  @Test("a footnote gets another label")
  func footnote() async throws {
    let changed = try await Self.renamed("note[^‸n]", in: "content/index.md", to: "why")
    #expect(changed["content/index.md"]?.contains("note[^why].") == true)
    #expect(changed["content/index.md"]?.contains("\n[^why]: What") == true)
  }

  @Test("a slot gets another label in all turns, and its declaration another name")
  func slot() async throws {
    let changed = try await Self.renamed("for {Proj‸ect", in: "content/plan.md", to: "Task")
    let text = changed["content/plan.md"] ?? ""
    #expect(text.contains("plan for {Task: the shorter the better}."))
    #expect(text.contains("risks of {Task: the shorter the better}."))
    #expect(text.contains("variables:\n  task:\n    description"))
  }

  @Test(
    "what would break something is refused",
    arguments: [
      ("content/index.md", "[text][l‸ab]", "a]b"), ("content/index.md", "## He‸re", "a\nb"),
      ("content/index.md", "note[^‸n]", "two words"), ("content/index.md", "it ‸all", "x"),
      ("content/plan.md", "{number ‸of", "a}b"), ("content/plan.md", "{number ‸of", "Project name"),
    ])
  func refused(path: String, words: String, name: String) async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open(path)
    var parameters = try editor.place(words, in: path)
    parameters["newName"] = .string(name)
    let answer = try await editor.answer("textDocument/rename", parameters)
    #expect(answer["error"]?["message"]?.string?.isEmpty == false, "\(answer)")
  }

  @Test("what can be renamed is shown with the name that it has")
  func preparation() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    let heading = try await editor.ask("prepareRename", at: "## He‸re", in: "content/index.md")
    #expect(heading["placeholder"] == "Here")
    #expect(heading["range"]?["start"] == ["line": 10, "character": 3])
    #expect(
      try await editor.ask("prepareRename", at: "[the ot‸her]", in: "content/index.md") == .null)
  }

  // MARK: - Files

  private static func moved(
    _ editor: Editor, _ old: String, to new: String
  ) async throws -> JSONValue {
    try await editor.ask(
      "workspace/willRenameFiles",
      [
        "files": [
          ["oldUri": .string(editor.uri(old)), "newUri": .string(editor.uri(new))]
        ]
      ])
  }

  @Test("a page that gets another name takes links to it along, in texts that are not saved too")
  func file() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    try await editor.replace("See [the", with: "😀 Do see [the", in: "content/index.md")
    let edit = try await Self.moved(
      editor, "content/sub/other.md", to: "content/sub/else.md")
    let changed = try editor.changed(edit)
    let text = try #require(changed["content/index.md"])
    #expect(text.contains("😀 Do see [the other](sub/else.md#part-two), 😀"))
    #expect(text.contains("\n[lab]: sub/else.md\n"))
    #expect(changed["content/sub/other.md"]?.contains("redirect_from") == true)
  }

  @Test("a folder that gets another name takes the links out of it along")
  func folder() async throws {
    let editor = try await Editor(Guides.small)
    let changed = try editor.changed(
      try await Self.moved(editor, "content/sub", to: "content/deep/sub"))
    #expect(changed["content/index.md"]?.contains("deep/sub/other.md#part-two") == true)
    #expect(
      changed["content/sub/other.md"]?.contains("[home](../../index.md#here)") == true)
  }

  @Test("what cannot be moved is said, and changes nothing")
  func refusedMove() async throws {
    let editor = try await Editor(Guides.small)
    let edit = try await Self.moved(editor, "content/sub/other.md", to: "content/index.md")
    #expect(edit == .null)
    #expect(editor.heard.contains { $0["method"] == "window/showMessage" })
    #expect(try await Self.moved(editor, "README.md", to: "READ.md") == .null)
  }

  // MARK: - Code actions

  private static func actions(
    _ editor: Editor, at words: String, in path: String, only: [String]? = nil
  ) async throws -> [JSONValue] {
    let place = try editor.place(words, in: path)
    let position = place["position"] ?? .null
    var context: JSONObject = ["diagnostics": []]
    if let only { context["only"] = .array(only.map { .string($0) }) }
    return try await editor.ask(
      "textDocument/codeAction",
      [
        "textDocument": place["textDocument"] ?? .null,
        "range": ["start": position, "end": position], "context": .object(context),
      ]
    ).array ?? []
  }

  @Test("a finding brings its fix along")
  func fix() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    let actions = try await Self.actions(editor, at: "sub/oth‸r.md", in: "content/index.md")
    let fix = try #require(actions.first)
    #expect(fix["title"] == "Write \"sub/other.md\"" && fix["kind"] == "quickfix")
    #expect(fix["diagnostics"]?[0]?["code"] == "TB-L001")
    let changed = try editor.changed(fix["edit"] ?? .null)
    #expect(changed["content/index.md"]?.contains("[gone](sub/other.md)") == true)
    #expect(try await Self.actions(editor, at: "it ‸all", in: "content/index.md").isEmpty)
  }

  @Test("a finding can be ignored with a comment, which then ignores it")
  func ignore() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    let actions = try await Self.actions(editor, at: "sub/oth‸r.md", in: "content/index.md")
    let ignore = try #require(actions.last { $0["title"]?.string?.contains("Ignore") == true })
    let changed = try editor.changed(ignore["edit"] ?? .null)
    let text = try #require(changed["content/index.md"])
    #expect(text.contains("<!-- turnbook-ignore TB-L001 say why -->\nSee [the other]"))
    try await editor.close("content/index.md")
    try await editor.open("content/index.md", text)
    #expect(!editor.codes("content/index.md").contains("TB-L001"))
    #expect(!editor.codes("content/index.md").contains("TB-M025"))
  }

  @Test("a comment that would stand in front matter or end a list is not offered")
  func noIgnore() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    try await editor.replace(
      "tags: [first, second]", with: "\nkind: nothing", in: "content/index.md")
    try await editor.replace("See [the", with: "- See [the", in: "content/index.md")
    for place in ["kind: no‸thing", "sub/oth‸r.md"] {
      let actions = try await Self.actions(editor, at: place, in: "content/index.md")
      #expect(!actions.contains { $0["title"]?.string?.contains("Ignore") == true }, "\(place)")
    }
  }

  @Test("all safe fixes are made at once where the client asks for them")
  func fixAll() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    try await editor.replace("sub/othr.md", with: "sub/other", in: "content/index.md")
    let actions = try await Self.actions(
      editor, at: "it ‸all", in: "content/index.md", only: ["source.fixAll"])
    try #require(actions.count == 1)
    #expect(actions[0]["kind"] == "source.fixAll.turnbook")
    let changed = try editor.changed(actions[0]["edit"] ?? .null)
    #expect(changed["content/index.md"]?.contains("[gone](sub/other.md)") == true)
  }
}
