import Testing

/// The expected HTML is what dialect.md describes.
struct AdmonitionPlaceTests {
  @Test(
    "an admonition",
    arguments: [
      DialectCase(
        "may follow a paragraph without a blank line, and hold another",
        #"""
        para
        !!! tip
            Body
            !!! note "Inner"
                Deep
            Back
        """#,
        #"""
        <p>para</p>
        <div class="admonition tip">
        <p class="admonition-title">Tip</p>
        <p>Body</p>
        <div class="admonition note">
        <p class="admonition-title">Inner</p>
        <p>Deep</p>
        </div>
        <p>Back</p>
        </div>
        """#),
      DialectCase(
        "inside a list item does not end the list",
        #"""
        - item
          !!! note
              body
        - item2

            !!! note "x"

                body
        - item3
        """#,
        #"""
        <ul>
        <li>
        <p>item</p>
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>body</p>
        </div>
        </li>
        <li>
        <p>item2</p>
        <div class="admonition note">
        <p class="admonition-title">x</p>
        <p>body</p>
        </div>
        </li>
        <li>
        <p>item3</p>
        </li>
        </ul>
        """#),
      DialectCase(
        "inside an ordered list's item keeps the list loose or tight as it is",
        #"""
        1. item

            !!! note

                body

                - a
                - b

        2. next
        """#,
        #"""
        <ol>
        <li>
        <p>item</p>
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>body</p>
        <ul>
        <li>a</li>
        <li>b</li>
        </ul>
        </div>
        </li>
        <li>
        <p>next</p>
        </li>
        </ol>
        """#),
      DialectCase(
        "may have nothing inside",
        #"""
        !!! note
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        </div>
        """#),
      DialectCase(
        "without a body ends before text that is not indented",
        #"""
        !!! note

        plain
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        </div>
        <p>plain</p>
        """#),
      DialectCase(
        "ends at a line that is indented by two spaces only",
        #"""
        !!! note
            text
          two spaces
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>text</p>
        </div>
        <p>two spaces</p>
        """#),
      DialectCase(
        "is not continued by a lazy line",
        #"""
        !!! note
            - a
            > q
        lazy
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <ul>
        <li>a</li>
        </ul>
        <blockquote>
        <p>q</p>
        </blockquote>
        </div>
        <p>lazy</p>
        """#),
      DialectCase(
        "is kept apart from the block quotes around it",
        #"""
        > quote
        !!! note
            x
        > quote2
        !!! tip
            > inner
            y
        > z
        """#,
        #"""
        <blockquote>
        <p>quote</p>
        </blockquote>
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>x</p>
        </div>
        <blockquote>
        <p>quote2</p>
        </blockquote>
        <div class="admonition tip">
        <p class="admonition-title">Tip</p>
        <blockquote>
        <p>inner
        y</p>
        </blockquote>
        </div>
        <blockquote>
        <p>z</p>
        </blockquote>
        """#),
      DialectCase(
        "in a block quote holds blocks over its blank lines",
        #"""
        > !!! note
        >     a
        >
        >     ```
        >     x
        >
        >       y
        >     ```
        >
        >     > q
        >
        >     c
        >
        > d
        """#,
        #"""
        <blockquote>
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>a</p>
        <div class="code"><pre><code>x

          y
        </code></pre></div>
        <blockquote>
        <p>q</p>
        </blockquote>
        <p>c</p>
        </div>
        <p>d</p>
        </blockquote>
        """#),
      DialectCase(
        "in a block quote ends with it",
        #"""
        > !!! note
        >     a
        >
        >     b
        c
        """#,
        #"""
        <blockquote>
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>a</p>
        <p>b</p>
        </div>
        </blockquote>
        <p>c</p>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
