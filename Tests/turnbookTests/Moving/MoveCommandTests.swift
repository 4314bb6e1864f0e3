import Foundation
import Testing

@Suite("turnbook mv")
struct MoveCommandTests {
  private let home = """
    # Home

    [plain](a/one.md) [anchor](a/one.md#part) [query](a/one.md?x=1#part "title")
    [dot](./a/one.md) [root](/a/one.md) [bare](a/one) [address](a/one/)
    [angle](<a/one.md>) ![image](a/p.png) [ref][one] <a href="a/one.md">raw</a>

    [one]: a/one.md
    [unused]: a/one.md#part

    """

  private func guide() throws -> Guide {
    try Guide([
      "turnbook.yml": "name: G\nnavigation:\n  - index.md\n  - One: 'a/one.md'\n  - a/two.md\n",
      "content/index.md": home,
      "content/a/one.md":
        "# One\n\n## Part\n\n[two](two.md) [home](../index.md) ![p](p.png) [self](#part)\n",
      "content/a/two.md": "---\nrelated:\n  - one.md\n---\n\n# Two\n",
      "content/a/p.png": "png",
    ])
  }

  @Test("every reference to a page is rewritten as its author wrote it")
  func styles() throws {
    let guide = try guide()
    let before = try guide.run("check").codes
    let run = try guide.run("mv", "content/a/one.md", "content/b/first.md")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      guide.text("content/index.md") == """
        # Home

        [plain](b/first.md) [anchor](b/first.md#part) [query](b/first.md?x=1#part "title")
        [dot](./b/first.md) [root](/b/first.md) [bare](b/first) [address](b/first/)
        [angle](<b/first.md>) ![image](a/p.png) [ref][one] <a href="b/first.md">raw</a>

        [one]: b/first.md
        [unused]: b/first.md#part

        """)
    #expect(
      guide.text("content/b/first.md") == """
        ---
        redirect_from: [a/one.md]
        ---

        # One

        ## Part

        [two](../a/two.md) [home](../index.md) ![p](../a/p.png) [self](#part)

        """)
    #expect(!guide.has("content/a/one.md"))
    #expect(guide.text("content/a/two.md") == "---\nrelated:\n  - ../b/first.md\n---\n\n# Two\n")
    #expect(
      guide.text("turnbook.yml")
        == "name: G\nnavigation:\n  - index.md\n  - One: 'b/first.md'\n  - a/two.md\n")
    #expect(try guide.run("check").codes == before)
    #expect(run.errors.contains("Undo with: turnbook mv content/b/first.md content/a/one.md"))
  }

  @Test("moving back leaves every file as it was, and no folder behind")
  func inverse() throws {
    let guide = try guide()
    let before = try guide.everything()
    #expect(try guide.run("mv", "content/a/one.md", "content/b/c/first.md").status == 0)
    #expect(try guide.run("mv", "content/b/c/first.md", "content/a/one.md").status == 0)
    #expect(try guide.everything() == before)
  }

  @Test("a folder takes its pages and files along, with a redirect for each page")
  func folder() throws {
    let guide = try guide()
    let before = try guide.everything()
    let run = try guide.run("mv", "content/a", "content/z/letters")
    #expect(run.status == 0, "\(run.errors)")
    #expect(guide.text("content/index.md")?.contains("![image](z/letters/p.png)") == true)
    let one = try #require(guide.text("content/z/letters/one.md"))
    #expect(one.contains("[two](two.md) [home](../../index.md) ![p](p.png)"))
    #expect(run.errors.contains("3 files moved"))
    #expect(run.errors.contains("2 redirects added"))
    try guide.run("build")
    #expect(guide.has("site/a/one/index.html"))
    #expect(try guide.run("mv", "content/z/letters", "content/a").status == 0)
    try guide.remove("site")
    #expect(try guide.everything() == before)
  }

  @Test("--dry-run writes nothing, and git apply makes the same of what it prints")
  func rehearsed() throws {
    let guide = try guide()
    let before = try guide.everything()
    let run = try guide.run("mv", "--dry-run", "content/a", "content/b")
    #expect(run.status == 0)
    #expect(try guide.everything() == before)
    #expect(run.errors.hasPrefix("Would move content/a to content/b: 3 files moved"))
    #expect(run.output.contains("rename from content/a/p.png\nrename to content/b/p.png\n"))
    try guide.write("changes.diff", run.output)
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "apply", "changes.diff"]
    git.currentDirectoryURL = guide.folder
    try git.run()
    git.waitUntilExit()
    #expect(git.terminationStatus == 0)
    try guide.remove("changes.diff")
    let applied = try guide.everything()
    let other = try self.guide()
    try other.run("mv", "content/a", "content/b")
    #expect(try other.everything() == applied)
  }

  @Test("a path may be written as in the content folder, and a folder takes a page under its name")
  func paths() throws {
    let guide = try guide()
    try guide.run("mv", "a/one.md", "b/one.md")
    #expect(guide.has("content/b/one.md"))
    try guide.run("mv", "content/b/one.md", "content/a/")
    #expect(guide.has("content/a/one.md"))
    try guide.run("mv", "content/a/one.md", "content/a/new/")
    #expect(guide.has("content/a/new/one.md"))
  }

  @Test("addresses that were left before keep leading to the page, and --no-redirect leaves none")
  func redirects() throws {
    let guide = try guide()
    try guide.run("mv", "content/a/one.md", "content/b.md")
    try guide.run("mv", "content/b.md", "content/c.md")
    #expect(guide.text("content/c.md")?.contains("redirect_from: [a/one.md, b.md]\n") == true)
    #expect(try guide.run("check").codes.contains("TB-S020") == false)
    try guide.run("mv", "--no-redirect", "content/c.md", "content/d.md")
    #expect(guide.text("content/d.md")?.contains("redirect_from: [a/one.md, b.md]\n") == true)
  }

  @Test("the targets of configured redirects follow, and one that the page comes back to goes")
  func configuredRedirects() throws {
    let guide = try guide()
    let found = try guide.run("check").codes.sorted()
    let config = try #require(guide.text("turnbook.yml"))
    try guide.write(
      "turnbook.yml", config + "redirects:\n  old.md: a/one.md#part\n  older.md: /a/one/\n")
    try guide.run("mv", "content/a/one.md", "content/b.md")
    #expect(
      guide.text("turnbook.yml")?.hasSuffix("redirects:\n  old.md: b.md#part\n  older.md: /b/\n")
        == true)
    #expect(try guide.run("check").codes.sorted() == found)
    try guide.run("mv", "content/b.md", "content/older.md")
    #expect(
      guide.text("turnbook.yml")?.hasSuffix("redirects:\n  old.md: older.md#part\n") == true)
  }

  @Test("included files and those that include them are followed")
  func snippets() throws {
    let guide = try Guide([
      "content/index.md": "# Home\n\n--8<-- \"parts/note.md\"\n",
      "content/a/one.md": "# One\n\n--8<-- \"../parts/note.md\"\n\n--8<--\nparts/note.md\n--8<--\n",
      "content/parts/note.md": "# Note\n\nText.\n",
    ])
    let before = try guide.everything()
    let run = try guide.run("mv", "content/parts", "content/a/shared")
    #expect(run.status == 0, "\(run.errors)")
    #expect(guide.text("content/index.md") == "# Home\n\n--8<-- \"a/shared/note.md\"\n")
    #expect(
      guide.text("content/a/one.md")
        == "# One\n\n--8<-- \"shared/note.md\"\n\n--8<--\na/shared/note.md\n--8<--\n")
    #expect(try guide.run("mv", "content/a/shared", "content/parts").status == 0)
    #expect(try guide.everything() == before)
  }

  @Test("a link in a shared part that each page would need otherwise is refused with its place")
  func conflict() throws {
    let guide = try Guide([
      "content/index.md": "# Home\n\n--8<-- \"_note.md\"\n",
      "content/other.md": "# Other\n\n--8<-- \"_note.md\"\n",
      "content/_note.md": "See [there](there.md).\n",
      "content/there.md": "# There\n",
    ])
    let before = try guide.everything()
    let run = try guide.run("mv", "content/other.md", "content/deep/other.md")
    #expect(run.status == 2)
    #expect(run.reports("TB-F043", at: "content/_note.md:1:13"), "\(run.errors)")
    #expect(run.errors.contains("with a slash in front"))
    #expect(try guide.everything() == before)
    #expect(try guide.run("mv", "content/there.md", "content/here.md").status == 0)
    #expect(guide.text("content/_note.md") == "See [there](here.md).\n")
  }

  @Test(
    "what cannot be moved is refused with a code and a next step",
    arguments: [
      (["content/a/on.md", "content/b.md"], "TB-F040", "did you mean content/a/one.md?"),
      (["content/a/one.md", "content/a/two.md"], "TB-F041", "choose another name"),
      (["content/a/one.md", "content/a.md"], "TB-F041", "choose another name"),
      (["content/a/one.md", "content/_one.md"], "TB-F042", "begins with a letter"),
      (["content/_hidden.md", "content/seen.md"], "TB-F042", "rename it by hand"),
      (["content/a/one.md", "content/one"], "TB-F042", "write content/one.md"),
      (["content/a", "content/a/b"], "TB-F042", "choose a place beside it"),
      (["content/a/one.md", "../one.md"], "TB-F042", "choose a place in content"),
      (["content/a/one.md", "content/x/../../../one.md"], "TB-F042", "choose"),
      (["turnbook.yml", "content/x.yml"], "TB-F040", "name a page"),
      (["content/link.md", "content/b.md"], "TB-F040", "move what the link leads to"),
      (["content/a/one.md#par", "x"], "TB-F040", "did you mean \"#part\"?"),
      (["content/a/one.md#part", "#one"], "TB-F041", "choose another one"),
      (["content/a/one.md#part", "#o ne"], "TB-F042", "use letters"),
    ])
  func refusals(words: [String], code: String, help: String) throws {
    let guide = try guide()
    try guide.write("content/a/one/index.md", "# Folder\n")
    try guide.remove("content/a/one")
    try guide.write("content/b/x.md", "# X\n")
    try guide.write("content/_hidden.md", "# H\n")
    if words[1] == "content/a.md" { try guide.write("content/a/index.md", "# A\n") }
    if words[0] == "content/link.md" { try guide.makeLink("content/link.md", to: "a/one.md") }
    let before = try guide.everything()
    let run = try guide.run(["mv"] + words)
    #expect(run.status == 2)
    #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
    #expect(run.errors.contains(help), "\(run.errors)")
    #expect(run.errors.hasSuffix("Nothing was changed\n"))
    #expect(try guide.everything() == before)
  }

  @Test("a former address of another page is not taken")
  func formerAddress() throws {
    let guide = try guide()
    try guide.run("mv", "content/a/one.md", "content/b.md")
    let run = try guide.run("mv", "content/a/two.md", "content/a/one.md")
    #expect(run.status == 2)
    #expect(run.reports("TB-F041", at: "content/b.md:2:17"), "\(run.errors)")
  }

  @Test("what was published keeps its addresses, its anchors and its name")
  func published() throws {
    let guide = try guide()
    try guide.write(
      "content/ask.md",
      "---\ndescription: D\n---\n\n# Ask\n\n## The Pattern\n\n```text\nDo {this}.\n```\n")
    let found = try guide.run("check").codes.sorted()
    try guide.run("check", "--update-lock")
    let before = try guide.everything()
    #expect(try guide.run("mv", "content/ask.md", "content/request.md").status == 0)
    #expect(guide.text("content/request.md")?.contains("\nid: ask\n") == true)
    #expect(try guide.run("check").codes.sorted() == found)
    #expect(try guide.run("mv", "content/request.md", "content/ask.md").status == 0)
    #expect(try guide.everything() == before)
    #expect(try guide.run("mv", "content/a/one.md#part", "Piece").status == 0)
    #expect(guide.text("content/a/one.md")?.contains("\n## Piece {#part}\n") == true)
    #expect(try guide.run("check").codes.sorted() == found)
    #expect(try guide.run("mv", "content/a/one.md#part", "Part").status == 0)
    #expect(try guide.everything() == before)
    #expect(try guide.run("mv", "content/a/one.md#part", "#piece").status == 0)
    #expect(try guide.run("check").codes.sorted() == found)
    #expect(try guide.run("mv", "content/a/one.md#piece", "#part").status == 0)
    #expect(try guide.everything() == before)
  }

  @Test("a heading gets other words and every reference its new anchor")
  func heading() throws {
    let guide = try guide()
    let before = try guide.everything()
    let run = try guide.run("mv", "content/a/one.md#part", "A part & more")
    #expect(run.status == 0, "\(run.errors)")
    #expect(guide.text("content/a/one.md")?.contains("\n## A part & more\n") == true)
    #expect(guide.text("content/a/one.md")?.contains("[self](#a-part-more)") == true)
    #expect(
      guide.text("content/index.md")?.contains("[query](a/one.md?x=1#a-part-more \"t") == true)
    #expect(guide.text("content/index.md")?.contains("[unused]: a/one.md#a-part-more") == true)
    #expect(run.errors.contains("Undo with: turnbook mv 'content/a/one.md#a-part-more' Part"))
    #expect(try guide.run("mv", "content/a/one.md#a-part-more", "Part").status == 0)
    #expect(try guide.everything() == before)
    #expect(try guide.run("mv", "content/a/one.md#part", "#piece").status == 0)
    #expect(guide.text("content/a/one.md")?.contains("\n## Part {#piece}\n") == true)
    #expect(guide.text("content/index.md")?.contains("(a/one.md#piece)") == true)
    #expect(try guide.run("mv", "content/a/one.md#piece", "#part").status == 0)
    #expect(try guide.everything() == before)
  }

  @Test("the anchors of equal headings below follow too")
  func equalHeadings() throws {
    let guide = try Guide([
      "content/index.md": "# Home\n\n[x](#same) [y](#same_1)\n\n## Same\n\n## Same\n"
    ])
    #expect(try guide.run("mv", "content/index.md#same", "Other").status == 0)
    #expect(
      guide.text("content/index.md")
        == "# Home\n\n[x](#other) [y](#same)\n\n## Other\n\n## Same\n")
  }

  @Test("in a guide of mkdocs the map of the plugin redirects takes the old path")
  func mkDocs() throws {
    let guide = try Guide([
      "mkdocs.yml":
        "site_name: G\nplugins:\n  - search\n  - redirects\nnav:\n  - index.md\n  - a.md\n",
      "docs/index.md": "# Home\n\n[a](a.md)\n", "docs/a.md": "# A\n",
    ])
    let before = try guide.everything()
    #expect(try guide.run("mv", "docs/a.md", "docs/b.md").status == 0)
    #expect(
      guide.text("mkdocs.yml")
        == "site_name: G\nplugins:\n  - search\n  - redirects:\n        redirect_maps:\n"
        + "          a.md: b.md\nnav:\n  - index.md\n  - b.md\n")
    #expect(guide.text("docs/b.md") == "# A\n")
    #expect(try guide.run("mv", "docs/b.md", "docs/c.md").status == 0)
    #expect(guide.text("mkdocs.yml")?.contains("a.md: c.md\n          b.md: c.md\n") == true)
    #expect(try guide.run("mv", "docs/c.md", "docs/b.md").status == 0)
    #expect(try guide.run("mv", "docs/b.md", "docs/a.md").status == 0)
    #expect(try guide.everything() == before)
  }
}

extension Guide {
  /// Every file with its content, and every folder, but for what the program remembers.
  func everything() throws -> [String: Data] {
    var all: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      guard !path.hasPrefix(".turnbook-cache") else { continue }
      all[path] = (try? Data(contentsOf: at(path))) ?? Data("folder".utf8)
    }
    return all
  }
}
