import Testing

/// The expected HTML is what dialect.md describes.
struct InlineTests {
  @Test(
    "text",
    arguments: [
      DialectCase(
        "may be marked, deleted, raised, lowered and inserted",
        #"""
        ==mark== ~~del~~ x^2^ H~2~O ^^ins^^ **==b==** ==h *i* j==
        """#,
        #"""
        <p><mark>mark</mark> <del>del</del> x<sup>2</sup> H<sub>2</sub>O <ins>ins</ins> <strong><mark>b</mark></strong> <mark>h <em>i</em> j</mark></p>
        """#),
      DialectCase(
        "keeps marks that nothing closes or that stand between letters",
        #"""
        a==b==c 2^10 ~~k l ~d e~ a=b a ~ b \==x\==
        """#,
        #"""
        <p>a==b==c 2^10 ~~k l ~d e~ a=b a ~ b ==x==</p>
        """#),
      DialectCase(
        "has addresses that become links",
        #"""
        http://a.b/c?d=e. www.x.com, <http://y.z> a@b.cc [t](http://in.side) [http://q.r](z.md) `http://no.pe`
        """#,
        #"""
        <p><a href="http://a.b/c?d=e">http://a.b/c?d=e</a>. <a href="http://www.x.com">www.x.com</a>, <a href="http://y.z">http://y.z</a> <a href="mailto:a@b.cc">a@b.cc</a> <a href="http://in.side">t</a> <a href="z.md">http://q.r</a> <code>http://no.pe</code></p>
        """#),
      DialectCase(
        "explains abbreviations, and only whole words",
        #"""
        The LLM and LLMs use A B, `LLM`, [LLM](x.md).

        *[LLM]: Large "language" model
        *[A B]: two words
        """#,
        #"""
        <p>The <abbr title="Large &quot;language&quot; model">LLM</abbr> and LLMs use <abbr title="two words">A B</abbr>, <code>LLM</code>, <a href="x.md"><abbr title="Large &quot;language&quot; model">LLM</abbr></a>.</p>
        """#),
      DialectCase(
        "has emoji as characters",
        #"""
        :smile: [:smile:](x.md) ![:smile:](x.png) `:smile:` \:smile: :nope: 12:30:45
        """#,
        #"""
        <p>😄 <a href="x.md">😄</a> <img src="x.png" alt="😄" /> <code>:smile:</code> :smile: :nope: 12:30:45</p>
        """#),
      DialectCase(
        "drops icons that it does not carry, but those that mean something",
        #"""
        Yes :material-check: no :octicons-x-16: :fontawesome-solid-xmark: a :material-star: b
        """#,
        #"""
        <p>Yes ✓ no ✗ ✗ a b</p>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
