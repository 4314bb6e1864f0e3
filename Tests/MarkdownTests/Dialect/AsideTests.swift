import Testing

/// The expected HTML is what dialect.md describes.
struct AsideTests {
  @Test(
    "an aside or alert",
    arguments: [
      DialectCase(
        "of GitHub is an admonition",
        #"""
        > [!NOTE]
        > Hello *you*
        >
        > more

        > [!CAUTION]
        > x

        > [!tip]
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>Hello <em>you</em></p>
        <p>more</p>
        </div>
        <div class="admonition warning caution">
        <p class="admonition-title">Caution</p>
        <p>x</p>
        </div>
        <div class="admonition tip">
        <p class="admonition-title">Tip</p>
        </div>
        """#),
      DialectCase(
        "of GitHub has nothing else on its first line",
        #"""
        > [!WARNING] text
        > a
        """#,
        #"""
        <blockquote>
        <p>[!WARNING] text
        a</p>
        </blockquote>
        """#),
      DialectCase(
        "of GitHub may stand in a list item",
        #"""
        - > [!TIP]
          > a
        - b
        """#,
        #"""
        <ul>
        <li>
        <div class="admonition tip">
        <p class="admonition-title">Tip</p>
        <p>a</p>
        </div>
        </li>
        <li>b</li>
        </ul>
        """#),
      DialectCase(
        "of Starlight has a title, and ends at its colons",
        #"""
        :::tip[Title *x*]
        Body

        - a
        :::
        after
        """#,
        #"""
        <div class="admonition tip">
        <p class="admonition-title">Title <em>x</em></p>
        <p>Body</p>
        <ul>
        <li>a</li>
        </ul>
        </div>
        <p>after</p>
        """#),
      DialectCase(
        "of Starlight may hold another with fewer colons",
        #"""
        ::::note
        a
        :::caution
        b
        :::
        c
        ::::
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>a</p>
        <div class="admonition warning">
        <p class="admonition-title">Caution</p>
        <p>b</p>
        </div>
        <p>c</p>
        </div>
        """#),
      DialectCase(
        "of Starlight that is never closed ends with the page",
        #"""
        :::tip{icon="heart"}
        x
        """#,
        #"""
        <div class="admonition tip">
        <p class="admonition-title">Tip</p>
        <p>x</p>
        </div>
        """#),
      DialectCase(
        "of Starlight begins at its colons, without a space",
        #"""
        ::: note
        x
        :::
        """#,
        #"""
        <p>::: note
        x
        :::</p>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
