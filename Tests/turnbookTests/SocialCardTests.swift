import Foundation
import Testing

/// Guides whose pages have cards.
private enum CardGuide {
  /// Whether this machine can draw cards.
  static let canBeBuilt: Bool = {
    guard let guide = try? guide(), let run = try? guide.run("build") else { return false }
    return !run.codes.contains("TB-S041")
  }()

  static func guide(
    _ configuration: String = "social_cards: true\n", _ pages: [String: String] = [:]
  ) throws -> Guide {
    var files = [
      "turnbook.yml": "name: The guide\nurl: https://example.org/g/\n" + configuration,
      "content/index.md": "# Home\n", "content/part/index.md": "# A part\n",
      "content/part/a.md": "---\ndescription: What A is\ntags: [x]\n---\n\n# A & B\n",
    ]
    files.merge(pages) { $1 }
    return try Guide(files)
  }
}

@Suite("Social cards", .enabled(if: CardGuide.canBeBuilt, "needs Pango and a font"))
struct SocialCardTests {
  /// Names of the cards in a site.
  private static func cards(_ guide: Guide, _ site: String = "site") throws -> [String] {
    try guide.tree(site).keys.filter { $0.hasPrefix("assets/cards/") }.sorted()
  }

  /// What a page says about itself, by the name of the property.
  private static func properties(_ guide: Guide, _ page: String) throws -> [String: String] {
    let html = try #require(guide.text("site/" + page))
    let found = html.matches(of: /<meta (?:property|name)="([^"]+)" content="([^"]*)">/)
    return Dictionary(found.map { (String($0.output.1), String($0.output.2)) }) { first, _ in
      first
    }
  }

  @Test("are named by each page with an address that is whole, and are there")
  func named() throws {
    let guide = try CardGuide.guide()
    let run = try guide.run("build", "--strict")
    #expect(run.status == 0, "\(run.errors)")
    let page = try Self.properties(guide, "part/a/index.html")
    #expect(page["og:image:width"] == "1200" && page["og:image:height"] == "630")
    #expect(page["og:image:alt"] == "A &amp; B · The guide")
    #expect(page["twitter:card"] == "summary_large_image")
    var named: Set<String> = []
    for page in try guide.tree().keys where page.hasSuffix("index.html") {
      let address = try #require(try Self.properties(guide, page)["og:image"], "\(page)")
      let prefix = "https://example.org/g/"
      #expect(address.hasPrefix(prefix))
      let path = String(address.dropFirst(prefix.count))
      #expect(guide.has("site/" + path), "\(page)")
      named.insert(path)
    }
    // The lists of tags share the card of the site with the start page.
    #expect(guide.has("site/tags/index.html"))
    #expect(named.count == 3)
    #expect(try named == Set(Self.cards(guide)))
    #expect(try Self.properties(guide, "404.html")["og:image"] == nil)
    #expect(guide.text("site/part/a/index.html")?.contains("\"image\":\"https://") == true)
  }

  @Test("are drawn once: a build draws what has changed, and one that is gone is taken away")
  func drawnOnce() throws {
    let guide = try CardGuide.guide()
    #expect(try guide.run("build", "--timings").errors.contains("3 of 3 cards"))
    let first = try Self.cards(guide)
    #expect(try guide.run("build", "--fresh", "--timings").errors.contains("0 of 3 cards"))
    try guide.write("content/part/a.md", "# Another title\n")
    #expect(try guide.run("build", "--fresh", "--timings").errors.contains("1 of 3 cards"))
    let second = try Self.cards(guide)
    #expect(second.count == 3 && Set(first).intersection(second).count == 2)
    // Other words in the text of a page are none on its card.
    try guide.write("content/part/a.md", "# Another title\n\nWords.\n")
    #expect(try guide.run("build", "--fresh", "--timings").errors.contains("0 of 3 cards"))
    try guide.write("turnbook.yml", "name: The guide\nurl: https://example.org/g/\n")
    #expect(try guide.run("build").status == 0)
    #expect(try Self.cards(guide).isEmpty)
    #expect(try Self.properties(guide, "index.html")["og:image"] == nil)
  }

  @Test("that are damaged in the site are drawn again")
  func damaged() throws {
    let guide = try CardGuide.guide()
    try guide.run("build")
    let whole = try guide.tree()
    let cards = try Self.cards(guide)
    var bytes = try Data(contentsOf: guide.at("site/" + cards[0]))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: guide.at("site/" + cards[0]))
    try Data(bytes.prefix(100)).write(to: guide.at("site/" + cards[1]))
    // Another card under this name.
    try guide.remove("site/" + cards[2])
    try Data().write(to: guide.at("site/" + cards[2]))
    #expect(try guide.run("build", "--timings").errors.contains("3 of 3 cards"))
    #expect(try guide.tree() == whole)
  }

  @Test("have the same bytes with one worker, with several, and beside an older site")
  func alike() throws {
    let guide = try CardGuide.guide()
    for page in 0..<6 { try guide.write("content/p\(page).md", "# Page \(page)\n") }
    try guide.run("build", "--jobs", "1", "--output", "one")
    try guide.run("build", "--jobs", "4", "--output", "four")
    #expect(try guide.tree("one") == guide.tree("four"))
    try guide.write("content/p1.md", "# Page one\n")
    try guide.run("build", "--output", "one")
    try guide.run("build", "--output", "new")
    #expect(try guide.tree("one") == guide.tree("new"))
    #expect(try Self.cards(guide, "new").count == 9)
  }

  @Test("give way to a picture that a page names, and to a page that wants none")
  func ownPicture() throws {
    let guide = try CardGuide.guide(
      "social_cards: true\n",
      [
        "content/part/own.md": "---\nimage: p q.png\n---\n\n# Own\n",
        "content/part/top.md": "---\nimage: part/p q.png\n---\n\n# Top\n",
        "content/part/web.md": "---\nimage: https://example.com/x.png\n---\n\n# Web\n",
        "content/part/none.md": "---\nsocial:\n  cards: false\n---\n\n# None\n",
        "content/part/lost.md": "---\nimage: part/pq.png\n---\n\n# Lost\n",
        "content/part/p q.png": "PNG",
      ])
    let run = try guide.run("build")
    #expect(run.codes == ["TB-S045"])
    #expect(run.reports("TB-S045", at: "content/part/lost.md:2:8"), "\(run.errors)")
    let place = "https://example.org/g/part/p%20q.png"
    for page in ["own", "top"] {
      let properties = try Self.properties(guide, "part/\(page)/index.html")
      #expect(properties["og:image"] == place)
      #expect(properties["og:image:width"] == nil)
      #expect(properties["twitter:card"] == "summary_large_image")
    }
    #expect(
      try Self.properties(guide, "part/web/index.html")["og:image"]
        == "https://example.com/x.png")
    for page in ["none", "lost"] {
      let properties = try Self.properties(guide, "part/\(page)/index.html")
      #expect(properties["og:image"] == nil && properties["twitter:card"] == nil)
    }
    #expect(try Self.cards(guide).count == 3)
  }

  @Test("are not drawn where nobody says where the site will stand")
  func noAddress() throws {
    let guide = try CardGuide.guide()
    try guide.write("turnbook.yml", "social_cards: true\n")
    let run = try guide.run("build")
    #expect(run.codes == ["TB-S040"] && run.status == 0)
    #expect(try Self.cards(guide).isEmpty)
    #expect(try guide.run("check").codes.contains("TB-S040"))
    #expect(try guide.run("build", "--base-url", "https://example.org/").codes.isEmpty)
    #expect(try Self.cards(guide).count == 3)
  }

  @Test("tell of a font, a logo and characters that cannot be had, and are drawn")
  func lacking() throws {
    let guide = try CardGuide.guide(
      "social_cards: {font: No Such Font, logo: no.png, background: '#fff'}\n",
      ["content/part/a.md": "# A\u{10FFFD}\n"])
    let run = try guide.run("build")
    #expect(run.codes.sorted() == ["TB-S042", "TB-S043", "TB-S044"], "\(run.errors)")
    #expect(run.findings.contains { $0.hasPrefix("content/part/a.md") })
    #expect(try Self.cards(guide).count == 3)
    // The finding is told as long as the font is missing.
    #expect(try guide.run("build").codes.sorted() == ["TB-S042", "TB-S043", "TB-S044"])
  }

  #if os(Linux)
    @Test(
      "are left out where the library is not installed, and no page names one",
      .enabled(if: FailingSystem.isPossible, "needs the library of faults"))
    func noLibrary() throws {
      let guide = try CardGuide.guide()
      try guide.run("build")
      let hidden = FailingSystem.hiding("libpango")
      let fresh = try guide.run(["build", "--fresh"], environment: hidden)
      #expect(fresh.codes == ["TB-S041"] && fresh.status == 0)
      #expect(fresh.errors.contains("apt install libpangocairo-1.0-0"))
      #expect(try Self.cards(guide).isEmpty)
      #expect(guide.text("site/index.html")?.contains("og:image") == false)
      // It is installed then: nobody has to say that all is to be built.
      #expect(try guide.run("build").codes.isEmpty)
      #expect(try Self.cards(guide).count == 3)
    }
  #endif
}
