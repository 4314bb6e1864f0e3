import Testing

/// The expected HTML is what dialect.md describes.
struct TableTests {
  @Test(
    "a table",
    arguments: [
      DialectCase(
        "aligns its columns, and fills and cuts its rows to as many cells as its head has",
        #"""
        | a | b | c | d |
        |:--|:-:|--:|---|
        | 1 | 2 | 3 | 4 |
        |
        | x | | | | | too many |

        after
        """#,
        #"""
        <div class="table"><table>
        <thead>
        <tr>
        <th class="align-left">a</th>
        <th class="align-center">b</th>
        <th class="align-right">c</th>
        <th>d</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left">1</td>
        <td class="align-center">2</td>
        <td class="align-right">3</td>
        <td>4</td>
        </tr>
        <tr>
        <td class="align-left"></td>
        <td class="align-center"></td>
        <td class="align-right"></td>
        <td></td>
        </tr>
        <tr>
        <td class="align-left">x</td>
        <td class="align-center"></td>
        <td class="align-right"></td>
        <td></td>
        </tr>
        </tbody>
        </table></div>
        <p>after</p>
        """#),
      DialectCase(
        "has no header cell that says nothing",
        #"""
        |   | b | <!-- c --> | <a b=x--> |
        |:--|---|---|---|
        | 1 |   | 3 | 4 |
        """#,
        #"""
        <div class="table"><table>
        <thead>
        <tr>
        <td class="align-left"></td>
        <th>b</th>
        <td><!-- c --></td>
        <th><a b=x--></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left">1</td>
        <td></td>
        <td>3</td>
        <td>4</td>
        </tr>
        </tbody>
        </table></div>
        """#),
      DialectCase(
        "needs no pipes at its edges and no body",
        #"""
        a | b
        - | -
        """#,
        #"""
        <div class="table"><table>
        <thead>
        <tr>
        <th>a</th>
        <th>b</th>
        </tr>
        </thead>
        </table></div>
        """#),
      DialectCase(
        "has pipes in cells after a backslash, in code too",
        #"""
        |a|b|
        |-|-|
        |`a\|b`|\\|
        |[r]|*i* \| |

        [r]: x.md "t"
        """#,
        #"""
        <div class="table"><table>
        <thead>
        <tr>
        <th>a</th>
        <th>b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><code>a|b</code></td>
        <td>\</td>
        </tr>
        <tr>
        <td><a href="x.md" title="t">r</a></td>
        <td><em>i</em> |</td>
        </tr>
        </tbody>
        </table></div>
        """#),
      DialectCase(
        "may follow a paragraph without a blank line, and attribute lists describe its cells",
        #"""
        para
        | a |
        |---|
        | b {: .hot } |
        text in table
        - list
        """#,
        #"""
        <p>para</p>
        <div class="table"><table>
        <thead>
        <tr>
        <th>a</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="hot">b</td>
        </tr>
        <tr>
        <td>text in table</td>
        </tr>
        </tbody>
        </table></div>
        <ul>
        <li>list</li>
        </ul>
        """#),
      DialectCase(
        "in a block quote ends with it",
        #"""
        > | a | b |
        > |---|---|
        > | 1 | 2 |
        lazy
        """#,
        #"""
        <blockquote>
        <div class="table"><table>
        <thead>
        <tr>
        <th>a</th>
        <th>b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td>2</td>
        </tr>
        </tbody>
        </table></div>
        </blockquote>
        <p>lazy</p>
        """#),
      DialectCase(
        "does not begin on lines that lazily continue a block quote",
        #"""
        > para
        | a | b |
        |---|---|
        """#,
        #"""
        <blockquote>
        <p>para
        | a | b |
        |---|---|</p>
        </blockquote>
        """#),
      DialectCase(
        "is ended by an admonition",
        #"""
        | a |
        | - |
        !!! note
            b
        """#,
        #"""
        <div class="table"><table>
        <thead>
        <tr>
        <th>a</th>
        </tr>
        </thead>
        </table></div>
        <div class="admonition note">
        <p class="admonition-title">Note</p>
        <p>b</p>
        </div>
        """#),
      DialectCase(
        "in a list item",
        #"""
        - | a | b |
          |---|---|
          | 1 | 2 |

          text
        """#,
        #"""
        <ul>
        <li>
        <div class="table"><table>
        <thead>
        <tr>
        <th>a</th>
        <th>b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td>2</td>
        </tr>
        </tbody>
        </table></div>
        <p>text</p>
        </li>
        </ul>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
