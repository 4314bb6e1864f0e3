import Testing

/// The expected HTML is what dialect.md describes.
struct FootnoteTests {
  @Test(
    "a footnote",
    arguments: [
      DialectCase(
        "is numbered as it is first referred to, and has a way back from each reference",
        #"""
        Text[^1] and[^b] again[^1].

        [^1]: The note
            more

            second para
        [^b]: Other [^1]
        """#,
        #"""
        <p>Text<sup class="footnote-ref" id="fnref:1"><a href="#fn:1">1</a></sup> and<sup class="footnote-ref" id="fnref:b"><a href="#fn:b">2</a></sup> again<sup class="footnote-ref" id="fnref2:1"><a href="#fn:1">1</a></sup>.</p>
        <div class="footnotes">
        <ol>
        <li id="fn:1">
        <p>The note
        more</p>
        <p>second para <a class="footnote-back" href="#fnref:1" aria-label="Back to reference 1">↩</a> <a class="footnote-back" href="#fnref2:1" aria-label="Back to reference 1">↩</a></p>
        </li>
        <li id="fn:b">
        <p>Other <sup class="footnote-ref" id="fnref3:1"><a href="#fn:1">1</a></sup> <a class="footnote-back" href="#fnref:b" aria-label="Back to reference 2">↩</a></p>
        </li>
        </ol>
        </div>
        """#),
      DialectCase(
        "may hold blocks, the first on a line of its own",
        #"""
        [^y]:
            body

            - list

        [^x]: unused

        text [^y] [^nope]
        """#,
        #"""
        <p>text <sup class="footnote-ref" id="fnref:y"><a href="#fn:y">1</a></sup> [^nope]</p>
        <div class="footnotes">
        <ol>
        <li id="fn:y">
        <p>body</p>
        <ul>
        <li>list</li>
        </ul>
         <a class="footnote-back" href="#fnref:y" aria-label="Back to reference 1">↩</a>
        </li>
        </ol>
        </div>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
