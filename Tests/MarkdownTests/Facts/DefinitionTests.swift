import CCMark
import Diagnostics
import Foundation
import Markdown
import Testing

struct DefinitionTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// The definitions' labels stand between guillemets, in order.
    var marked: String
    init(_ name: String, _ marked: String) { (testDescription, self.marked) = (name, marked) }
  }

  @Test(
    "a definition is what CommonMark takes for one, and is recorded where it stands",
    arguments: [
      Example(
        "several in a row", "«[a]»: b\n«[c]»: <d e> \"f\"\n  «[g]»:\n    h\n    'i\n  j'\n«[k]»: l"),
      Example("more than a target", "[a]: b c\n[d]: e\n\n[f]: g \"h\" i\n\n[j]:\n\n[k] : l"),
      Example("a title that is none", "«[a]»: b\n\"c\" d\n\n«[e]»: f\n\"g\n\nh\""),
      Example("before text", "«[a]»: b\ntext\n[c]: d\n\n«[e]»: f\nheading\n===\n[g]: h is text\n"),
      Example("not in a paragraph", "text\n[a]: b\n\n# [c]: d\n\n`[e]: f`"),
      Example(
        "not in code and HTML",
        "```\n[a]: b\n```\n\n    [c]: d\n\n<div>\n[e]: f\n</div>\n\n<!-- x -->\n«[g]»: h"),
      Example("a label over lines", "> «[a\n> b]»: c\n\n«[\nd\n]»: e"),
      Example("labels that are none", "[]: a\n\n[ ]: b\n\n[c[d]: e\n\n[f\\]: g\n\n«[h\\]]»: i"),
      Example(
        "in containers",
        "- «[a]»: b\n\n  > «[c]»: d\n\n!!! note\n    «[e]»: f\n    «[g]»: h\n\n    text\n\n1. > «[i]»: j"
      ),
      Example("after an underline that is text", "«[a]»: b\n---\n[c]: d"),
      Example("empty targets", "«[a]»: <>\n\n[b]: <c\n\n[d]: (e"),
      Example("footnotes", "«[^a]»: b\n    «[^c]»: d\n\n«[^e]»:\n    «[f]»: g\n\n[h]: [^i]: j"),
      Example("tabs and CR LF", "!!! note\r\n\t«[a]»: b\r\n\t«[c]»:\r\n\td\r\n"),
    ])
  func place(_ example: Example) {
    let source = MarkedSource(example.marked)
    let definitions = RenderedText(source.text).page.definitions
    #expect(definitions.map(\.range.indices) == source.ranges, "\(definitions.map(\.label))")
  }

  @Test("a definition is used when a link, an image or a footnote reference means it")
  func use() {
    let source = """
      [A  b], ![x][C], [^1] [x][d\\]] ![a [e] b](x) [f][nothing] `[g]`

      [a B]: 1
      [c]: 2
      [a b]: 3
      [d\\]]: 4
      [e]: 5
      [f]: 6
      [g]: 7

      [^1]: one
      [^2]: two
      """
    let definitions = RenderedText(source).page.definitions
    #expect(
      definitions.map { "\($0.label) \($0.isUsed)" } == [
        "a b true", "c true", "a b false", "d\\] true", "e true", "f false", "g false", "1 true",
        "2 false",
      ])
  }

  @Test("a definition in a snippet belongs to the snippet")
  func snippet() {
    let text = "# A\n\n[a]: b\n"
    let definitions = RenderedText(
      "- --8<-- x\n\n    --8<-- \"s.md\"\n\n[c]: d\n", snippets: ["s.md": text]
    ).page.definitions
    #expect(definitions.map(\.path) == ["s.md", "page.md"])
    let plain = RenderedText("--8<-- \"s.md\"\n[c]: d\n", snippets: ["s.md": text]).page.definitions
    #expect(plain.map(\.path) == ["s.md", "page.md"])
    #expect(plain.map(\.range) == [ByteRange(5, 8), ByteRange(14, 17)])
  }

  /// Not among them: `2.` and a lone tag right after text or a definition, where the lowering takes
  /// for a block what libcmark does not.
  private static let fragments = [
    "[@]:", "[@]: /u\n", " /u", "\n", "\n", "\n\n", "'t'\n", "\"t", "\"", "(t)\n", "> ", "> ", "- ",
    "1. ", "    ", "  ", "text\n", "[@]: <x y>\n", "[@]: (\n", "===\n", "---\n", "```\n",
    "<div>\n", "<!-- c -->\n", "[@\n]: u\n", "[\n@]:\n", " ", "\t", "\\", "[", "]", "# h\n",
    "***\n", "[@]: u 't' x\n", "[@]: u\n't'\n", "[@]: a\\\n", "\r\n",
  ]

  /// Text with labels that occur once each.
  private static func pile(seed: UInt64) -> (text: String, labels: [String]) {
    var random = SeededNumbers(seed: seed)
    var labels: [String] = []
    let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      let fragment = fragments[Int.random(in: 0..<fragments.count, using: &random)]
      guard fragment.contains("@") else { return fragment }
      labels.append("l\(labels.count)")
      return fragment.replacing("@", with: labels[labels.count - 1])
    }.joined()
    return (text, labels)
  }

  @Test("what is recorded as a definition is what libcmark takes for one")
  func agreement() throws {
    var count = 0
    for seed in UInt64(0)..<20_000 {
      let (text, labels) = Self.pile(seed: seed)
      guard !labels.isEmpty else { continue }
      let question = labels.map { "[\($0)]" }.joined(separator: "\n") + "\n\n" + text
      let answer = try #require(
        question.withCString { cmark_markdown_to_html($0, question.utf8.count, CMARK_OPT_UNSAFE) })
      defer { free(answer) }
      let head = String(cString: answer).components(separatedBy: "</p>")[0]
      let expected = labels.filter { head.contains(">\($0)</a>") }
      count += expected.count
      let found = RenderedText(text, dialect: .commonMark).page.definitions.map(\.label)
        .filter(labels.contains)
      #expect(found == expected, "\(text.debugDescription)")
    }
    #expect(count > 5000)
  }

  @Test(
    "a definition's range holds its label, and with the dialect on as many are found",
    .enabled(if: SharedFolder.hasCorpora, SharedFolder.withoutCorpora))
  func corpus() {
    var count = 0
    for page in SharedFolder.everything {
      for definition in RenderedText(bytes: page.bytes).page.definitions {
        count += 1
        let written = page.bytes[definition.range.indices]
        #expect(written.first == UInt8(ascii: "[") && written.last == UInt8(ascii: "]"))
      }
    }
    #expect(count > 300)
  }
}
