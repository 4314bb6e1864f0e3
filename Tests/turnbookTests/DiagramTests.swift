import Foundation
import Testing

@Suite("Diagrams on pages")
struct DiagramTests {
  private static let flowchart = """
    ```mermaid
    flowchart LR
      start[Begin] --> more{Enough?}
      click start href "other.md#part" "Another page"
    ```
    """

  private static func guide(_ page: String, _ configuration: String = "") throws -> Guide {
    try Guide([
      "turnbook.yml": "name: Drawn\n" + configuration, "content/index.md": "# Home\n\n" + page,
      "content/other.md": "# Other\n\n## Part\n",
    ])
  }

  @Test("are drawn, link to pages and are found by their words")
  func drawn() throws {
    let guide = try Self.guide(Self.flowchart)
    let run = try guide.run("build", "--strict")
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(guide.text("site/index.html"))
    #expect(page.contains("<figure class=\"diagram\"><svg "))
    #expect(page.contains("<a href=\"other/#part\"><title>Another page</title>"))
    #expect(page.contains(">Enough?</text>"))
    #expect(!page.contains("language-mermaid"))
    // The page's Markdown keeps the text, with the link as it leads from there.
    let twin = try #require(guide.text("site/index.md"))
    #expect(twin.contains("```mermaid\nflowchart LR\n"))
    let texts = try guide.tree().filter { $0.key.hasPrefix("assets/search/") }
      .map { String(decoding: $0.value, as: UTF8.self) }.joined()
    #expect(texts.contains("Enough?"))
    #expect(!texts.contains("→"))
  }

  @Test("with a link to a page that is not there are reported at the target")
  func deadLink() throws {
    let guide = try Self.guide(
      Self.flowchart.replacingOccurrences(of: "other.md#part", with: "ohter.md"))
    let run = try guide.run("check")
    #expect(run.codes == ["TB-L001"])
    #expect(run.errors.contains("content/index.md:6:21") || run.output.contains(":6:21"))
  }

  @Test("with a mistake stay as code, and the finding has its line and column")
  func mistake() throws {
    let page = """
      - A list

          !!! note
              ```mermaid
              sequenceDiagram
                A->>B
              ```
      """
    let run = try Self.guide(page).run("check")
    #expect(run.codes == ["TB-D001"])
    #expect(
      (run.output + run.errors).contains("content/index.md:8:15"), "\(run.output)\(run.errors)")
  }

  @Test("that would run a script at a click are drawn without, and a check says where")
  func calls() throws {
    let guide = try Self.guide(
      Self.flowchart.replacingOccurrences(
        of: "href \"other.md#part\" \"Another page\"", with: "call show(\"part\") \"Tip\""))
    let build = try guide.run("build", "--strict")
    #expect(build.status == 0 && build.codes.isEmpty)
    #expect(guide.text("site/index.html")?.contains("<figure class=\"diagram\">") == true)
    let check = try guide.run("check")
    #expect(check.codes == ["TB-D006"])
    #expect(check.reports("TB-D006", at: "content/index.md:6:15"), "\(check.output)")
  }

  @Test("of other kinds stay as code; only a check says so")
  func otherKinds() throws {
    let guide = try Self.guide("```mermaid\ngantt\n  title A\n```\n")
    let build = try guide.run("build", "--strict")
    #expect(build.status == 0 && build.codes.isEmpty)
    #expect(guide.text("site/index.html")?.contains("language-mermaid") == true)
    #expect(try guide.run("check").codes == ["TB-D002"])
  }

  #if os(Linux)
    @Test(
      "that need Graphviz stay as code where it is not installed, and others are drawn",
      .enabled(if: FailingSystem.isPossible, "needs the library of faults"))
    func noGraphviz() throws {
      let others = """

        ```mermaid
        stateDiagram-v2
          [*] --> Asked
        ```

        ```mermaid
        sequenceDiagram
          A->>B: Hello
        ```

        ```mermaid
        pie
          "Half" : 50
          "Rest" : 50
        ```

        ```mermaid
        mindmap
          root
            leaf
        ```
        """
      let guide = try Self.guide(Self.flowchart + "\n" + others)
      try guide.write("content/second.md", "# Second\n\n" + Self.flowchart)
      let hidden = FailingSystem.hiding("libgvc")
      let run = try guide.run(["build"], environment: hidden)
      #expect(run.status == 0)
      #expect(Set(run.codes) == ["TB-D003"], "\(run.errors)")
      #expect(run.errors.contains("apt install libgvc6"))
      let page = try #require(guide.text("site/index.html"))
      #expect(page.matches(of: /language-mermaid/).count == 2)
      #expect(page.matches(of: /<figure class="diagram">/).count == 3)
      #expect(page.contains("start[Begin] --&gt; more{Enough?}"))
      #expect(guide.text("site/second/index.html")?.contains("language-mermaid") == true)
      #expect(try Set(guide.run(["check"], environment: hidden).codes) == ["TB-D003"])
      // It is installed then: nobody has to say that all is to be built.
      #expect(try guide.run("build").codes.isEmpty)
      #expect(guide.text("site/index.html")?.contains("language-mermaid") == false)
    }
  #endif

  @Test("can be switched off")
  func off() throws {
    let guide = try Self.guide(Self.flowchart, "dialect: {diagrams: off}\n")
    #expect(try guide.run("build", "--strict").status == 0)
    #expect(guide.text("site/index.html")?.contains("language-mermaid") == true)
  }

  @Test("on one page have ids of their own")
  func ids() throws {
    let guide = try Self.guide(
      Self.flowchart + "\n\n```mermaid\npie\n \"a\" : 1\n```\n\n" + Self.flowchart)
    #expect(try guide.run("build").status == 0)
    let page = try #require(guide.text("site/index.html"))
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("dg1.t") && ids.contains("dg3.d"))
  }
}
