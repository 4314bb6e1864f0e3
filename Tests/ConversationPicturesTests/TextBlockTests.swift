import SVG
import Testing

@Suite("Texts broken into lines")
struct TextBlockTests {
  private static let texts = [
    "", "\n", "one two three", "a\n\nb\n", String(repeating: "wordword ", count: 50),
    String(repeating: "x", count: 400), "中文的一句话" + String(repeating: "很长", count: 50),
    "    indented   and   spaced    ", String(repeating: "👩‍👩‍👧‍👦", count: 40),
  ]

  @Test("lines are no wider than the limit, but for spaces at their end, and are the text again")
  func lines() {
    for text in Self.texts {
      for width in [40.0, 100, 333] {
        let block = TextBlock(text, width: width)
        var joined = ""
        for line in block.lines {
          joined += line.text + (line.endsParagraph ? "\n" : "")
          var visible = line.text
          while visible.last == " " { visible.removeLast() }
          #expect(TextMeasure.width(of: visible) <= width || visible.count == 1, "\(visible)")
        }
        #expect(joined == text && block.rest == 0)
      }
    }
  }

  @Test("with a limit of lines the rest is counted")
  func limits() {
    for text in Self.texts {
      for limit in 1...4 {
        let block = TextBlock(text, width: 100, limit: limit)
        var drawn = 0
        for line in block.lines {
          drawn += line.text.unicodeScalars.count + (line.endsParagraph ? 1 : 0)
        }
        #expect(block.lines.count <= limit)
        #expect(drawn + block.rest == text.unicodeScalars.count, "\(text) \(limit)")
      }
    }
  }

  @Test("a line ends between words, and a word that is wider than a line inside of it")
  func words() {
    let lines = TextBlock("The quick brown fox", width: 80).lines.map { String($0.text) }
    #expect(lines == ["The quick ", "brown fox"])
    #expect(TextBlock("xxxxxxxxxxxxxxxxxxxx", width: 40).lines.count > 3)
  }
}
