import Diagnostics
import JSON
import Reporting
import Testing

@Suite("Reports as SARIF")
struct SARIFReportTests {
  private let facts = ReportFacts(
    version: "0.1.0", homepage: "https://example.org/", reference: "https://example.org/codes/")

  private func run(
    _ diagnostics: [Diagnostic] = SampleReport.all, files: [String: String] = SampleReport.files
  ) throws -> JSONValue {
    let text = SampleReport.written(diagnostics, as: .sarif, facts: facts, files: files)
    let log = try JSONValue(parsing: Array(text.utf8))
    #expect(log["version"]?.string == "2.1.0")
    #expect(log["runs"]?.array?.count == 1)
    return try #require(log["runs"]?[0])
  }

  private func result(of diagnostic: Diagnostic) throws -> JSONValue {
    try #require(try run([diagnostic])["results"]?[0])
  }

  @Test("the rules are those that occur, with all that the reference says")
  func rules() throws {
    let driver = try #require(try run()["tool"]?["driver"])
    #expect(driver["name"]?.string == "turnbook")
    #expect(driver["version"]?.string == "0.1.0")
    #expect(driver["informationUri"]?.string == "https://example.org/")
    let rules = try #require(driver["rules"]?.array)
    #expect(rules.map { $0["id"]?.string } == ["TB-L001", "TB-M010", "TB-M011"])
    #expect(
      rules[0] == [
        "id": "TB-L001", "shortDescription": ["text": "a link leads to a page that exists"],
        "fullDescription": [
          "text": "A reader who follows the link finds nothing.",
          "markdown": "A reader who follows the link finds nothing.",
        ],
        "help": [
          "text": "A reader who follows the link finds nothing.",
          "markdown": """
          A reader who follows the link finds nothing.

          Wrong:

          ```markdown
          [few](few-shoot.md)
          ```

          Right:

          ```markdown
          [few](few-shot.md)
          ```
          """,
        ],
        "helpUri": "https://example.org/codes/tb-l001",
        "defaultConfiguration": ["level": "error"],
      ])
    #expect(rules[1].object?.contains("help") == false)
    #expect(rules[2]["fullDescription"]?["text"]?.string == "See `this`.")
    #expect(rules[2]["help"]?["text"]?.string == "See `this`.\n\nAnd *that*.")
    #expect(rules[1]["defaultConfiguration"]?["level"]?.string == "warning")
    #expect(
      rules[2]["help"]?["markdown"]?.string?.hasSuffix("````markdown\n```\ncode\n```\n````") == true
    )
  }

  @Test("each result refers to its rule")
  func indices() throws {
    let run = try run()
    let results = try #require(run["results"]?.array)
    #expect(results.count == SampleReport.all.count)
    for result in results {
      let rule = run["tool"]?["driver"]?["rules"]?[result["ruleIndex"]?.integer ?? -1]
      #expect(rule?["id"]?.string == result["ruleId"]?.string)
    }
  }

  @Test("a result has its level, words, place and fix")
  func result() throws {
    let region: JSONValue = [
      "startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 23, "byteOffset": 15,
      "byteLength": 12,
    ]
    let artifact: JSONValue = ["uri": "content/a.md", "uriBaseId": "%SRCROOT%"]
    let result = try result(of: SampleReport.missing)
    #expect(result["level"]?.string == "error")
    #expect(
      result["message"]?["text"]?.string == """
        there is no page "few-shoot.md"
        note: the folder has 3 pages
        help: write "few-shot.md"
        """)
    #expect(
      result["locations"] == [
        ["physicalLocation": ["artifactLocation": artifact, "region": region]]
      ])
    #expect(
      result["fixes"] == [
        [
          "description": ["text": #"write "few-shot.md""#],
          "artifactChanges": [
            [
              "artifactLocation": artifact,
              "replacements": [
                ["deletedRegion": region, "insertedContent": ["text": "few-shot.md"]]
              ],
            ]
          ],
        ]
      ])
  }

  @Test("other places are related locations, and brackets are no links")
  func related() throws {
    let result = try result(of: SampleReport.second)
    #expect(
      result["message"]?["text"]?.string == "\\[x\\](y) is defined again\nhelp: remove one")
    let related = try #require(result["relatedLocations"]?.array)
    #expect(related.count == 1)
    #expect(related[0]["message"]?["text"]?.string == "it is defined first")
    #expect(related[0]["physicalLocation"]?["region"]?["startColumn"]?.integer == 3)
    #expect(
      related[0]["physicalLocation"]?["artifactLocation"]?["uri"]?.string
        == "content/b%20c,d%3A100%25.md")
  }

  @Test("a finding about no file has no location, one about a whole file no region")
  func placeless() throws {
    #expect(try result(of: SampleReport.general).object?.contains("locations") == false)
    let physical = try result(of: SampleReport.whole)["locations"]?[0]?["physicalLocation"]
    #expect(physical?.object?.contains("artifactLocation") == true)
    #expect(physical?.object?.contains("region") == false)
  }

  @Test(
    "a path is a URI, below the root only when it is there",
    arguments: [
      ("a.md", "a.md", true), ("./a b.md", "a%20b.md", true), ("../a.md", "../a.md", false),
      ("/x/ä.md", "file:///x/%C3%A4.md", false), ("a#b?c.md", "a%23b%3Fc.md", true),
      ("c:d.md", "c%3Ad.md", true), ("50%20.md", "50%2520.md", true),
    ])
  func uris(path: String, uri: String, isBelow: Bool) throws {
    let artifact = try result(of: Diagnostic(SampleReport.link, .error, "m", path: path))[
      "locations"]?[0]?["physicalLocation"]?["artifactLocation"]
    #expect(artifact?["uri"]?.string == uri)
    #expect(artifact?["uriBaseId"]?.string == (isBelow ? "%SRCROOT%" : nil))
  }

  @Test("fingerprints stay when lines move, and tell equal lines apart")
  func fingerprints() throws {
    func prints(_ text: String) throws -> [String] {
      let bytes = Array(text.utf8)
      let places = bytes.indices.filter { bytes[$0] == UInt8(ascii: "!") }
      let findings = places.map {
        Diagnostic(
          SampleReport.link, .error, "m", path: "a.md", range: ByteRange($0, $0 + 1))
      }
      let results = try run(findings, files: ["a.md": text])["results"]?.array ?? []
      return results.compactMap { $0["partialFingerprints"]?["findingHash/v1"]?.string }
    }
    let before = try prints("one !\ntwo !\none !\n")
    #expect(Set(before).count == 3)
    #expect(before.allSatisfy { $0.count == 18 })
    #expect(try prints("new\n\n    one !\n\ntwo !\n  one !\n") == before)
    #expect(try prints("one !\none !\n") == [before[0], before[2]])
    #expect(Set(try prints("other !\n")).isDisjoint(with: before))
  }

  @Test("fingerprints are the same on every machine")
  func stable() throws {
    let result = try result(of: Diagnostic(SampleReport.link, .error, "m"))
    // FNV-1a of "TB-L001", 0xFF, 0xFF, "m", 0xFF, counted by hand in Python.
    #expect(
      result["partialFingerprints"]?["findingHash/v1"]?.string == "95743691c502eae3:1")
  }
}
