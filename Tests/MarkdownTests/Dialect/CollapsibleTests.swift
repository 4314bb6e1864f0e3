import Testing

/// The expected HTML is what dialect.md describes.
struct CollapsibleTests {
  @Test(
    "a collapsible",
    arguments: [
      DialectCase(
        "needs no type where it has a title",
        #"""
        ??? "Only title"
            b
        """#,
        #"""
        <details class="admonition">
        <summary>Only title</summary>
        <p>b</p>
        </details>
        """#),
      DialectCase(
        "is open with a plus sign",
        #"""
        ???+ note
            b
        """#,
        #"""
        <details class="admonition note" open="">
        <summary>Note</summary>
        <p>b</p>
        </details>
        """#),
      DialectCase(
        "needs a type or a title",
        #"""
        ??? 
            b
        """#,
        #"""
        <p>???
        b</p>
        """#),
      DialectCase(
        "may hold another, and has further words as classes",
        #"""
        ??? tip inline "T"
            x
            ??? "inner"
                y
        """#,
        #"""
        <details class="admonition tip inline">
        <summary>T</summary>
        <p>x</p>
        <details class="admonition">
        <summary>inner</summary>
        <p>y</p>
        </details>
        </details>
        """#),
      DialectCase(
        "without an indented body is empty",
        #"""
        ??? note "x"
        a
        """#,
        #"""
        <details class="admonition note">
        <summary>x</summary>
        </details>
        <p>a</p>
        """#),
      DialectCase(
        "of HTML holds Markdown between blank lines",
        #"""
        <details>
        <summary>S</summary>

        *body*

        ```py
        x
        ```

        </details>
        """#,
        #"""
        <details>
        <summary>S</summary>
        <p><em>body</em></p>
        <div class="code" data-language="py"><pre><code class="language-py">x
        </code></pre></div>
        </details>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
