import Foundation
import Testing

/// A guide with one thing wrong, and how that is to be reported.
struct BadInput: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The page `content/bad.md`.
  var page: [UInt8]
  /// What is printed before the severity, without `content/`.
  var place: String
  var code: String
  /// The line of the source and the line below that marks it, where a place in a file is meant.
  var excerpt: [String]

  init(
    _ name: String, _ page: String, at place: String = "bad.md", _ code: String,
    _ excerpt: String...
  ) {
    self.init(name, bytes: Array(page.utf8), at: place, code, excerpt)
  }

  init(_ name: String, bytes: [UInt8], at place: String, _ code: String, _ excerpt: [String]) {
    testDescription = name
    page = bytes
    self.place = place
    self.code = code
    self.excerpt = excerpt
  }

  static let all: [BadInput] = [
    BadInput(
      "malformed front matter", "---\ntitle: [a\n---\n# A\n", at: "bad.md:2:8", "TB-Y001",
      "    2 | title: [a", "      |        ^"),
    BadInput(
      "unclosed front matter", "---\ntitle: A\n\n# A\n", at: "bad.md:1:1", "TB-Y010",
      "    1 | ---", "      | ^^^"),
    BadInput(
      "a key twice", "---\ntitle: A\ntitle: B\n---\n", at: "bad.md:3:1", "TB-Y004",
      "    3 | title: B", "      | ^^^^^"),
    BadInput(
      "a wrong type", "---\norder: first\n---\n", at: "bad.md:2:8", "TB-Y012",
      "    2 | order: first", "      |        ^^^^^"),
    BadInput(
      "an unclosed fence", "# A\n\n```python\nx = 1\n", at: "bad.md:3:1", "TB-M002",
      "    3 | ```python", "      | ^^^^^^^^^"),
    BadInput(
      "invalid UTF-8", bytes: Array("# A\n\nab ".utf8) + [0xFF] + Array(" c\n".utf8),
      at: "bad.md:3:4", "TB-F010", ["    3 | ab \u{FFFD} c", "      |    ^"]),
    BadInput(
      "a NUL byte", "# A\n\nab \0 c\n", at: "bad.md:3:4", "TB-F011",
      "    3 | ab \u{2400} c", "      |    ^"),
    BadInput(
      "the marker byte of the lowering", "# A\n\nab \u{2}m0;x\u{2} c\n", at: "bad.md:3:4",
      "TB-F012", "    3 | ab \u{2402}m0;x\u{2402} c", "      |    ^"),
    BadInput(
      "a slug that leaves the folder", "---\nslug: ../../out\n---\n", at: "bad.md:2:7", "TB-Y013",
      "    2 | slug: ../../out", "      |       ^^^^^^^^^"),
    BadInput(
      "a redirect that leaves the folder", "---\nredirect_from: [ok.md, ../out.md]\n---\n",
      at: "bad.md:2:24", "TB-Y013", "    2 | redirect_from: [ok.md, ../out.md]",
      "      |                        ^^^^^^^^^"),
    BadInput(
      "a snippet that leaves the folder", "# A\n\n--8<-- \"../out.txt\"\n", at: "bad.md:3:1",
      "TB-M004", "    3 | --8<-- \"../out.txt\"", "      | ^^^^^^^^^^^^^^^^^^^"),
    BadInput(
      "a snippet that does not exist", "# A\n\n--8<-- \"none.txt\"\n", at: "bad.md:3:1", "TB-M004",
      "    3 | --8<-- \"none.txt\"", "      | ^^^^^^^^^^^^^^^^^"),
    BadInput(
      "a snippet that includes itself", "# A\n\n--8<-- \"bad.md\"\n", at: "bad.md:3:1", "TB-M004",
      "    3 | --8<-- \"bad.md\"", "      | ^^^^^^^^^^^^^^^"),
    BadInput(
      "two sources with one output", "---\nslug: other\n---\n", at: "other.md", "TB-S001"),
    BadInput(
      "a template that does not exist", "---\ntemplate: tehcnique\n---\n", at: "bad.md:2:11",
      "TB-S013", "    2 | template: tehcnique", "      |           ^^^^^^^^^"),
  ]
}

@Suite("Bad input")
struct BadInputTests {
  private static let good = [
    "content/index.md": "# Home\n\n[other](other.md)\n",
    "content/other.md": "# Other\n\n[home](index.md)\n",
  ]

  @Test(
    "stops the publication, says where, shows the line, and leaves the old site",
    arguments: BadInput.all)
  func one(input: BadInput) throws {
    let guide = try Guide(Self.good)
    #expect(try guide.run("build").status == 0)
    let before = try guide.tree()
    try guide.write("out.txt", "secret")
    try guide.write("content/bad.md", bytes: input.page)
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.reports(input.code, at: "content/" + input.place), "\(run.errors)")
    #expect(run.findings.count == 1, "\(run.errors)")
    if !input.excerpt.isEmpty {
      #expect(run.errors.contains(input.excerpt.joined(separator: "\n") + "\n"), "\(run.errors)")
    }
    #expect(run.errors.contains("Nothing was published, site is as it was: 1 error, "))
    #expect(try guide.tree() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: guide.folder.path).count == 3)
  }

  @Test("is reported all at once, and in the same order on any number of threads")
  func all() throws {
    let guide = try Guide(Self.good)
    for (number, input) in BadInput.all.enumerated() where input.code != "TB-S001" {
      try guide.write("content/\(number + 10).md", bytes: input.page)
    }
    let run = try guide.run("build", "--jobs", "1")
    #expect(run.status == 1)
    #expect(run.codes == BadInput.all.map(\.code).filter { $0 != "TB-S001" }, "\(run.errors)")
    #expect(try guide.run("build", "--jobs", "2").findings == run.findings)
    #expect(!guide.has("site"))
  }

  @Test("invalid UTF-8 is told with the offset of its first byte")
  func offset() throws {
    let guide = try Guide(["content/index.md": "# Home\n"])
    try guide.write("content/index.md", bytes: Array("# Grüße\n".utf8) + [0xC3, 0x28, 0x0A])
    let run = try guide.run("build")
    #expect(run.errors.contains("byte 10"))
    #expect(run.reports("TB-F010", at: "content/index.md:2:1"))
  }

  @Test("a link to a page that cannot be published is no further error")
  func noCascade() throws {
    let guide = try Guide(Self.good)
    try guide.write("content/same.md", "---\nslug: other\n---\n\n## Part\n")
    try guide.write("content/index.md", "# Home\n\n[same](same.md#part) [other](other.md)\n")
    #expect(try guide.run("build").codes == ["TB-S001"])
  }

  @Test("a link to a draft says so, until drafts are built too")
  func linkToDraft() throws {
    let guide = try Guide(Self.good)
    try guide.write("content/other.md", "---\ndraft: true\n---\n\n## Part\n")
    try guide.write("content/index.md", "# Home\n\n[o](other.md#part)\n")
    let run = try guide.run("build")
    #expect(run.codes == ["TB-L010"])
    #expect(run.errors.contains("leads to what is not published: it is a draft"))
    #expect(try guide.run("build", "--drafts").findings.isEmpty)
  }

  @Test("a link to a page that could not be read is no further error")
  func linkToUnreadable() throws {
    let guide = try Guide(Self.good)
    try guide.write("content/other.md", bytes: [UInt8](repeating: 0x61, count: (16 << 20) + 1))
    #expect(try guide.run("build").codes == ["TB-F007"])
  }

  @Test("an empty content folder is told, and no site is made")
  func empty() throws {
    let guide = try Guide(["turnbook.yml": "name: A\n", "content/picture.png": ""])
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.reports("TB-S010", at: "content"))
    #expect(!guide.has("site"))
  }

  @Test(
    "a file where a page, a redirect or the program needs a folder is told, and nothing published",
    arguments: [
      (["content/LICENSE.md": "# A\n", "content/LICENSE": ""], "TB-S001"),
      (
        ["content/a.md": "---\nredirect_from: old/a.md\n---\n", "content/old": ""], "TB-S005"
      ),
      (["content/a.md": "# A\n", "content/assets": ""], "TB-F025"),
    ])
  func fileAndFolder(files: [String: String], code: String) throws {
    let guide = try Guide(files)
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
    #expect(run.errors.contains("Nothing was published"))
    #expect(!guide.has("site"))
  }

  @Test("a guide of drafts alone does not take the place of the site")
  func drafts() throws {
    let guide = try Guide(Self.good)
    try guide.run("build")
    let before = try guide.tree()
    for page in Self.good.keys { try guide.write(page, "---\ndraft: true\n---\n") }
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.codes == ["TB-S010"])
    #expect(try guide.tree() == before)
    #expect(try guide.run("build", "--drafts").status == 0)
  }

  @Test("a folder that is not there cannot be built", arguments: ["nowhere", "index.md"])
  func noFolder(name: String) throws {
    let guide = try Guide(["index.md": "# A page\n"])
    let run = try guide.run("build", name)
    #expect(run.status == 2)
    #expect(run.reports("TB-F004", at: name))
    #expect(run.errors.contains("The guide could not be built: 1 error, "))
  }

  @Test("links that lead in circles, out or nowhere are told; the walk ends")
  func links() throws {
    let guide = try Guide(Self.good)
    try guide.makeLink("content/self", to: "self")
    try guide.makeLink("content/round", to: ".")
    try guide.makeLink("content/gone.md", to: "nowhere.md")
    try guide.makeLink("content/out", to: "/etc")
    let run = try guide.run("build")
    #expect(run.status == 1)
    for (name, code) in [
      ("self", "TB-F003"), ("round", "TB-F003"), ("gone.md", "TB-F002"), ("out", "TB-F001"),
    ] {
      #expect(run.reports(code, at: "content/" + name))
    }
    #expect(run.findings.count == 4)
    #expect(!guide.has("site"))
  }

  @Test(
    "a link out of the folder is no way for a picture or a file of the theme",
    arguments: ["content/picture.png", "templates/extra.css"])
  func linkedFile(path: String) throws {
    let guide = try Guide(Self.good)
    try guide.write("secret.txt", "A secret.\n")
    try guide.write("templates/README", "")
    try guide.makeLink(path, to: "../secret.txt")
    let run = try guide.run("build")
    #expect(run.status == 1 && run.reports("TB-F001", at: path), "\(run.findings)")
    #expect(!guide.has("site"))
  }

  @Test(
    "a snippet behind a link that leads out of the content is not read, whatever its name",
    arguments: ["_part.txt", ".part.txt", "_up/secret.txt", "deep/_part.txt"])
  func linkedSnippet(name: String) throws {
    let guide = try Guide([
      "secret.txt": "A secret.\n", "content/deep/a.txt": "In order.\n",
      "content/index.md": "# Home\n\n--8<-- \"\(name)\"\n\n--8<-- \"_inner.txt\"\n",
    ])
    try guide.makeLink("content/_part.txt", to: "../secret.txt")
    try guide.makeLink("content/.part.txt", to: guide.at("secret.txt").path)
    try guide.makeLink("content/_up", to: "..")
    try guide.makeLink("content/deep/_part.txt", to: "../../secret.txt")
    try guide.makeLink("content/_inner.txt", to: "deep/a.txt")
    let run = try guide.run("build")
    #expect(run.reports("TB-M004", at: "content/index.md:3:1"), "\(run.findings)")
    #expect(run.findings.count == 1 && run.errors.contains("a link leads from it out"))
    #expect(guide.text("site/index.html")?.contains("A secret.") != true)
  }

  @Test("a file that cannot be read is told", .enabled(if: getuid() != 0, "root may read all"))
  func unreadable() throws {
    let guide = try Guide(Self.good)
    try guide.write("content/locked.md", "# A\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: guide.at("content/locked.md").path)
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.reports("TB-F004", at: "content/locked.md"))
  }

  @Test("a wrong configuration stops the publication and names the nearest key")
  func configuration() throws {
    var files = Self.good
    files["turnbook.yml"] = "name: A\nnavigaton:\n  - index.md\nfeed: perhaps\n"
    let guide = try Guide(files)
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.findings.map { $0.prefix(18) } == ["turnbook.yml:2:1: ", "turnbook.yml:4:7: "])
    #expect(run.errors.contains("did you mean \"navigation\"?"))
    #expect(!guide.has("site"))
  }

  @Test("findings about links do not stop the publication")
  func publishedWithFindings() throws {
    let guide = try Guide([
      "content/index.md": "# Home\n\n[gone](gone.md) [part](#part) ![p](p.png)\n"
    ])
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.codes == ["TB-L001", "TB-L002", "TB-L007"])
    #expect(run.errors.contains("Built 1 page into site: 3 errors, "))
    #expect(guide.text("site/index.html")?.contains("<a href=\"gone.md\">gone</a>") == true)
  }
}
