import Testing

/// The expected HTML is what dialect.md describes.
struct ListTests {
  @Test(
    "a list",
    arguments: [
      DialectCase(
        "has boxes where its items are tasks",
        #"""
        - [ ] todo
        - [x] done
        - [X] done

          para
        - [ ]
        - [y] no
        """#,
        #"""
        <ul>
        <li class="task">
        <p><input type="checkbox" disabled="" aria-label="To do" /> todo</p>
        </li>
        <li class="task">
        <p><input type="checkbox" disabled="" checked="" aria-label="Done" /> done</p>
        </li>
        <li class="task">
        <p><input type="checkbox" disabled="" checked="" aria-label="Done" /> done</p>
        <p>para</p>
        </li>
        <li>
        <p>[ ]</p>
        </li>
        <li>
        <p>[y] no</p>
        </li>
        </ul>
        """#),
      DialectCase(
        "may have a table in a task",
        #"""
        - [ ] a | b
          --|--
          1 | 2
        """#,
        #"""
        <ul>
        <li class="task"><input type="checkbox" disabled="" aria-label="To do" />
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
        </li>
        </ul>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
