import JSON
import Testing

@Suite("Completion in an editor")
struct CompletionTests {
  /// What is offered after some lines were put in the place of a page's last words.
  private static func offered(
    _ words: String, _ path: String = "content/index.md", in place: String, with text: String
  ) async throws -> [String] {
    let editor = try await Editor(Guides.small)
    try await editor.open(path)
    let typed = text.filter { $0 != "‸" }
    try await editor.replace(place, with: typed, in: path)
    return try await editor.completions(at: text, in: path)
  }

  @Test(
    "offers the pages that a link can lead to, seen from this one",
    arguments: [
      ("A [text](‸", ["plan.md", "sub/other.md"]), ("A [text](su‸", ["sub/other.md"]),
      ("A [text](./pl‸an.md)", ["./plan.md"]), ("A [text](/‸", ["/plan.md", "/sub/other.md"]),
      ("A [text](OTHER‸", ["sub/other.md"]), ("A [text](a plan‸", []),
      ("![a](https://‸", []), ("A [text]‸", []), ("[x]: su‸", ["sub/other.md"]),
    ])
  func pages(text: String, expected: [String]) async throws {
    #expect(try await Self.offered("", in: "A [text][lab]", with: text) == expected)
  }

  @Test("offers pages of folders above, and replaces what is there")
  func above() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/sub/other.md")
    let list = try await editor.ask(
      "completion", at: "[home](../ind‸ex.md#here)", in: "content/sub/other.md")
    #expect(list["items"]?[0]?["label"] == "../index.md")
    let range = list["items"]?[0]?["textEdit"]?["range"]
    #expect(range?["start"]?["character"] == 12 && range?["end"]?["character"] == 23)
  }

  @Test(
    "offers the anchors of the page that is linked",
    arguments: [
      ("A [x](sub/other.md#‸)", ["the-other", "part-two", "deep", "part-two_1"]),
      ("A [x](#‸)", ["home", "here"]), ("A [x](nothing.md#‸)", []),
    ])
  func anchors(text: String, expected: [String]) async throws {
    #expect(try await Self.offered("", in: "A [text][lab]", with: text) == expected)
  }

  @Test("offers labels that are defined, and footnotes")
  func labels() async throws {
    #expect(try await Self.offered("", in: "A [text][lab]", with: "A [text][‸]") == ["lab"])
    #expect(try await Self.offered("", in: "note[^n]", with: "note[^‸]") == ["n"])
  }

  @Test("offers the keys of front matter that are not there, and those of entries")
  func keys() async throws {
    let first = try await Self.offered("", in: "tags: [first, second]", with: "kin‸")
    #expect(first.contains("kind") && first.contains("platforms"))
    #expect(!first.contains("title") && !first.contains("description"))
    let pitfall = try await Self.offered(
      "", in: "tags: [first, second]", with: "pitfalls:\n  - ti‸")
    #expect(pitfall == ["title", "problem", "fix", "severity"])
    let second = try await Self.offered(
      "", in: "tags: [first, second]", with: "pitfalls:\n  - title: A\n    ‸")
    #expect(second == ["problem", "fix", "severity"])
    let search = try await Self.offered(
      "", in: "tags: [first, second]", with: "search:\n  bo‸")
    #expect(search == ["exclude", "boost"])
  }

  @Test(
    "offers the values that a key can have",
    arguments: [
      ("kind: ‸", ["technique", "page", "index", "use-case", "question"]),
      ("draft: ‸", ["true", "false"]), ("platforms: [‸]", ["claude", "openai"]),
      ("platforms:\n  - cl‸", ["claude", "openai"]), ("platforms:\n- ‸", ["claude", "openai"]),
      ("tags: [se‸]", []), ("related:\n  - ‸", ["plan.md", "sub/other.md"]),
      ("related:\n  - page: sub‸", ["sub/other.md"]),
      (
        "variables:\n  a:\n    type: ‸",
        [
          "text", "line", "number", "integer", "boolean", "choice", "list", "date", "url", "file",
          "secret",
        ]
      ),
    ])
  func values(text: String, expected: [String]) async throws {
    #expect(
      try await Self.offered("", in: "tags: [first, second]", with: text) == expected)
  }

  @Test("offers tags that other pages have, the names of platforms beside their ids")
  func tags() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/plan.md")
    try await editor.replace("kind: technique", with: "tags: []", in: "content/plan.md")
    #expect(
      try await editor.completions(at: "tags: [‸]", in: "content/plan.md") == [
        "first", "second",
      ])
    let platforms = try await editor.ask(
      "completion", at: "platforms: [cl‸aude]", in: "content/plan.md")
    #expect(platforms["items"]?[0]?["detail"] == "Claude")
  }

  @Test("offers the slots of the page in its templates, and their names below variables")
  func slots() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/plan.md")
    let slots = try await editor.ask("completion", at: "Turn 3: {‸", in: "content/plan.md")
    #expect(
      (slots["items"]?.array ?? []).compactMap { $0["textEdit"]?["newText"]?.string } == [
        "Project name: the shorter the better}", "number of risks}",
      ])
    try await editor.replace(
      "  project_name:", with: "  n\n  project_name:", in: "content/plan.md")
    #expect(
      try await editor.completions(at: "  n‸\n  project", in: "content/plan.md") == [
        "number_of_risks"
      ])
  }

  @Test("offers the keys of the configuration, their values, and pages for its navigation")
  func configuration() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("turnbook.yml")
    try await editor.replace(
      "name: Guide\n", with: "name: Guide\nhtml: \nfe\nnavigation:\n  - Start: in\n",
      in: "turnbook.yml")
    #expect(
      try await editor.completions(at: "html: ‸", in: "turnbook.yml") == [
        "allow", "escape", "safe",
      ])
    #expect(try await editor.completions(at: "\nfe‸", in: "turnbook.yml").contains("feed"))
    #expect(
      try await editor.completions(at: "Start: in‸", in: "turnbook.yml") == ["index.md"])
    let platform = try await editor.completions(at: "    na‸me: Claude", in: "turnbook.yml")
    #expect(platform == ["name", "window"])
  }

  @Test("offers nothing in text")
  func text() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    let answer = try await editor.ask("completion", at: "a no‸te", in: "content/index.md")
    #expect(answer == .null)
  }
}
