import ByteText
import Diagnostics
import Markdown
import Testing

struct RobustnessTests {
  private static let fragments = [
    "!!! note\n", "!!! tip \"*a\"\n", "???+ \"b\"\n", "    ", "    ", "  ", "> ", "- ", "1. ",
    "```\n",
    "=== \"a\"\n", "===! \"`\"\n", "| a | b |\n", "|--|:-:|\n", "a | b\n", "x\n", ":   x\n", "[^1]",
    "[^1]: x\n", "{: .x #y}", "==", "~~", "~", "^", "[", "](b)", "![", "`", "``", "\n", "\n",
    "\n\n",
    "\t", ":::tip\n", ":::note[*x]\n", ":::\n", "# ", "*", "**", "_", "x", " ", "\\", "*[x]: y\n",
    ":smile:", ":material-x:", "\r", "\r\n", "[!NOTE]\n", "--8<-- \"a\"\n", "- [ ] ", "http://a.b",
    "&amp;", "[x]: y\n", "---\n", "é", "{", "}", "\"", "|",
  ]

  private static func pile(seed: UInt64) -> String {
    var random = SeededNumbers(seed: seed)
    return (0..<Int.random(in: 1...60, using: &random)).map { _ in
      fragments[Int.random(in: 0..<fragments.count, using: &random)]
    }.joined()
  }

  @Test("whatever stands on a page without raw HTML, the tags of the output are balanced")
  func balance() {
    for seed in UInt64(0)..<4000 {
      let source = Self.pile(seed: seed)
      let rendered = RenderedText(source, snippets: ["a": "- [s](s.md)\n\n  !!! note\n      s"])
      let fault = TagBalance.fault(in: rendered.html)
      #expect(fault == nil, "\(source.debugDescription)\n\(rendered.html)")
      #expect(Self.areSound(rendered.page), "\(source.debugDescription)")
    }
  }

  @Test("no anchor is given twice on a page")
  func anchors() {
    for seed in UInt64(0)..<3000 {
      let source = Self.pile(seed: seed).replacing("{: .x #y}", with: "")
      let page = RenderedText(source).page
      let anchors = page.anchors.map(\.name) + page.headings.map(\.anchor)
      #expect(Set(anchors).count == anchors.count, "\(source.debugDescription)")
    }
  }

  @Test("bytes at random, markers of the lowering among them, are rendered to something")
  func bytes() {
    for seed in UInt64(0)..<3000 {
      var random = SeededNumbers(seed: seed)
      let alphabet = Array("\u{2}\u{2}{}a0h1r0c1t0e0d0s0[](){#\n\n> -|`".utf8) + [0, 0xFF, 0xC3]
      let source = (0..<80).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      #expect(Self.areSound(RenderedText(bytes: source).page), "\(source)")
    }
  }

  @Test(
    "real pages with pieces cut out, doubled and moved are rendered to something",
    .enabled(if: SharedFolder.hasCorpora, SharedFolder.withoutCorpora))
  func mutations() {
    for (number, page) in SharedFolder.everything.enumerated() where page.bytes.count > 10 {
      var random = SeededNumbers(seed: UInt64(number))
      var bytes = page.bytes
      for _ in 0..<20 {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let piece = bytes[start..<min(bytes.count, start + Int.random(in: 0...60, using: &random))]
        let place = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random), bytes.count > 200 {
          bytes.removeSubrange(piece.indices)
        } else {
          bytes.insert(contentsOf: piece, at: place)
        }
      }
      #expect(Self.areSound(RenderedText(bytes: bytes).page), "\(page.name)")
    }
  }

  struct Monster: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var piece: String
    var count: Int
    var code: String?
  }

  @Test(
    "what is meant to choke a parser does not",
    arguments: [
      Monster(testDescription: "deep quotes", piece: ">", count: 50_000, code: "TB-M005"),
      Monster(testDescription: "deep lists", piece: "1. ", count: 50_000, code: "TB-M005"),
      Monster(testDescription: "brackets", piece: "![[](", count: 60_000, code: "TB-M006"),
      Monster(testDescription: "one line", piece: "word *x* ", count: 120_000, code: nil),
      Monster(testDescription: "backticks", piece: "`a``b```", count: 20_000, code: nil),
      Monster(testDescription: "delimiters", piece: "==a ~~b ^", count: 20_000, code: nil),
      Monster(testDescription: "open tags", piece: "<a\n", count: 20_000, code: nil),
      Monster(testDescription: "open attributes", piece: "<a b=\"", count: 20_000, code: nil),
      Monster(testDescription: "attribute lists", piece: "{: .a", count: 20_000, code: nil),
      Monster(testDescription: "asides", piece: ":::tip\n", count: 10_000, code: "TB-M005"),
      Monster(testDescription: "terms", piece: "a\n", count: 20_000, code: nil),
      Monster(testDescription: "pipes", piece: "|", count: 50_000, code: nil),
    ])
  func monster(_ monster: Monster) {
    let source = String(repeating: monster.piece, count: monster.count) + "\n:   x\n"
    let rendered = RenderedText(source)
    #expect(rendered.codes.first { $0 == monster.code } == monster.code)
    #expect(!rendered.page.html.isEmpty)
  }

  @Test("line endings of every kind mean the same")
  func lineEndings() {
    let source =
      "!!! note\n    *a*\n\n    - b\n\n=== \"T\"\n\n    a | b\n    --|--\n    c | d\n\n- [ ] x\n"
    let html = RenderedText(source).html
    #expect(html.contains("<td>d</td>"))
    #expect(RenderedText(source.replacing("\n", with: "\r\n")).html == html)
    #expect(RenderedText(source.replacing("\n", with: "\r")).html == html)
  }

  @Test("a renderer that has rendered a page renders the next as a new one does")
  func reuse() {
    var renderer = PageRenderer(dialect: Dialect(), slugRule: .mkdocs)
    for seed in UInt64(0)..<500 {
      let source = Self.pile(seed: seed)
      let again = renderer.render(Array(source.utf8), from: 0, path: "page.md")
      #expect(again.html == RenderedText(source).page.html, "\(source.debugDescription)")
    }
  }

  /// Holes ascend and belong to links; ranges lie within what can be a page.
  private static func areSound(_ page: RenderedPage) -> Bool {
    let offsets = page.holes.map(\.offset)
    return offsets == offsets.sorted() && offsets.allSatisfy { $0 <= page.html.count }
      && page.holes.allSatisfy { page.links.indices.contains($0.link) }
      && page.links.allSatisfy { $0.range.start >= 0 && $0.range.end >= $0.range.start }
  }
}
