import Foundation
import Testing

@Suite("The Markdown of published pages")
struct MarkdownPagesTests {
  private static let files: [String: String] = [
    "turnbook.yml": """
    name: The *guide*
    description: What it is about
    url: https://example.org/guide/
    platforms: {claude: {name: Claude}}
    navigation:
      - Home: index.md
      - Section [one]: [a/one.md]
    """,
    "content/index.md": """
    # Home

    [one](a/one.md?q=1&r=2#x) [self](#home) ![p](img/a%20(1).png) <a href="a/one.md">raw</a> [ref]
    `[one](a/one.md)` [up](https://example.org) [gone](gone.md) <!-- a comment -->

    <!-- turnbook-ignore TB-L001 -->

    ```python title="x.py"
    # [one](a/one.md) <!-- code -->
    ```

    --8<-- "part.txt"

    [ref]: a/one.md
    """,
    "content/part.txt": "!!! note \"[Two](a/two.md)\"\n\n    From a file.\n",
    "content/a/one.md": """
    ---
    title: "One: \\"quoted\\" _and_ more"
    description: The first
    platforms: [claude]
    tags: [x, "y: z"]
    date: 2025-01-31
    author_note: hidden
    ---

    ## X

    [home](../index.md) [two](two.md)
    """,
    "content/a/two.md": "# Two\n",
    "content/img/a (1).png": "PNG",
    "content/draft.md": "---\ndraft: true\n---\n\n# Draft\n",
  ]

  @Test("say what the page says, with links to the Markdown of other pages")
  func page() throws {
    let guide = try Guide(Self.files)
    try guide.run("build")
    #expect(
      guide.text("site/index.md") == """
        ---
        title: "Home"
        url: "https://example.org/guide/"
        ---

        # Home

        [one](a/one/index.md?q=1&r=2#x) [self](#home) ![p](img/a%20%281%29.png) \
        <a href="a/one/index.md">raw</a> [ref]
        `[one](a/one.md)` [up](https://example.org) [gone](gone.md)

        ```python title="x.py"
        # [one](a/one.md) <!-- code -->
        ```

        !!! note "[Two](a/two/index.md)"

            From a file.

        [ref]: a/one/index.md

        """)
  }

  @Test("begin with what a reader needs to know, and with the title that the page shows")
  func frontMatter() throws {
    let guide = try Guide(Self.files)
    try guide.run("build")
    #expect(
      guide.text("site/a/one/index.md") == #"""
        ---
        title: "One: \"quoted\" _and_ more"
        description: "The first"
        url: "https://example.org/guide/a/one/"
        platforms: ["claude"]
        tags: ["x", "y: z"]
        ---

        # One: "quoted" \_and\_ more

        ## X

        [home](../../index.md) [two](../two/index.md)

        """#)
    #expect(!guide.has("site/draft/index.md"))
    let html = guide.text("site/a/one/index.html") ?? ""
    #expect(html.contains(#"<link rel="alternate" type="text/markdown" href="index.md">"#))
  }

  @Test("stand beside pages that are files, and have a list and a book of them")
  func plainFiles() throws {
    var files = Self.files
    files["turnbook.yml"] = "name: G\ndirectory_urls: false\n"
    let guide = try Guide(files)
    try guide.run("build")
    #expect(guide.text("site/a/one.md")?.contains("[home](../index.md) [two](two.md)") == true)
    #expect(guide.text("site/llms.txt")?.contains("](a/one.md): The first\n") == true)
    #expect(guide.text("site/llms-full.txt")?.contains("<!-- a/one.md -->") == true)
  }

  @Test("are listed in the order of the navigation, with their descriptions")
  func list() throws {
    let guide = try Guide(Self.files)
    try guide.run("build")
    #expect(
      guide.text("site/llms.txt") == #"""
        # The \*guide\*

        > What it is about

        ## Pages

        - [Home](https://example.org/guide/index.md)

        ## Section \[one\]

        - [One: "quoted" \_and\_ more](https://example.org/guide/a/one/index.md): The first

        ## Optional

        - [Two](https://example.org/guide/a/two/index.md)

        """#)
    let full = guide.text("site/llms-full.txt") ?? ""
    let places = ["guide/index.md -->", "one/index.md -->", "two/index.md -->"].compactMap {
      full.range(of: $0)?.lowerBound
    }
    #expect(places.count == 3 && places == places.sorted())
  }

  @Test("are not written where nobody wants them, nor over a file of the author's")
  func without() throws {
    var files = Self.files
    files["turnbook.yml"] = "name: G\nmarkdown_pages: false\n"
    let guide = try Guide(files)
    try guide.run("build")
    #expect(!guide.has("site/index.md") && !guide.has("site/llms.txt"))
    #expect(guide.text("site/index.html")?.contains("text/markdown") == false)
    files["turnbook.yml"] = "name: G\n"
    files["content/llms.txt"] = "mine"
    let other = try Guide(files)
    try other.run("build")
    #expect(other.text("site/llms.txt") == "mine")
  }

  @Test("make the same pages when a site is built from them")
  func again() throws {
    let guide = try Guide()
    let first = try guide.run("build", HTMLReader.repository, "--output", guide.at("first").path)
    #expect(first.status == 0, "\(first.errors)")
    for (path, bytes) in try guide.tree("first")
    where path.hasSuffix("index.md") || path.hasPrefix("patterns/")
      || (path.hasSuffix(".svg") && !path.hasPrefix("assets/"))
    {
      var text = String(decoding: bytes, as: UTF8.self)
      let page = guide.text("first/" + path.replacing("index.md", with: "index.html")) ?? ""
      if page.contains("class=\"prose technique\"") {
        text = text.replacing("---\n", with: "---\nkind: technique\n", maxReplacements: 1)
      }
      try guide.write("content/" + path, text)
    }
    try guide.write("turnbook.yml", "name: Again\ndialect: {snippets: false}\n")
    let second = try guide.run("build")
    #expect(second.status == 0, "\(second.errors)")
    var count = 0
    for (path, bytes) in try guide.tree("first")
    where path.hasSuffix("index.html") && !path.hasPrefix("reference/") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(Self.article(text) == Self.article(guide.text("site/" + path) ?? ""), "\(path)")
      count += 1
    }
    #expect(count > 8)
  }

  /// The article without comments and what is made of front matter that Markdown pages do not have,
  /// white space collapsed.
  private static func article(_ html: String) -> String? {
    html.firstMatch(of: /<article[^>]*>(?s:(.*?))<\/article>/).map { match in
      match.1.replacing(/<!--(?s:.*?)-->/, with: "")
        .replacing(/<section class="(?:glance|panel)"(?s:.*?)<\/section>/, with: "")
        .replacing(/<ul class="platforms"(?s:.*?)<\/ul>/, with: "")
        .replacing(/<figure class="diagram around"(?s:.*?)<\/figure>/, with: "")
        .filter { !$0.isWhitespace }
    }
  }
}
