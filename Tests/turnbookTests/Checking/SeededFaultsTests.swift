import JSON
import Testing

/// A guide of twenty pages with one fault of each kind. The code of what is wrong stands at the end
/// of its line, as `⟦TB-L001⟧`, and is taken out before the program sees it.
@Suite("A guide with one fault of each kind")
struct SeededFaultsTests {
  private static let marked: [String: String] = [
    "turnbook.yml": """
    name: The guide
    url: https://guide.example.org/
    exclude: [hidden.md, parts/**]
    redirects:
      gone/first.md: gone/second.md ⟦TB-S024⟧
      gone/second.md: gone/first.md ⟦TB-S024⟧
      gone/third.md: fifteen.md#no-such-part ⟦TB-S023⟧
    navigation:
      - index.md
      - Pages:
          - one.md
          - two.md
          - three.md
          - four.md
          - five.md
          - six.md
          - seven.md
          - eight.md
          - nine.md
          - ten.md
          - eleven.md
          - twelve.md
          - no-such-page.md ⟦TB-S011⟧
      - Again: two.md ⟦TB-S022⟧
      - More:
          - thirteen.md
          - fourteen.md
          - fifteen.md
          - sixteen.md
          - Part: part/page.md
          - eighteen.md

    """,
    "content/index.md": """
    # The guide

    All pages are in the side bar. A page that [does not exist](nowhere.md). ⟦TB-L001⟧

    The [second page](two.md) is right, and `[this](nothing.md)` is code.

    """,
    "content/one.md": """
    # Page one

    > A name in [other capitals](Two.md). ⟦TB-L006⟧

    """,
    "content/two.md": """
    # Page two

    - An anchor that is [not on this page](#no-such-anchor). ⟦TB-L002⟧
    - One that [is](#page-two).

    """,
    "content/three.md": """
    # Page three

    | a | b |
    |---|---|
    | An anchor that is | [not on that page](two.md#page-three) | ⟦TB-L002⟧

    """,
    "content/four.md": """
    # Page four

    !!! note "A picture"

        ![A picture that is not there](no-such-picture.png) ⟦TB-L007⟧

        ![One that is](picture.png)

    """,
    "content/five.md": """
    # Page five

    === "A tab"

        A [report that is not there](files/no-such-report.pdf). ⟦TB-L007⟧

    """,
    "content/six.md": """
    # Page six

    --8<-- "parts/no-such-part.md" ⟦TB-M004⟧

    --8<-- "parts/part.md"

    """,
    "content/parts/part.md": "Text for page six.\n",
    "content/seven.md": """
    # Page seven

    Term
    :   A [folder without a page](files/). ⟦TB-L008⟧

    """,
    "content/eight.md": """
    # Page eight

    Out of the [content folder](../../outside.md). ⟦TB-L009⟧

    """,
    "content/nine.md": """
    # Page nine

    ## First {#same}

    ## Second {#same} ⟦TB-M020⟧

    """,
    "content/ten.md": """
    # Page ten

    To a [draft](draft.md), ⟦TB-L010⟧
    to an [excluded page](hidden.md), ⟦TB-L010⟧
    to an [absolute path](/no/such/path/) that nothing is at. ⟦TB-L011⟧

    """,
    "content/eleven.md": """
    # Page eleven

    Here is [a link without a target](). ⟦TB-L012⟧

    Here is [a published file](two.html). ⟦TB-L013⟧

    Click [here](two.md). ⟦TB-L014⟧

    """,
    "content/twelve.md": """
    # Page twelve

    [^unused]: Nothing refers to it. ⟦TB-L017⟧

    [^used]: Something does.

    A footnote.[^used]

    """,
    "content/thirteen.md": """
    # Page thirteen

    See the [paper][] and the [sequel][paper].

    [paper]: https://arxiv.org/abs/2201.11903
    [Paper]: https://arxiv.org/abs/2205.11916 ⟦TB-L016⟧
    [nobody]: https://arxiv.org/abs/2205.11917 ⟦TB-L015⟧

    """,
    "content/fourteen.md": """
    # Page fourteen

    A [malformed address](htp://example.org/). ⟦TB-L020⟧

    Without [https](http://guide.example.org/two/) to the guide itself. ⟦TB-L021⟧

    """,
    "content/fifteen.md": """
    # Page fifteen

    <div class="wide" markdown>

    ![](picture.png) ⟦TB-M023⟧

    </div>

    """,
    "content/sixteen.md": """
    # Page sixteen

    ## A part

    #### A part of nothing ⟦TB-M021⟧

    # Another title ⟦TB-M022⟧

    """,
    "content/part/page.md": """
    # A page in a folder

    [Up](../two.md), <a href="../no-such.html">raw HTML</a>, [aside](../picture.png). ⟦TB-L001⟧

    """,
    "content/eighteen.md": """
    # Page eighteen

    A footnote that is nowhere.[^nowhere]

    See the [paper][that-nobody-defined].

    """,
    "content/orphan.md": "# A page that nothing leads to\n",
    "content/draft.md": "---\ndraft: true\n---\n\n# A draft\n\n[Not checked](nowhere.md)\n",
    "content/hidden.md": "# Hidden\n\n[Not checked](nowhere.md)\n",
    "content/picture.png": "PNG",
    "content/files/report.pdf": "PDF",
  ]

  /// What is found in files as a whole.
  private static let ofFiles = ["content/orphan.md TB-S020"]

  @Test("is told of each on its line, and of nothing else")
  func all() throws {
    var expected = Self.ofFiles
    var files: [String: String] = [:]
    for (path, text) in Self.marked {
      var lines: [String] = []
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let parts = line.split(separator: " ⟦", maxSplits: 1)
        lines.append(String(parts.first ?? ""))
        if parts.count > 1 { expected.append("\(path):\(number + 1) \(parts[1].dropLast())") }
      }
      files[path] = lines.joined(separator: "\n")
    }
    let run = try Guide(files).run("check", "--format", "json")
    let found = try #require(try run.json()["diagnostics"]?.array).map { finding in
      let line = finding["line"]?.integer.map { ":\($0)" } ?? ""
      return "\(finding["path"]?.string ?? "")\(line) \(finding["code"]?.string ?? "")"
    }.filter { !Self.isElsewhere($0) }
    let needless = Set(found).subtracting(expected).sorted()
    let missed = Set(expected).subtracting(found).sorted()
    #expect(needless == [])
    #expect(missed == [])
    #expect(found.count == expected.count)
    #expect(run.status == 1)
  }

  /// References that nothing defines are told of by codes of the Markdown stage.
  private static func isElsewhere(_ finding: String) -> Bool {
    ["content/eighteen.md:3 TB-M018", "content/eighteen.md:5 TB-M017"].contains(finding)
  }
}
