import Foundation
import Testing

@Suite("Large input")
struct LargeInputTests {
  /// Pages in one folder, and the size of the page in their middle.
  private func sizeInTheMiddle(of count: Int) throws -> (size: Int, largest: Int) {
    let guide = try Guide(["content/index.md": "# Home\n"])
    for page in 1000..<(1000 + count) {
      try guide.write("content/many/page-\(page).md", "# Page \(page)\n\nText.\n")
    }
    #expect(try guide.run("build").status == 0)
    let pages = try guide.tree().filter {
      $0.key.hasPrefix("many/page-") && $0.key.hasSuffix(".html")
    }
    #expect(pages.count == count)
    let middle = try #require(pages["many/page-\(1000 + count / 2)/index.html"])
    return (middle.count, pages.values.map(\.count).max() ?? 0)
  }

  @Test("a page of 2,000 in one folder is no larger than one of 200")
  func sideBar() throws {
    let few = try sizeInTheMiddle(of: 200)
    let many = try sizeInTheMiddle(of: 2000)
    #expect(many.size == few.size)
    #expect(many.largest == few.largest)
  }

  @Test("a page of 50 MB is refused by its size")
  func fiftyMegabytes() throws {
    let guide = try Guide(["content/index.md": "# Home\n"])
    let line = Array("word word word word word word word word word word word word word\n".utf8)
    try guide.write(
      "content/large.md", bytes: Array(repeatElement(line, count: (50 << 20) / line.count).joined())
    )
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.reports("TB-F007", at: "content/large.md"))
    #expect(!guide.has("site"))
  }

  @Test(
    "nesting without end is told where it becomes too deep",
    arguments: [
      ("quotes", String(repeating: "> ", count: 50_000), "TB-M005", "content/index.md:1:403"),
      ("lists", String(repeating: "- ", count: 50_000), "TB-M005", "content/index.md:1:403"),
      ("brackets", String(repeating: "[", count: 50_000), "TB-M006", "content/index.md:1:10000"),
    ])
  func deep(name: String, text: String, code: String, place: String) throws {
    let guide = try Guide(["content/index.md": text + "x\n"])
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.codes == [code])
    #expect(run.reports(code, at: place), "\(run.findings)")
    #expect(run.errors.utf8.count < 2000)
  }

  @Test("short rows under a head of hundreds of columns do not make a page of gigabytes")
  func shortRows() throws {
    let head = String(repeating: "| a ", count: 300) + "|\n"
    let rule = String(repeating: "|---", count: 300) + "|\n"
    let guide = try Guide([
      "content/index.md": "# Home\n\n" + head + rule + String(repeating: "|b|\n", count: 20_000)
    ])
    let run = try guide.run("build")
    #expect(run.status == 0)
    #expect(run.codes == ["TB-M007"])
    #expect(run.reports("TB-M007", at: "content/index.md:339:1"), "\(run.findings)")
    let page = try #require(guide.text("site/index.html"))
    #expect(page.utf8.count < 4_000_000)
    #expect(page.components(separatedBy: "<td>b</td>").count == 20_001)
  }

  @Test(
    "what is repeated ten thousand times is built",
    arguments: [
      ("comments opened", String(repeating: "<!-- ", count: 50_000)),
      ("raw tags", String(repeating: "<a b='c' href=\"d\">", count: 10_000)),
      ("footnotes", (0..<10_000).map { "a[^\($0)]\n" }.joined() + "\n[^1]: b\n"),
      ("abbreviations", (0..<10_000).map { "*[A\($0)]: b\n" }.joined() + "\nA1 A99 B\n"),
    ])
  func repeated(name: String, text: String) throws {
    let guide = try Guide(["content/index.md": "# Home\n\n" + text])
    #expect((0...1).contains(try guide.run("build").status))
  }

  @Test("turns with the largest number there is do not end the program")
  func turnNumbers() throws {
    let largest = String(Int.max)
    let guide = try Guide([
      "content/index.md":
        "# A\n\n## The Pattern\n\n```text\nTurn \(largest): a {x}\nTurn \(largest): b {y}\n```\n"
    ])
    #expect((0...1).contains(try guide.run("build").status))
  }

  @Test("emphasis opened 40,000 times is plain text, and soon done")
  func emphasis() throws {
    let guide = try Guide([
      "content/index.md": String(repeating: "*a **b ", count: 20_000) + "x\n"
    ])
    #expect(try guide.run("build").status == 0)
    #expect(guide.text("site/index.html")?.contains("*a **b *a **b") == true)
  }
}
