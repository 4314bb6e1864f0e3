/// The forms of links and images.
enum DraftForms {
  struct Form: Sendable {
    /// For each target whether it is an image.
    var targets = [false]
    var hasQuotes = false
    /// HTML allows no equals sign in a value without quotes.
    var isBare = false
    /// Its target stands in a definition; it is written with the label instead.
    var isReference = false
    var write: @Sendable (_ targets: [DraftPiece]) -> DraftLine
  }

  static let all: [Form] = [
    Form { [DraftPiece("[the text]("), $0[0], DraftPiece(")")] },
    Form { [DraftPiece("[*the* `text`]( "), $0[0], DraftPiece(" )")] },
    Form { [DraftPiece("[the [inner] text](<"), $0[0], DraftPiece(">)")] },
    Form(hasQuotes: true) { [DraftPiece("[text]("), $0[0], DraftPiece(" \"Title\")")] },
    Form { [DraftPiece("[text]("), $0[0], DraftPiece(" 'Title')")] },
    Form { [DraftPiece("[the text]("), $0[0], DraftPiece("){ .button }")] },
    Form { [DraftPiece("**[the text]("), $0[0], DraftPiece(")**")] },
    Form(targets: [true]) { [DraftPiece("![A picture]("), $0[0], DraftPiece(")")] },
    Form(targets: [true]) { [DraftPiece("![A ~picture~]("), $0[0], DraftPiece("){ width=3 }")] },
    Form(targets: [true, false]) {
      [DraftPiece("[![A picture]("), $0[0], DraftPiece(")]("), $0[1], DraftPiece(")")]
    },
    Form(isReference: true) { [DraftPiece("[the text]["), $0[0], DraftPiece("]")] },
    Form(isReference: true) { [DraftPiece("["), $0[0], DraftPiece("][]")] },
    Form(isReference: true) { [DraftPiece("["), $0[0], DraftPiece("]")] },
    Form(targets: [true], isReference: true) {
      [DraftPiece("![A picture]["), $0[0], DraftPiece("]")]
    },
    Form(hasQuotes: true) { [DraftPiece("<a href=\""), $0[0], DraftPiece("\">text</a>")] },
    Form { [DraftPiece("<a class=x href='"), $0[0], DraftPiece("'>text</a>")] },
    Form(isBare: true) { [DraftPiece("<A HREF="), $0[0], DraftPiece(" >text</A>")] },
    Form(targets: [true], hasQuotes: true) {
      [DraftPiece("<img src=\""), $0[0], DraftPiece("\" alt=\"A picture\">")]
    },
    Form(targets: [true, true, true]) {
      [
        DraftPiece("<img alt='' src='"), $0[0], DraftPiece("' srcset='"), $0[1],
        DraftPiece(" 2x, "), $0[2], DraftPiece(" 3x'>"),
      ]
    },
    Form(targets: [true]) {
      [DraftPiece("<video poster='"), $0[0], DraftPiece("'></video>")]
    },
    Form(targets: [true, true]) {
      [
        DraftPiece("<picture><source srcset='"), $0[0], DraftPiece(" 2x'><img src='"), $0[1],
        DraftPiece("' alt='A'></picture>"),
      ]
    },
    Form(targets: [true, false]) {
      [
        DraftPiece("<a href='"), $0[1], DraftPiece("'>![A]("), $0[0], DraftPiece(")</a>"),
      ]
    },
    Form(targets: [false, false]) {
      [DraftPiece("[one]("), $0[0], DraftPiece(")[two]("), $0[1], DraftPiece(")")]
    },
    Form(targets: [false, false]) {
      [DraftPiece("_[one]("), $0[0], DraftPiece(")_ ~~[two](<"), $0[1], DraftPiece(">)~~")]
    },
  ]
}

/// What looks like a link and is none of the guide's.
enum DraftInert {
  static let inline = [
    " and ", " or ", " `[x](gone.md)` ", " \\[x](gone.md) ", " <!-- [x](gone.md) --> ",
    " [x](https://example.org/a_b_(c)?d=e#f) ", " <https://example.org/> ", " {slot} ", " :smile: ",
    " https://example.org/x_y ", " <me@example.org> ", " [mail](mailto:me@example.org) ",
    " ``a ` [x](gone.md)`` ", " ==marked== ", " H~2~O ", " <span title=\"[x](gone.md)\">x</span> ",
    " <kbd>\\[</kbd> ", " & &amp; &lt;a href='gone.md'&gt; ", " [x](#) ",
    " *[*a*](#top)* ", " ![p](data:image/png;base64,AA==) ",
  ]

  static let blocks: [[String]] = [
    ["```", "[x](gone.md)", "[r]: gone.md", "[^1]: x", "```"],
    ["~~~html", "<a href=\"gone.md\">x</a>", "~~~"],
    ["Text that ends what was open.", "", "    [x](gone.md)"],
    ["<!--", "[x](gone.md)", "", "<a href=\"gone.md\">", "-->"],
    ["<script>", "let a = '<a href=\"gone.md\">'", "</script>"],
    ["- ```", "  [x](gone.md)", "  ```"],
    ["!!! example", "    ```markdown title=\"[x](gone.md)\"", "    ![x](gone.png)", "    ```"],
    ["> ```", "> [x](gone.md)", "> ```"],
    ["*[HTML]: Hyper [text](gone.md)"],
    ["<style>", "a[href=\"gone.md\"] { color: red }", "</style>"],
    ["<pre>", "[x](gone.md)", "</pre>"],
    ["Text", "[r]: not-a-definition.md"],
    ["<a", "  href=\"https://example.org\"", "  title=\"x\">text</a>"],
  ]
}
