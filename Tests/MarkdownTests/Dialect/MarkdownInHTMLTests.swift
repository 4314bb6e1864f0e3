import Testing

/// The expected HTML is what dialect.md describes.
struct MarkdownInHTMLTests {
  @Test(
    "an HTML element",
    arguments: [
      DialectCase(
        "with a markdown attribute holds blocks",
        #"""
        <div class="grid cards" markdown>

        - A [x](y.md)

            ---

            text

        - B

        </div>
        after
        """#,
        #"""
        <div class="grid cards">
        <ul>
        <li>
        <p>A <a href="y.md">x</a></p>
        <hr />
        <p>text</p>
        </li>
        <li>
        <p>B</p>
        </li>
        </ul>
        </div>
        <p>after</p>
        """#),
      DialectCase(
        "may stand on one line",
        #"""
        <div markdown>one *liner*</div>
        """#,
        #"""
        <div>
        <p>one <em>liner</em></p>
        </div>
        """#),
      DialectCase(
        "may have its start tag on several lines",
        #"""
        <div
          class="x"
          markdown>
        *a*
        </div>
        *b*
        """#,
        #"""
        <div
          class="x"
        >
        <p><em>a</em></p>
        </div>
        <p><em>b</em></p>
        """#),
      DialectCase(
        "without the attribute stays as it is, inside one that has it too",
        #"""
        <div markdown="1">
        text
        <div>

        inner *i*

        </div>
        more
        </div>

        out
        """#,
        #"""
        <div>
        <p>text</p>
        <div>
        <p>inner <em>i</em></p>
        </div>
        more
        </div>
        <p>out</p>
        """#),
      DialectCase(
        "may hold admonitions, tabs and other elements",
        #"""
        <div class="grid" markdown>

        !!! note
            a

        === "T"
            b

        <div markdown>
        in
        </div>

        </div>
        """#,
        #"""
        <div class="grid">
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>a</p>
        </div>
        <div class="tabs">
        <div class="tab" id="tab-1-1">
        <p class="tab-label">T</p>
        <p>b</p>
        </div>
        </div>
        <div>
        <p>in</p>
        </div>
        </div>
        """#),
      DialectCase(
        "whose content is text holds no blocks",
        #"""
        <section markdown="block"><p markdown>a *b* c</p></section>
        """#,
        #"""
        <section>
        <p>a <em>b</em> c</p>
        </section>
        """#),
      DialectCase(
        "is not closed by an end tag in code",
        #"""
        <div markdown>

        `</div>` in code

        ```
        </div>
        ```

            </div>

        still
        </div>
        out
        """#,
        #"""
        <div>
        <p><code>&lt;/div&gt;</code> in code</p>
        <div class="code"><pre><code>&lt;/div&gt;
        </code></pre></div>
        <div class="code"><pre><code>&lt;/div&gt;
        </code></pre></div>
        <p>still</p>
        </div>
        <p>out</p>
        """#),
      DialectCase(
        "in a block quote and in a list item",
        #"""
        > <div markdown>
        > *x*
        > </div>
        > y

        - <div markdown>

          *x*

          </div>
        - b
        """#,
        #"""
        <blockquote>
        <div>
        <p><em>x</em></p>
        </div>
        <p>y</p>
        </blockquote>
        <ul>
        <li>
        <div>
        <p><em>x</em></p>
        </div>
        </li>
        <li>b</li>
        </ul>
        """#),
      DialectCase(
        "that is never closed ends with the page",
        #"""
        <div markdown>
        unclosed *x*

        # H
        """#,
        #"""
        <div>
        <p>unclosed <em>x</em></p>
        <h1 id="h">H<a class="anchor" href="#h" aria-label="Permalink: H"></a></h1>
        </div>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
