import Foundation
import Testing

@Suite("The reference of diagnostics")
struct ReferencePagesTests {
  private static let folder = "content/reference/diagnostics"

  @Test("in the project's guide is what the program writes; `make docs` makes it so")
  func committed() throws {
    let guide = try Guide()
    #expect(try guide.run("explain", "--write", Self.folder).status == 0)
    let written = try guide.tree(Self.folder).mapValues { String(decoding: $0, as: UTF8.self) }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Repository.folder.appending(path: Self.folder).path)
    #expect(Set(names) == Set(written.keys))
    #expect(Set(names) == Set(ExplainedCode.all.map { $0.id.lowercased() + ".md" } + ["index.md"]))
    for (name, text) in written where names.contains(name) {
      #expect(try Repository.text("\(Self.folder)/\(name)") == text, "\(name)")
    }
  }

  @Test("of configuration and commands is what the programs write")
  func tables() throws {
    let guide = try Guide()
    let configuration = try guide.run("manual", "--configuration")
    #expect(
      try Repository.text("content/reference/configuration.md") == configuration.output,
      "`make docs` makes it so")
    let commands = try Repository.text("content/reference/commands.md")
    #expect(try commands.contains(guide.run("manual", "--markdown").output))
    for name in ["build", "check", "explain"] {
      #expect(commands.contains("\n### turnbook \(name)\n"))
    }
  }

  @Test("builds without a finding, leads to every code, and shows the examples as they are")
  func builds() throws {
    let guide = try Guide(["content/index.md": "# Home\n\n[all](reference/diagnostics/index.md)\n"])
    try guide.run("explain", "--write", Self.folder)
    let run = try guide.run("build", "--strict")
    #expect(run.status == 0)
    #expect(run.findings == [])
    let index = try #require(guide.text("site/reference/diagnostics/index.html"))
    for code in ExplainedCode.all {
      #expect(index.contains("href=\"\(code.id.lowercased())/\""), "\(code.id)")
      let page = try #require(
        guide.text("site/reference/diagnostics/\(code.id.lowercased())/index.html"))
      #expect(page.contains(">\(code.id): "))
      let shown = try Self.codeBlocks(in: page)
      #expect(shown == [code.wrong, code.right].compactMap { $0 }, "\(code.id)")
    }
  }

  @Test("takes neither a code nor a format")
  func contradictions() throws {
    let guide = try Guide()
    #expect(try guide.run("explain", "--write", "out", "M1").status == 64)
    #expect(try guide.run("explain", "--write", "out", "--json").status == 64)
    #expect(!guide.has("out"))
  }

  /// The text of each code block, as a browser shows it.
  private static func codeBlocks(in page: String) throws -> [String] {
    page.matches(of: /<pre[^>]*><code[^>]*>(.*?)\n<\/code><\/pre>/.dotMatchesNewlines()).map {
      var text = $0.output.1.replacing(/<[^>]*>/, with: "")
      for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        text = text.replacing(name, with: sign)
      }
      return String(text)
    }
  }
}
