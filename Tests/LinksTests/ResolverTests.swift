import Testing

@Suite("What a link means")
struct ResolverTests {
  private static let guide = Guide(
    [
      "index.md": "", "a/index.md": "", "a/few-shot.md": "", "a/b/deep.md": "", "c/README.md": "",
      "a b.md": "", "café.md": "", "100%.md": "", "x%20y.md": "", "named.markdown": "",
      "twin.md": "", "twin/other.md": "",
    ],
    files: ["img/p.png", "a/data.json", "img/two words.png"])

  @Test(
    "a target is seen from the folder of the source",
    arguments: [
      ("few-shot.md", "a/index.md", "a/few-shot.md"),
      ("./few-shot.md", "a/index.md", "a/few-shot.md"),
      ("../index.md", "a/few-shot.md", "index.md"),
      ("b/../b/deep.md", "a/index.md", "a/b/deep.md"), ("data.json", "a/index.md", "a/data.json"),
      ("../img/p.png", "a/few-shot.md", "img/p.png"),
      ("named.markdown", "index.md", "named.markdown"),
      // From the root.
      ("/a/few-shot.md", "c/README.md", "a/few-shot.md"), ("/", "a/b/deep.md", "index.md"),
      ("/img/p.png", "a/b/deep.md", "img/p.png"),
      // A folder means its first page.
      ("a/", "index.md", "a/index.md"), ("a", "index.md", "a/index.md"),
      ("c/", "index.md", "c/README.md"), ("..", "a/b/deep.md", "a/index.md"),
      (".", "a/few-shot.md", "a/index.md"), ("./", "a/few-shot.md", "a/index.md"),
      // A page without its extension.
      ("few-shot", "a/index.md", "a/few-shot.md"), ("a/b/deep", "index.md", "a/b/deep.md"),
      // Signs in names.
      ("a%20b.md", "index.md", "a b.md"), ("a b.md", "index.md", "a b.md"),
      ("caf%C3%A9.md", "index.md", "café.md"), ("café.md", "index.md", "café.md"),
      ("100%25.md", "index.md", "100%.md"), ("100%.md", "index.md", "100%.md"),
      ("x%20y.md", "index.md", "x%20y.md"), ("x%2520y.md", "index.md", "x%20y.md"),
      ("img/two%20words.png", "index.md", "img/two words.png"),
      // Query and fragment stay.
      ("a/few-shot.md?v=1#part", "index.md", "a/few-shot.md?v=1#part"),
      ("a/#part", "index.md", "a/index.md#part"), ("?v=2", "a/few-shot.md", "a/few-shot.md?v=2"),
      ("img/p.png?raw#x/y", "index.md", "img/p.png?raw#x/y"),
      ("#part", "a/few-shot.md", "a/few-shot.md#part"),
    ])
  func source(link: String, page: String, target: String) {
    #expect(Self.guide.target(of: link, from: page) == target)
  }

  @Test(
    "what is not in the tree is seen from the published page",
    arguments: [
      ("../few-shot/", "a/b/deep.md", nil), ("../../few-shot/", "a/b/deep.md", "a/few-shot.md"),
      ("../b/deep/", "a/few-shot.md", "a/b/deep.md"), ("../", "a/b/deep.md", "a/index.md"),
      ("../../c/#x", "a/few-shot.md", "c/README.md#x"),
      ("../data.json", "a/few-shot.md", "a/data.json"),
      ("../../img/p.png", "a/few-shot.md", "img/p.png"),
      ("../few-shot/index.html", "a/few-shot.md", "a/few-shot.md"),
      ("/a/few-shot/", "index.md", "a/few-shot.md"), ("a/few-shot/", "index.md", "a/few-shot.md"),
    ] as [(String, String, String?)])
  func published(link: String, page: String, target: String?) {
    #expect(Self.guide.target(of: link, from: page) == target)
  }

  @Test(
    "without directories in URLs, a published form ends with .html",
    arguments: [
      ("few-shot.html", "a/few-shot.md"), ("index.html", "a/index.md"), ("gone.html", nil),
    ]
      as [(String, String?)])
  func files(link: String, target: String?) {
    let guide = Guide(
      ["index.md": "", "a/index.md": "", "a/few-shot.md": "", "a/other.md": ""],
      directoryURLs: false)
    #expect(guide.target(of: link, from: "a/other.md") == target)
  }

  @Test(
    "what does not exist exactly so is nothing",
    arguments: [
      "few-shot.md", "Index.md", "a/Few-Shot.md", "cafe\u{301}.md", "../index.md", "a/../../x.md",
      "a/few-shot.md/", "img/", "img", "a/few-shot.mdx", "..", "a%2", "%",
    ])
  func missing(link: String) {
    #expect(Self.guide.target(of: link, from: "index.md") == nil)
  }

  @Test("a page wins over a folder of the same name when the link says so")
  func twins() {
    #expect(Self.guide.target(of: "twin.md", from: "index.md") == "twin.md")
    #expect(Self.guide.target(of: "twin", from: "index.md") == "twin.md")
    #expect(Self.guide.target(of: "twin/", from: "index.md") == "twin.md")
    #expect(Self.guide.target(of: "twin/other.md", from: "index.md") == "twin/other.md")
  }
}
