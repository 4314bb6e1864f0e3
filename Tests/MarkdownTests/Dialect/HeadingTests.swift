import Testing

/// The expected HTML is what dialect.md describes.
struct HeadingTests {
  @Test(
    "a heading",
    arguments: [
      DialectCase(
        "has the anchor that mkdocs gives it",
        #"""
        # Ünï `code` & *more* :smile:
        ## One -- two__three--
        # 日本
        """#,
        #"""
        <h1 id="uni-code-more">Ünï <code>code</code> &amp; <em>more</em> 😄<a class="anchor" href="#uni-code-more" aria-label="Permalink: Ünï code &amp; more"></a></h1>
        <h2 id="one-two__three-">One -- two__three--<a class="anchor" href="#one-two__three-" aria-label="Permalink: One -- two__three--"></a></h2>
        <h1 id="_1">日本<a class="anchor" href="#_1" aria-label="Permalink: 日本"></a></h1>
        """#),
      DialectCase(
        "that has a namesake counts on",
        #"""
        # A
        # A
        # A_1
        # A
        # 
        # 
        """#,
        #"""
        <h1 id="a">A<a class="anchor" href="#a" aria-label="Permalink: A"></a></h1>
        <h1 id="a_1">A<a class="anchor" href="#a_1" aria-label="Permalink: A"></a></h1>
        <h1 id="a_2">A_1<a class="anchor" href="#a_2" aria-label="Permalink: A_1"></a></h1>
        <h1 id="a_3">A<a class="anchor" href="#a_3" aria-label="Permalink: A"></a></h1>
        <h1 id="_1"><a class="anchor" href="#_1" aria-label="Permalink: "></a></h1>
        <h1 id="_2"><a class="anchor" href="#_2" aria-label="Permalink: "></a></h1>
        """#),
      DialectCase(
        "written with an anchor takes it before others, even later ones",
        #"""
        # B
        # A {#b}
        # b
        """#,
        #"""
        <h1 id="b_1">B<a class="anchor" href="#b_1" aria-label="Permalink: B"></a></h1>
        <h1 id="b">A<a class="anchor" href="#b" aria-label="Permalink: A"></a></h1>
        <h1 id="b_2">b<a class="anchor" href="#b_2" aria-label="Permalink: b"></a></h1>
        """#),
      DialectCase(
        "has no footnote, tag or icon in its anchor",
        #"""
        # x[^1] <b>y</b> :material-star: [z](z.md) ==m==

        [^1]: n
        """#,
        #"""
        <h1 id="x-y-z-m">x<sup class="footnote-ref" id="fnref:1"><a href="#fn:1">1</a></sup> <b>y</b> <a href="z.md">z</a> <mark>m</mark><a class="anchor" href="#x-y-z-m" aria-label="Permalink: x y z m"></a></h1>
        <div class="footnotes">
        <ol>
        <li id="fn:1">
        <p>n <a class="footnote-back" href="#fnref:1" aria-label="Back to reference 1">↩</a></p>
        </li>
        </ol>
        </div>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
