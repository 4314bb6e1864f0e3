import Foundation
import Testing

@Suite("Moving from mkdocs for good")
struct MigrateTests {
  @Test("the turnbook.yml builds the same site, byte for byte", arguments: [true, false])
  func sameSite(directoryURLs: Bool) throws {
    let guide = try Guide(Handbook.files(directoryURLs: directoryURLs))
    let before = try guide.run("build")
    #expect(before.status == 0, "\(before.errors)")
    let site = try guide.tree()
    let run = try guide.run("migrate")
    #expect(run.status == 0 && run.output.isEmpty)
    for file in ["mkdocs.yml", "base.yml"] { try guide.remove(file) }
    let after = try guide.run("build", "--fresh")
    #expect(
      after.status == 0 && after.codes == before.codes.filter { $0 != "TB-C008" }, "\(after.errors)"
    )
    let migrated = try guide.tree()
    #expect(site.keys.sorted() == migrated.keys.sorted())
    #expect(site.filter { migrated[$0.key] != $0.value }.keys.sorted().isEmpty)
    #expect(site.count > 40)
  }

  @Test("--dry-run prints the file, and nothing is written")
  func trial() throws {
    let guide = try Guide([
      "mkdocs.yml": "site_name: \"no: #1\"\nsite_url: https://example.org/\nnav: [a.md]\n",
      "docs/a.md": "# A\n",
    ])
    let run = try guide.run("migrate", "--dry-run")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("name: \"no: #1\"\nurl: https://example.org/\n"))
    #expect(run.output.contains("\nnavigation:\n  - a.md\ncontent: docs\n"))
    #expect(!guide.has("turnbook.yml"))
  }

  @Test("a turnbook.yml that is there is not replaced")
  func existing() throws {
    let guide = try Guide([
      "mkdocs.yml": "site_name: M\n", "turnbook.yml": "name: T\n", "docs/a.md": "# A\n",
    ])
    let run = try guide.run("migrate")
    #expect(run.status == 2)
    #expect(guide.text("turnbook.yml") == "name: T\n")
  }

  @Test("without an mkdocs.yml there is nothing to migrate")
  func nothing() throws {
    let run = try Guide(["content/a.md": "# A\n"]).run("migrate")
    #expect(run.status == 2 && run.errors.contains("no mkdocs.yml"))
  }
}
