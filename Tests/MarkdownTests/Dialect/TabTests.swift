import Testing

/// The expected HTML is what dialect.md describes.
struct TabTests {
  @Test(
    "a tab",
    arguments: [
      DialectCase(
        "belongs to one set with its siblings, and any other block splits the set",
        #"""
        === "A"
            a

        === "B"
            b
        para
        === "C"
            c
        """#,
        #"""
        <div class="tabs">
        <div class="tab" id="tab-1-1">
        <p class="tab-label">A</p>
        <p>a</p>
        </div>
        <div class="tab" id="tab-1-2">
        <p class="tab-label">B</p>
        <p>b</p>
        </div>
        </div>
        <p>para</p>
        <div class="tabs">
        <div class="tab" id="tab-2-1">
        <p class="tab-label">C</p>
        <p>c</p>
        </div>
        </div>
        """#),
      DialectCase(
        "can start a set, and be selected",
        #"""
        === "C"
            c
        ===! "D"
            d
        ===+ "E"
            e
        """#,
        #"""
        <div class="tabs">
        <div class="tab" id="tab-1-1">
        <p class="tab-label">C</p>
        <p>c</p>
        </div>
        </div>
        <div class="tabs">
        <div class="tab" id="tab-2-1">
        <p class="tab-label">D</p>
        <p>d</p>
        </div>
        <div class="tab selected" id="tab-2-2">
        <p class="tab-label">E</p>
        <p>e</p>
        </div>
        </div>
        """#),
      DialectCase(
        "in a tab has a set and anchors of its own",
        #"""
        === "A"

            - x

                === "In"

                    y

                === "In 2"

            - y

        === "B"
            z
        """#,
        #"""
        <div class="tabs">
        <div class="tab" id="tab-1-1">
        <p class="tab-label">A</p>
        <ul>
        <li>
        <p>x</p>
        <div class="tabs">
        <div class="tab" id="tab-2-1">
        <p class="tab-label">In</p>
        <p>y</p>
        </div>
        <div class="tab" id="tab-2-2">
        <p class="tab-label">In 2</p>
        </div>
        </div>
        </li>
        <li>
        <p>y</p>
        </li>
        </ul>
        </div>
        <div class="tab" id="tab-1-2">
        <p class="tab-label">B</p>
        <p>z</p>
        </div>
        </div>
        """#),
      DialectCase(
        "has a label of inline Markdown with quotes in it",
        #"""
        === "a "*b*" c"
            x
        ===  "two"
            y
        """#,
        #"""
        <div class="tabs">
        <div class="tab" id="tab-1-1">
        <p class="tab-label">a &quot;<em>b</em>&quot; c</p>
        <p>x</p>
        </div>
        <div class="tab" id="tab-1-2">
        <p class="tab-label">two</p>
        <p>y</p>
        </div>
        </div>
        """#),
      DialectCase(
        "inside an ordered list does not end the list",
        #"""
        1. a
        2. b
           === "T"
               x
        3. c
        """#,
        #"""
        <ol>
        <li>a</li>
        <li>b
        <div class="tabs">
        <div class="tab" id="tab-1-1">
        <p class="tab-label">T</p>
        <p>x</p>
        </div>
        </div>
        </li>
        <li>c</li>
        </ol>
        """#),
      DialectCase(
        "needs double quotes",
        #"""
        === 'z'
            y
        """#,
        #"""
        <p>=== 'z'
        y</p>
        """#),
    ])
  func html(_ example: DialectCase) { #expect(example.html == example.expected) }
}
