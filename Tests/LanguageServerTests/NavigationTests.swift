import JSON
import Testing

@Suite("Finding one's way in an editor")
struct NavigationTests {
  @Test(
    "leads from what is written to where it is said",
    arguments: [
      ("[the ‸other]", ["content/sub/other.md:9:0"]),
      ("sub/other.md#pa‸rt-two", ["content/sub/other.md:9:0"]),
      ("[te‸xt][lab]", ["content/sub/other.md:0:0"]),
      ("[text][l‸ab]", ["content/index.md:14:0"]),
      ("a note[^‸n]", ["content/index.md:15:0"]),
      ("## He‸re", ["content/index.md:10:0"]),
      ("[go‸ne]", []), ("it ‸all", []),
    ])
  func definition(words: String, expected: [String]) async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    let answer = try await editor.ask("definition", at: words, in: "content/index.md")
    #expect(editor.places(answer) == expected)
  }

  @Test("leads from an entry of related to its page, and from a slot to its first use")
  func others() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/sub/other.md")
    try await editor.open("content/plan.md")
    let related = try await editor.ask(
      "definition", at: "- ../ind‸ex.md", in: "content/sub/other.md")
    #expect(editor.places(related) == ["content/index.md:0:0"])
    let declared = try await editor.ask(
      "definition", at: "plan for {Proj‸ect name", in: "content/plan.md")
    #expect(editor.places(declared) == ["content/plan.md:6:2"])
    let slot = try await editor.ask(
      "definition", at: "{number ‸of risks}", in: "content/plan.md")
    #expect(editor.places(slot) == ["content/plan.md:16:13"])
  }

  @Test(
    "finds everything that refers to it",
    arguments: [
      ("content/index.md", "## He‸re", ["content/index.md:10:0", "content/sub/other.md:11:12"]),
      (
        "content/index.md", "# Ho‸me",
        ["content/index.md:6:0", "content/sub/other.md:11:12", "content/sub/other.md:4:4"]
      ),
      (
        "content/index.md", "[^n‸]: What",
        ["content/index.md:12:33", "content/index.md:15:0"]
      ),
      (
        "content/index.md", "[l‸ab]: sub",
        ["content/index.md:12:17", "content/index.md:12:8", "content/index.md:14:0"]
      ),
      (
        "content/sub/other.md", "## Part ‸two",
        ["content/index.md:8:16", "content/sub/other.md:9:0"]
      ),
      (
        "content/plan.md", "for {Pro‸ject name",
        ["content/plan.md:15:25", "content/plan.md:16:40"]
      ),
    ])
  func references(path: String, words: String, expected: [String]) async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open(path)
    let answer = try await editor.ask(
      "references", at: words, in: path, ["context": ["includeDeclaration": true]])
    #expect(editor.places(answer) == expected)
  }

  @Test(
    "tells what is meant",
    arguments: [
      ("content/index.md", "[the ‸other]", "**The other** › Part two\n\nWhat else there is."),
      ("content/index.md", "[te‸xt][lab]", "**The other**\n\nWhat else there is."),
      ("content/index.md", "note[^‸n]", "What is noted."),
      ("content/index.md", "## He‸re", "`#here`, 1 link"),
      ("content/index.md", "sub/oth‸r.md", "**TB-L001**"),
      ("content/index.md", "descr‸iption", "**description**: one or two sentences"),
      ("content/plan.md", "for {Proj‸ect", "**Project name**: `project_name`"),
      ("content/plan.md", "kin‸d:", "technique, page, index"),
      ("turnbook.yml", "platf‸orms", "what the patterns of the site run on"),
    ])
  func hover(path: String, words: String, expected: String) async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open(path)
    let hover = try await editor.ask("hover", at: words, in: path)
    #expect(hover["contents"]?["value"]?.string?.contains(expected) == true, "\(hover)")
    #expect(hover["contents"]?["kind"] == "markdown")
  }

  @Test("shows headings within headings")
  func symbols() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/sub/other.md")
    let symbols = try await editor.ask(
      "textDocument/documentSymbol",
      ["textDocument": ["uri": .string(editor.uri("content/sub/other.md"))]])
    func outline(_ symbols: JSONValue?) -> String {
      (symbols?.array ?? []).map { symbol in
        let children = outline(symbol["children"])
        return (symbol["name"]?.string ?? "?") + (children.isEmpty ? "" : "(\(children))")
      }.joined(separator: " ")
    }
    #expect(outline(symbols) == "The other(Part two(Deep) Part two)")
    let part = symbols[0]?["children"]?[0]
    #expect(part?["range"]?["start"]?["line"] == 9 && part?["range"]?["end"]?["line"] == 14)
  }

  @Test("finds headings of the whole guide, their beginnings first, of pages that are edited too")
  func workspace() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    try await editor.replace("## Here", with: "## A part", in: "content/index.md")
    let symbols = try await editor.ask("workspace/symbol", ["query": "PART"])
    #expect(symbols.array?.compactMap { $0["name"]?.string } == ["Part two", "Part two", "A part"])
    #expect(symbols[2]?["containerName"] == "Home")
  }

  @Test("folds front matter, sections, code and containers")
  func folding() async throws {
    let editor = try await Editor(Guides.small)
    let text = """
      ---
      title: T
      ---

      # T

      !!! note "N"

          inside

          more

      === "Tab"
          x

      ```sh
      a
      ```

      ## Next

      :::tip
      x
      :::
      """
    try editor.write("content/folds.md", text)
    try await editor.open("content/folds.md")
    try await editor.read()
    let folds = try await editor.ask(
      "textDocument/foldingRange",
      ["textDocument": ["uri": .string(editor.uri("content/folds.md"))]])
    let lines = (folds.array ?? []).map {
      "\($0["startLine"]?.integer ?? -1)-\($0["endLine"]?.integer ?? -1)"
    }
    #expect(lines == ["0-2", "4-23", "6-10", "12-13", "15-17", "19-23", "21-23"])
  }

  @Test("makes links of the targets that are files")
  func documentLinks() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    let links = try await editor.ask(
      "textDocument/documentLink",
      ["textDocument": ["uri": .string(editor.uri("content/index.md"))]])
    #expect(links.array?.count == 2)
    #expect(links[0]?["target"] == .string(editor.uri("content/sub/other.md")))
  }
}
