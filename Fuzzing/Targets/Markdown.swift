@testable import Diagnostics
@testable import Links
@testable import Markdown
@testable import Pages
@testable import Site

extension Target {
  /// Lowering, parsing and rendering a page.
  static let markdown = Target(name: "markdown") { input in
    let choice = Choice(input)
    var config = SiteConfig(named: "guide")
    config.dialect.html = [.allow, .safe, .escape, .safe][choice.number & 3]
    if choice.has(bit: 2) { config.dialect = .commonMark }
    if choice.has(bit: 3) { config.dialect.smartPunctuation = true }
    var reader = PatternReader(config)
    let page = reader.read(
      choice.rest, path: "a/b.md", printedPath: "a/b.md", snippets: SnippetSet()
    ).page
    let size = choice.rest.count
    for finding in page.diagnostics + page.body.diagnostics {
      if let range = finding.range { hold(range, size, finding.code.id) }
      for place in finding.places { hold(place.range, size, finding.code.id) }
    }
    for link in page.body.links {
      hold(link.range, size, "a link")
      if let use = link.use { hold(use.range, size, "a link's use") }
      if let content = link.content { hold(content, page.body.html.count, "a link's text") }
    }
    var last = 0
    for hole in page.body.holes {
      require(hole.offset >= last && hole.offset <= page.body.html.count, "holes out of order")
      require(page.body.links.indices.contains(hole.link), "a hole without a link")
      last = hole.offset
    }
    if config.dialect.html != .allow, !choice.has(bit: 2) {
      if let fault = HTMLNesting.fault(in: page.body.html) {
        fatalError("\(fault)\n\(String(decoding: page.body.html, as: UTF8.self))")
      }
    }
    // A reader that has read other pages reads alike.
    let again = reader.read(
      choice.rest, path: "a/b.md", printedPath: "a/b.md", snippets: SnippetSet()
    ).page
    require(again.body.html == page.body.html, "a second reading differs")
  }

  private static func hold(_ range: ByteRange, _ size: Int, _ what: String) {
    hold(range.indices, size, what)
  }

  private static func hold(_ range: Range<Int>, _ size: Int, _ what: String) {
    require(range.lowerBound >= 0 && range.upperBound <= size, "\(what) is at \(range) of \(size)")
  }
}
