import Testing

@testable import Pages

@Suite("The place of a page")
struct PagePathTests {
  @Test(
    "follows the path of its source",
    arguments: [
      ("index.md", nil, "", "index.html"), ("README.md", nil, "", "index.html"),
      ("few-shot.md", nil, "few-shot/", "few-shot.html"),
      ("a/index.md", nil, "a/", "a/index.html"), ("a/README.md", nil, "a/", "a/index.html"),
      ("a/b.markdown", nil, "a/b/", "a/b.html"), ("a/b.c.md", nil, "a/b.c/", "a/b.c.html"),
      ("a/readme.md", nil, "a/readme/", "a/readme.html"),
      // A slug takes the place of the last part.
      ("a/b.md", "c", "a/c/", "a/c.html"), ("a/index.md", "c", "c/", "c/index.html"),
      ("a/b/index.md", "c", "a/c/", "a/c/index.html"), ("index.md", "c", "", "index.html"),
      ("größe.md", nil, "größe/", "größe.html"), (".md", nil, "/", ".html"),
    ] as [(String, String?, String, String)])
  func url(path: String, slug: String?, folder: String, file: String) {
    #expect(PagePath(path).url(slug: slug, directoryURLs: true) == folder)
    #expect(PagePath(path).url(slug: slug, directoryURLs: false) == file)
  }

  @Test(
    "is published as a file",
    arguments: [("", "index.html"), ("a/", "a/index.html"), ("a.html", "a.html")])
  func output(url: String, file: String) {
    #expect(PagePath.outputFile(of: url) == file)
  }

  @Test(
    "gives a title to a page that has none",
    arguments: [
      ("few-shot.md", "Few shot"), ("a/chain_of-thought.md", "Chain of thought"),
      ("index.md", "Home"), ("use-cases/index.md", "Use cases"), ("über.md", "Über"),
      ("GPT.md", "GPT"),
    ])
  func title(path: String, title: String) {
    #expect(PagePath(path).plainTitle == title)
  }

  @Test(
    "only Markdown files are pages",
    arguments: [
      ("a.md", true), ("a.markdown", true), ("a.MD", true), ("a.mdx", false), ("md", false),
      ("a.md.txt", false),
    ])
  func isPage(path: String, isPage: Bool) {
    #expect(PagePath.isPage(path) == isPage)
  }
}
