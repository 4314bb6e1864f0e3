import Diagnostics
import Markdown
import Testing

struct BlockFactTests {
  @Test("a box is recorded with its type, its first line, and its title and body in the HTML")
  func boxes() {
    let source = MarkedSource(
      """
      - «!!! hint "A *b*"»

            c

            «??? "D"»

                ## e

      > «[!CAUTION]»
      > ==f==

      «:::tip»
      g
      :::
      """)
    let page = RenderedText(source.text).page
    #expect(page.boxes.map(\.range.indices) == source.ranges)
    #expect(page.boxes.map(\.type) == ["tip", "", "warning", "tip"])
    let texts = page.boxes.map { String(decoding: page.html[$0.html], as: UTF8.self) }
    #expect(texts[1].hasPrefix("<summary>D</summary>\n<h2 id=\"e\">"))
    #expect(texts[1].hasSuffix("</h2>\n"))
    #expect(texts[0].hasSuffix(texts[1] + "</details>\n"))
    #expect(texts[2].hasSuffix("<p><mark>f</mark></p>\n"))
    #expect(texts[3] == "<p class=\"admonition-title\">Tip</p>\n<p>g</p>\n")
  }

  @Test("a block of code is recorded with its language and its first line")
  func code() {
    let source = MarkedSource(
      """
      «``` python title="x"»
      a
      ```

      !!! note
          - «~~~ {.swift #b}»
            a
            ~~~

          «```»
          c
          ```

      x

      «    indented»
          more
      """)
    let page = RenderedText(source.text).page
    #expect(page.codeBlocks.map(\.language) == ["python", "swift", "", ""])
    let found = page.codeBlocks.map { block in
      var start = block.range.start
      let bytes = Array(source.text.utf8)
      // What stands before the fence on its line belongs to the line.
      while bytes[start] == 0x20 || bytes[start] == 0x2D { start += 1 }
      return start..<block.range.end
    }
    let expected = source.ranges.map {
      $0.count > 10 && $0.lowerBound > 90 ? $0.dropFirst(4) : $0[...]
    }
    #expect(found == expected.map { $0.startIndex..<$0.endIndex })
    for block in page.codeBlocks {
      #expect(page.html[block.offset...].starts(with: "<div class=\"code\"".utf8))
    }
  }

  @Test(
    "bold text that ends with a colon is a label",
    arguments: [
      ("**Problem:** a", ["Problem"]), ("**Problem**: a", ["Problem"]), ("**Problem** : a", []),
      ("__A *b*:__ c", ["A b"]), ("**A & `b`:** c", ["A & b"]), ("**[a:](b)**", ["a"]),
      ("==**a:** b== **c:**", ["a", "c"]), ("- **a:** b\n- **c** d", ["a"]), ("**:** a", []),
      ("# ==**a:**== b", ["a"]), ("*a:* b", []), ("| **a:** | **b** |\n|--|--|", ["a"]),
    ])
  func labels(markdown: String, texts: [String]) {
    let page = RenderedText(markdown).page
    #expect(page.labels.map(\.text) == texts)
    for label in page.labels {
      #expect(page.html[label.offset...].starts(with: "<strong>".utf8))
    }
  }

  @Test("an image of raw HTML without any alternative text is recorded as such")
  func alternative() {
    let source = "<img src=\"a\"> <IMG SRC=\"b\" ALT> <img src=\"c\" alt=\"\"> <video src=\"d\">"
    #expect(RenderedText(source).page.links.map(\.lacksAlternative) == [true, false, false, false])
  }

  @Test("a heading is recorded where it begins in the HTML")
  func headings() {
    let page = RenderedText("a\n\n# ==b==\n\n!!! note\n    ## c {#d}\n").page
    for heading in page.headings {
      #expect(
        page.html[heading.offset...].starts(
          with: "<h\(heading.level) id=\"\(heading.anchor)\"".utf8))
    }
    #expect(page.headings.map(\.range) == [ByteRange(3, 10), ByteRange(25, 30)])
    #expect(page.headings.map(\.writtenAnchor) == [nil, ByteRange(32, 33)])
  }
}
