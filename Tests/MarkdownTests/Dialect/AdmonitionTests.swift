import Testing

/// The expected HTML is what dialect.md describes.
struct AdmonitionTests {
  @Test(
    "an admonition",
    arguments: [
      DialectCase(
        "has its type as its title when none is written, and ends at the first line that is not indented",
        #"""
        !!! note
            Body

            Second
        after
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>Body</p>
        <p>Second</p>
        </div>
        <p>after</p>
        """#),
      DialectCase(
        "has a title of inline Markdown",
        #"""
        !!! note "A *title* `code` [l](a.md)"
            Body
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">A <em>title</em> <code>code</code> <a href="a.md">l</a></p>
        <p>Body</p>
        </div>
        """#),
      DialectCase(
        "with an empty title has no title bar",
        #"""
        !!! warning ""
            Body
        """#,
        #"""
        <div class="admonition warning">
        <p>Body</p>
        </div>
        """#),
      DialectCase(
        "has further words as classes",
        #"""
        !!! danger inline end "T"

            Body
        """#,
        #"""
        <div class="admonition danger inline end">
        <p class="admonition-title">T</p>
        <p>Body</p>
        </div>
        """#),
      DialectCase(
        "may be indented by tabs, its type written with a capital letter",
        #"""
        !!! Note
        	tabbed

        	more
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>tabbed</p>
        <p>more</p>
        </div>
        """#),
      DialectCase(
        "needs no space after its mark",
        #"""
        !!!note
            b
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>b</p>
        </div>
        """#),
      DialectCase(
        "of an alias has the type and the alias as classes",
        #"""
        !!! hint
            b
        """#,
        #"""
        <div class="admonition tip hint">
        <p class="admonition-title">Hint</p>
        <p>b</p>
        </div>
        """#),
      DialectCase(
        "of an unknown type is a note",
        #"""
        !!! nonsense "x"
            b
        """#,
        #"""
        <div class="admonition note nonsense">
        <p class="admonition-title">x</p>
        <p>b</p>
        </div>
        """#),
      DialectCase(
        "is none with single quotes",
        #"""
        !!! note 'single'
            b
        """#,
        #"""
        <p>!!! note 'single'
        b</p>
        """#),
      DialectCase(
        "is none when text follows its title",
        #"""
        !!! note "a" b
            b
        """#,
        #"""
        <p>!!! note &quot;a&quot; b
        b</p>
        """#),
      DialectCase(
        "is none when its title is open",
        #"""
        !!! note "unclosed
            b
        """#,
        #"""
        <p>!!! note &quot;unclosed
        b</p>
        """#),
      DialectCase(
        "has a title in which a backslash at the end stands for itself",
        #"""
        !!! note "back\"
            b
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">back\</p>
        <p>b</p>
        </div>
        """#),
      DialectCase(
        "has a title in which quotes, braces and code stand for themselves",
        #"""
        !!! note "say "hi" {x} `a\`"
            b
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">say &quot;hi&quot; {x} <code>a\</code></p>
        <p>b</p>
        </div>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
