import Diagnostics
import Markdown
import Pages
import Testing

@testable import Checking

@Suite("turnbook.lock")
struct PublishedLockTests {
  private func read(_ text: String) -> PublishedLock {
    PublishedLock(reading: Array(text.utf8), path: "turnbook.lock")
  }

  @Test("holds the addresses in their order, each with the anchors that authors made")
  func text() {
    var fixture = Fixture(
      "# A page\n\n## Own {#mine}\n\n<p id=\"raw\">x[^1]</p> x[^1]\n\n[^1]: A note.\n")
    fixture.pages = fixture.pages.filter { ["page.md", "index.md"].contains($0.key) }
    #expect(
      PublishedLock.text(of: fixture.catalog) == """
        turnbook.lock 1
        /
          #home
        /page/
          #a-page
          #mine
          #raw

        """)
    fixture.directoryURLs = false
    #expect(PublishedLock.text(of: fixture.catalog).contains("\n/page.html\n"))
  }

  @Test("holds the names by which programs call patterns, their variants and variables")
  func techniques() {
    var fixture = Fixture()
    fixture.remember("", pattern: "{b} {a}\n```\n\nIn short:\n\n```text\n{a}")
    let lock = PublishedLock.text(of: fixture.catalog, patterns: fixture.patterns)
    #expect(
      lock.hasSuffix(
        "\n@plan-ahead\n  variant main\n  variant in-short\n  variable a\n  variable b\n"))
    fixture.facts.lock = read(lock)
    #expect(fixture.findings == [])
  }

  @Test("names patterns in the order of their ids, wherever their pages stand")
  func orderOfPatterns() {
    var fixture = Fixture()
    for (path, id) in [("a.md", "z"), ("b.md", "m"), ("c.md", "y"), ("d.md", "b")] {
      fixture.pages[path] = "---\nid: \(id)\n---\n\n# A\n\n## The Pattern\n\n```text\n{x}\n```\n"
    }
    let text = PublishedLock.text(of: fixture.catalog, patterns: fixture.patterns)
    let ids = text.split(separator: "\n").filter { $0.hasPrefix("@") }
    #expect(ids == ["@b", "@m", "@y", "@z"])
  }

  @Test("says of a guide that did not change that nothing vanished")
  func unchanged() {
    var fixture = Fixture("# A page\n")
    fixture.facts.lock = read(PublishedLock.text(of: fixture.catalog))
    #expect(fixture.findings == [])
  }

  @Test("holds what would end a line or be trimmed from one as editors leave it alone")
  func encoding() {
    #expect(LockText.encoded(" a%20\n\r\t\u{7F}\u{1F}~!ü ") == "%20a%2520%0A%0D%09%7F%1F~!ü%20")
  }

  private static let odd = [
    " ", "%", "%41", "%25", "#", "##", "?", "&", ";", "/", "\\", "\"", "<", "ü", "u\u{308}", "漢字",
    "🙂", "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{85}", "a", "b", "-", ".", "+", "'", "(", "~", "\t",
    "\u{7F}", "\u{1}", "=",
  ]

  @Test("reads odd addresses and anchors as it wrote them", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = Chance(seed: seed)
    var name = ""
    for _ in 0...random.below(4) {
      name += random.of(Self.odd.filter { !["/", "\\", "#", "?"].contains($0) })
    }
    var anchor = ""
    for _ in 0...random.below(4) {
      // What HTML would make something else of.
      anchor += random.of(Self.odd.filter { !["\"", "&", "<", "\u{1}", "\u{7F}"].contains($0) })
    }
    var fixture = Fixture()
    fixture.pages = ["folder/x\(name)y.md": "# Title\n\n<p id=\"\(anchor)x\">Text.</p>\n"]
    let catalog = fixture.catalog
    let lock = read(PublishedLock.text(of: catalog))
    #expect(lock.diagnostics == [])
    #expect(lock.entries.map { Array($0.url.utf8) } == catalog.urls.map { Array($0.utf8) })
    let kept = Set(lock.entries.flatMap(\.anchors).map { Array($0.name.utf8) })
    let there =
      catalog.pages.flatMap(\.body.headings).map(\.anchor)
      + catalog.pages.flatMap(\.body.anchors).map(\.name)
    #expect(kept == Set(there.map { Array($0.utf8) }))
    fixture.facts.lock = lock
    #expect(fixture.findings == [])
  }

  @Test("is read with the line ends of any system, with remarks and blank lines")
  func leniently() {
    let lines = [
      "turnbook.lock 1", "; a remark", "/a/", "", "  #x", "  ; another",
      "\t".replacing("\t", with: "   #y"), "/b/",
    ]
    for end in ["\n", "\r\n"] {
      let lock = read(lines.joined(separator: end))
      #expect(lock.diagnostics == [])
      #expect(lock.entries.map(\.url) == ["a/", "b/"])
      #expect(lock.entries.map { $0.anchors.map(\.name) } == [["x", "y"], []])
    }
  }

  @Test(
    "has each line that is none reported at its place, and the others read",
    arguments: [
      ("turnbook.lock 1\n«<<<<<<< ours»\n/a/\n«=======»\n/b/\n«>>>>>>> theirs»\n", ["a/", "b/"]),
      ("turnbook.lock 1\n«  #x»\n/a/\n", ["a/"]), ("turnbook.lock 1\n/a/\n«#x»\n", ["a/"]),
      ("turnbook.lock 1\n« /a/»\n/b/\n", ["b/"]), ("turnbook.lock 1\n«\t/a/»\n/b/\n", ["b/"]),
      ("turnbook.lock 1\r\n«a/»\r\n/b/\r\n", ["b/"]), ("turnbook.lock 1\n/b/\n«x»", ["b/"]),
      ("turnbook.lock 1\n«  variant x»\n/a/\n«  variable x»\n", ["a/"]),
      ("turnbook.lock 1\n@a\n«variant x»\n  variant y\n", []),
      ("«turnbook.lock 2»\n/a/\n", []), ("«{}»\n", []), ("«/a/»\n", []),
    ])
  func malformed(text: String, urls: [String]) {
    let source = MarkedSource(text)
    let lock = read(source.text)
    #expect(lock.diagnostics.map(\.range) == source.ranges)
    #expect(lock.diagnostics.map(\.code.id) == source.ranges.map { _ in "TB-S027" })
    #expect(lock.diagnostics.allSatisfy { $0.path == "turnbook.lock" })
    let isOther = lock.diagnostics.first?.message.contains("no lock file that this version")
    #expect(isOther == !text.hasPrefix("turnbook.lock 1"))
    #expect(lock.entries.map(\.url) == urls)
  }

  @Test("an empty file is no lock file")
  func empty() {
    #expect(read("").diagnostics.count == 1)
  }

  @Test("an address that is gone is found; a redirect or a file takes it over")
  func vanishedPage() {
    var fixture = Fixture("# A page\n")
    fixture.remember("/gone/\n  #x\n")
    #expect(fixture.findings.map(\.code.id) == ["TB-L022"], "its anchors are gone with it")
    #expect(fixture.findings.first?.subject == "gone/")
    fixture.redirect("gone.md", toPage: "few-shot.md", fragment: "mine")
    #expect(fixture.findings == [])
    fixture.facts.redirects = []
    fixture.files.append("gone/")
    #expect(fixture.findings == [])
  }

  @Test("an anchor that is gone is found, with the heading that may stand for it")
  func vanishedAnchor() {
    var fixture = Fixture("# A page\n\n## When to use\n")
    fixture.remember("/page/\n  #a-page\n  #when-to-use-it\n")
    #expect(fixture.findings.map(\.code.id) == ["TB-L023"])
    #expect(fixture.findings.first?.subject == "when-to-use-it")
    #expect(
      fixture.findings.first?.help
        == "write {#when-to-use-it} after the heading \"When to use\", or run "
        + "`turnbook check --update-lock` if it is gone for good")
    fixture.pages["page.md"] = "# A page\n\n## When to use {#when-to-use-it}\n"
    #expect(fixture.findings == [])
    fixture.pages["page.md"] = "# A page\n\n<a id=\"when-to-use-it\"></a>\n"
    #expect(fixture.findings == [])
  }
}
