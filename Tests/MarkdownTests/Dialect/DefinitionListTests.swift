import Testing

/// The expected HTML is what dialect.md describes.
struct DefinitionListTests {
  @Test(
    "a definition list",
    arguments: [
      DialectCase(
        "has definitions of several blocks",
        #"""
        Term
        :   Def one
            lazy

            para

        :   Def two

        Term A
        Term B
        :   Def

        after
        """#,
        #"""
        <dl>
        <dt>Term</dt>
        <dd>
        <p>Def one
        lazy</p>
        <p>para</p>
        </dd>
        <dd>
        <p>Def two</p>
        </dd>
        <dt>Term A</dt>
        <dt>Term B</dt>
        <dd>
        <p>Def</p>
        </dd>
        </dl>
        <p>after</p>
        """#),
      DialectCase(
        "goes on over blank lines",
        #"""
        Term

        :   Def

        Other term

        :   Def
        """#,
        #"""
        <dl>
        <dt>Term</dt>
        <dd>
        <p>Def</p>
        </dd>
        <dt>Other term</dt>
        <dd>
        <p>Def</p>
        </dd>
        </dl>
        """#),
      DialectCase(
        "may stand in an admonition, and an admonition after it",
        #"""
        !!! note
            Term
            :   Def
        !!! tip
            a
        """#,
        #"""
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <dl>
        <dt>Term</dt>
        <dd>
        <p>Def</p>
        </dd>
        </dl>
        </div>
        <div class="admonition tip">
        <p class="admonition-title">Tip</p>
        <p>a</p>
        </div>
        """#),
      DialectCase(
        "does not begin in a list item's line that a colon follows outside",
        #"""
        - a
        :   not def
        """#,
        #"""
        <ul>
        <li>a
        :   not def</li>
        </ul>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
