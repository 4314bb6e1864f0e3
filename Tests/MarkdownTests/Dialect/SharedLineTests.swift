import Testing

/// Lines on which one block ends or begins after another: each of these once lost text, showed it
/// twice or left a tag open.
struct SharedLineTests {
  @Test(
    "where blocks share a line or end together",
    arguments: [
      DialectCase(
        "an element in one of the same name ends where it ends",
        #"""
        <div markdown>
        <div markdown>
        *in*
        </div>
        </div>

        next
        """#,
        #"""
        <div>
        <div>
        <p><em>in</em></p>
        </div>
        </div>
        <p>next</p>
        """#),
      DialectCase(
        "text after an end tag is text",
        #"""
        <div markdown>text</div> trailing *y*
        """#,
        #"""
        <div>
        <p>text</p>
        </div>
        <p>trailing <em>y</em></p>
        """#),
      DialectCase(
        "text after an end tag in a list item stays in it",
        #"""
        - <div markdown>x</div> tail
        - b
        """#,
        #"""
        <ul>
        <li>
        <div>
        <p>x</p>
        </div>
        tail</li>
        <li>b</li>
        </ul>
        """#),
      DialectCase(
        "an end tag in a comment ends nothing",
        #"""
        <div markdown>
        *x* <!-- </div> -->
        </div>
        after
        """#,
        #"""
        <div>
        <p><em>x</em> <!-- </div> --></p>
        </div>
        <p>after</p>
        """#),
      DialectCase(
        "code indented by tabs in an indented body is code",
        #"""
        !!! note
        	body

        		[x](no.md)
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>body</p>
        <div class="code"><pre><code>[x](no.md)
        </code></pre></div>
        </div>
        """#),
      DialectCase(
        "a list may begin beside the mark of a definition",
        #"""
        t
        :   - a
            - b
        """#,
        #"""
        <dl>
        <dt>t</dt>
        <dd>
        <ul>
        <li>a</li>
        <li>b</li>
        </ul>
        </dd>
        </dl>
        """#),
      DialectCase(
        "a definition may follow one that ends with another container",
        #"""
        foo
        :   one

            !!! note
                x

        :   second
        """#,
        #"""
        <dl>
        <dt>foo</dt>
        <dd>
        <p>one</p>
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>x</p>
        </div>
        </dd>
        <dd>
        <p>second</p>
        </dd>
        </dl>
        """#),
      DialectCase(
        "an element of text may go on over lines",
        #"""
        <p align="center" markdown>
          *c* [x](y.md)
        </p>
        after
        """#,
        #"""
        <p align="center"> <em>c</em> <a href="y.md">x</a> </p>
        <p>after</p>
        """#),
    ])
  func sharedLine(example: DialectCase) { #expect(example.html == example.expected) }
}
