import Foundation
import Testing

@Suite("Published pages and the Nu HTML checker")
struct NuCheckerTests {
  @Test(
    "it finds no error and no warning on any page of this repository's guide, nor in the dialect",
    .enabled(if: NuChecker.isPresent, NuChecker.absent))
  func pages() throws {
    let guide = try Guide([
      "turnbook.yml": """
      name: The guide
      description: "Quotes \\" and <marks> & more"
      url: https://example.org/
      language: ar
      repository: https://example.org/repository
      """,
      "content/index.md": DialectPage.everything, "content/p.png": "PNG",
      "content/old.md": "---\nredirect_from: [older.md]\nauthors: [A]\n---\n\n# Old\n",
    ])
    try guide.run("build")
    try guide.run("build", HTMLReader.repository, "--output", guide.at("site-of-its-own").path)
    let pages = try guide.tree("").keys.filter { $0.hasSuffix(".html") }
    #expect(pages.count > 150)
    let messages = try NuChecker.messages(about: guide.folder)
    for message in messages where message.matters {
      Issue.record("\(message.url ?? ""):\(message.lastLine ?? 0): \(message.message)")
    }
  }

  @Test("it finds what is wrong", .enabled(if: NuChecker.isPresent, NuChecker.absent))
  func faults() throws {
    let guide = try Guide([
      "page.html": "<!doctype html><html lang=en><title>T</title><p id=a><p id=a><table><li>",
      "style.css": "not looked at {",
    ])
    let messages = try NuChecker.messages(about: guide.folder).filter(\.matters)
    #expect(messages.count > 2)
    #expect(messages.allSatisfy { $0.url?.hasSuffix("page.html") == true })
  }
}
