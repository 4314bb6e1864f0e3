import ByteText
import Diagnostics
import Testing

@testable import Markdown

@Suite("The outline of a page")
struct OutlineTests {
  private static func page(_ text: String, snippets: [String: String] = [:]) -> RenderedPage {
    var renderer = PageRenderer(dialect: Dialect(), slugRule: .mkdocs, outlines: OutlineWish())
    let files = snippets.map { name, text in
      (name, SnippetSet.File(path: name, bytes: Array(text.utf8)))
    }
    return renderer.render(
      Array(text.utf8), from: 0, path: "page.md",
      snippets: SnippetSet(files: Dictionary(files) { first, _ in first }))
  }

  @Test(
    "is made where a heading or a fence promises a pattern",
    arguments: [
      ("## The Pattern\n", true), ("> ### PATTERNS of it\n", true), ("Pattern\n---\n", true),
      ("```pattern\nx\n```\n", true), ("``` {.pattern}\nx\n```\n", true), ("# Plan\n", false),
      ("A pattern.\n", false), ("```text\npattern\n```\n", false), ("pattern\n\n---\n", false),
    ])
  func wish(text: String, isMade: Bool) {
    #expect((Self.page(text).outline != nil) == isMade)
  }

  @Test("changes nothing of what is written")
  func html() {
    let text = "## Pattern {#p}\n\n!!! note\n    **A:** b `c`\n\n- [x](y.md) :smile: https://a.b\n"
    var plain = PageRenderer(dialect: Dialect(), slugRule: .mkdocs)
    let expected = plain.render(Array(text.utf8), from: 0, path: "page.md")
    let page = Self.page(text)
    #expect(page.html == expected.html && page.links.count == expected.links.count)
  }

  @Test("has the text of each block without marks, and where blocks end")
  func blocks() throws {
    let outline = try #require(
      Self.page(
        """
        ## The *Pattern* {#own}

        !!! warning "Too **long**"
            **Problem:** it is,
            \\*sic\\*. :smile:

        - [a `b`](x.md) — c
          - d
        """
      ).outline)
    #expect(
      outline.blocks.map(\.kind) == [
        .heading(level: 2), .box(type: "warning"), .paragraph, .item, .item,
      ])
    #expect(
      outline.blocks.map(\.text) == [
        "The Pattern", "Too long", "Problem: it is, *sic*. 😄", "a b — c", "d",
      ])
    #expect(outline.blocks.map(\.end) == [1, 3, 3, 5, 5])
    #expect(outline.blocks[2].runs.first == OutlineRun(text: "Problem:", isBold: true))
    #expect(outline.blocks[3].runs.first == OutlineRun(text: "a b", target: "x.md"))
  }

  @Test(
    "leads each line of code back to its bytes",
    arguments: [
      "```text\n«one»\n«  two»\n```\n", "!!! note\n    ```text\n    «one»\n      «two»\n    ```\n",
      "- a\n\n  ~~~\n  «one»\n\n  « two»\n  ~~~\n", "> ```\n> «one {x}»\n> ```\n",
      "=== \"Tab\"\n    ```\n    «:smile: https://a.b [^1] \\*»\n    ```\n",
      "```text\r\n«one»\r\n«two»\r\n```\r\n",
      "- a\n\n    !!! tip\n        ```\n        «deep»\n        ```\n",
    ])
  func places(marked: String) throws {
    let source = MarkedSource("## Pattern\n\n" + marked)
    let outline = try #require(Self.page(source.text).outline)
    let lines = outline.blocks.flatMap { block in
      if case .code(let code) = block.kind { return code.lines.filter { !$0.bytes.isEmpty } }
      return []
    }
    let bytes = Array(source.text.utf8)
    // A line keeps the spaces that are its own.
    let trimmed = source.ranges.map { bytes[$0].drop { $0 == 0x20 } }
    #expect(lines.map { $0.bytes.drop { $0 == 0x20 } } == trimmed)
    for line in lines {
      #expect(bytes[line.offset...].starts(with: line.bytes))
    }
  }

  @Test("knows code of a snippet by its file")
  func snippet() throws {
    let outline = try #require(
      Self.page("## Pattern\n\n--8<-- \"a.md\"\n", snippets: ["a.md": "Text\n\n```\nab\n```\n"])
        .outline)
    let block = try #require(outline.blocks.last)
    #expect(block.path == "a.md")
    guard case .code(let code) = block.kind else {
      Issue.record("\(block)")
      return
    }
    #expect(code.isFenced && code.lines.map(\.offset) == [10])
  }

  @Test("reads what a fence says of itself, and tells it from indented code")
  func attributes() throws {
    let outline = try #require(
      Self.page(
        "```pattern {#own title=\"A b\" kind=\"fork\"}\nx\n```\n\n    indented\n\n````\n```\n````\n"
      ).outline)
    let codes = outline.blocks.compactMap { block in
      if case .code(let code) = block.kind { return code }
      return nil
    }
    #expect(codes.map(\.isFenced) == [true, false, true])
    #expect(codes[0].language == "pattern" && codes[0].id == "own")
    #expect(codes[0].title == "A b" && codes[0].kind == "fork")
    #expect(codes[2].lines.map(\.bytes) == [Array("```".utf8)])
  }
}
