import Testing

/// The expected HTML is what dialect.md describes.
struct AttributeListTests {
  @Test(
    "an attribute list",
    arguments: [
      DialectCase(
        "gives a heading its anchor, classes and attributes",
        #"""
        # Head *x* {: #own .cls k="v" }

        ## Other {#two}
        """#,
        #"""
        <h1 id="own" class="cls" k="v">Head <em>x</em><a class="anchor" href="#own" aria-label="Permalink: Head x"></a></h1>
        <h2 id="two">Other<a class="anchor" href="#two" aria-label="Permalink: Other"></a></h2>
        """#),
      DialectCase(
        "describes the paragraph that it ends on a line of its own",
        #"""
        para
        {: .lead #p }
        """#,
        #"""
        <p id="p" class="lead">para</p>
        """#),
      DialectCase(
        "describes the link, image, code or emphasis before it",
        #"""
        [l](a.md){: .btn target=_blank } ![i](b.png){ width=3 } `c`{.x} **s**{: .y}
        """#,
        #"""
        <p><a href="a.md" class="btn" target="_blank">l</a> <img src="b.png" alt="i" width="3" /> <code class="x">c</code> <strong class="y">s</strong></p>
        """#),
      DialectCase(
        "names a side by a class, because HTML has no attribute for it any more",
        #"""
        ![i](b.png){ align=left .x } ![j](c.png){ align="top" }
        """#,
        #"""
        <p><img src="b.png" alt="i" class="align-left x" /> <img src="c.png" alt="j" align="top" /></p>
        """#),
      DialectCase(
        "describes the list item that it ends",
        #"""
        - a
        - b
        {: .list }
        """#,
        #"""
        <ul>
        <li>a</li>
        <li class="list">b</li>
        </ul>
        """#),
      DialectCase(
        "is text where it describes nothing",
        #"""
        {topic} and {{slot}} stay, `{: .x}` \{: .x} [a]{.b}
        """#,
        #"""
        <p>{topic} and {{slot}} stay, <code>{: .x}</code> {: .x} [a]{.b}</p>
        """#),
      DialectCase(
        "in cells of tables describes the link or code before it, else the cell",
        #"""
        | a {.x} | b |
        |---|---|
        | [l](a){.m} | `c` {.d} |
        """#,
        #"""
        <div class="table"><table>
        <thead>
        <tr>
        <th class="x">a</th>
        <th>b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><a href="a" class="m">l</a></td>
        <td class="d"><code>c</code></td>
        </tr>
        </tbody>
        </table></div>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
