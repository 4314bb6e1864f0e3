import Diagnostics
import Reporting
import Testing

@Suite(
  "What other programs read in reports", .enabled(if: PeerReaders.arePresent, PeerReaders.absent))
struct PeerReaderTests {
  /// Words that no form may stumble over.
  private static let odd =
    "<a href=\"x\"> & ']]>' \u{0}\u{B}\u{1F}\u{7F}\u{85}\u{FFFE}\u{10FFFF} 日本 é\u{301}"

  private static let oddFinding = Diagnostic(
    SampleReport.link, .error, odd, path: "a\tb\n\u{1}<&>\".md", range: ByteRange(0, 1),
    notes: [odd], places: [Diagnostic.Place(odd, path: "x \"y\".md", range: ByteRange(0, 9))],
    help: odd,
    fix: Fix(
      odd,
      [
        Edit(path: "content/a.md", range: ByteRange(0, 0), replacement: odd),
        Edit(path: "content/a.md", range: ByteRange(3, 9), replacement: ""),
        Edit(path: "gone.md", range: ByteRange(3, 9), replacement: "\r\n"),
      ], isSafe: false))

  /// One finding at a time, all at once, none.
  private static let reports =
    (SampleReport.all + [oddFinding]).map { [$0] } + [SampleReport.all + [oddFinding], []]

  @Test("the schema of OASIS finds nothing wrong with SARIF")
  func sarif() throws {
    let facts = ReportFacts(
      version: "0.1.0", homepage: "https://example.org/", reference: "https://example.org/codes/")
    let texts =
      Self.reports.map { SampleReport.written($0, as: .sarif, facts: facts) }
      + Self.reports.map { SampleReport.written($0, as: .sarif) }
    let answers = try PeerReaders.answers("sarif", texts, as: [String].self)
    #expect(answers == Array(repeating: [], count: texts.count))
  }

  @Test("the schema finds what is wrong")
  func wrongSARIF() throws {
    let text = SampleReport.written(as: .sarif)
    let broken = [
      text.replacing("\"ruleIndex\": 0", with: "\"ruleIndex\": -2"),
      text.replacing("\"level\": \"error\"", with: "\"level\": \"bad\""),
      text.replacing("\"uri\": \"content/a.md\"", with: "\"uri\": \"content/a b.md\""),
      text.replacing("\"deletedRegion\"", with: "\"removedRegion\""),
    ]
    let answers = try PeerReaders.answers("sarif", broken, as: [String].self)
    #expect(answers.allSatisfy { !$0.isEmpty }, "\(answers)")
  }

  private struct Suites: Decodable {
    struct Case: Decodable {
      let name: String
      let failures: [[String?]]
      let output: String?
    }

    let tests: Int
    let failures: Int
    let cases: [Case]
  }

  @Test("a JUnit reader counts as many tests and failures as there are")
  func junit() throws {
    let strict = ReportFacts(failure: .warning)
    let texts =
      Self.reports.map { SampleReport.written($0, as: .junit) }
      + [SampleReport.written(as: .junit, facts: strict)]
    let answers = try PeerReaders.answers("junit", texts, as: Suites.self)
    #expect(answers.map(\.tests) == [1, 1, 1, 1, 1, 1, 1, 5, 1, 4])
    #expect(answers.map(\.failures) == [1, 0, 0, 0, 1, 0, 1, 3, 0, 4])
    for answer in answers {
      #expect(answer.cases.count == answer.tests)
      #expect(answer.cases.count { !$0.failures.isEmpty } == answer.failures)
      #expect(answer.cases.allSatisfy { $0.failures.count <= 1 })
    }
    let odd = try #require(answers[6].cases.first)
    #expect(odd.name == "a\tb\n\u{FFFD}<&>\".md")
    let words = "<a href=\"x\"> & ']]>' ␀␋␟␡\\u{85}\u{FFFD}\u{10FFFF} 日本 é\u{301}"
    #expect(odd.failures[0][2]?.contains("error: \(words) [TB-L001]\n   note: \(words)\n") == true)
    let plain = try #require(answers[7].cases.first { $0.name == "content/a.md" })
    #expect(plain.failures[0][0] == "TB-L001")
    #expect(plain.output?.split(separator: "\n").count == 2)
  }

  private struct File: Decodable, Equatable {
    let name: String
    let errors: [[String: String]]
  }

  @Test("a reader of Checkstyle's form finds each finding with its words")
  func checkstyle() throws {
    let texts = Self.reports.map { SampleReport.written($0, as: .checkstyle) }
    let answers = try PeerReaders.answers("checkstyle", texts, as: [File].self)
    #expect(answers.map { $0.reduce(0) { $0 + $1.errors.count } } == [1, 1, 1, 1, 1, 1, 1, 7, 0])
    #expect(
      answers[2] == [
        File(
          name: "content/a.md",
          errors: [
            [
              "line": "5", "column": "1", "severity": "info", "source": "turnbook.TB-M011",
              "message": "the code says <nothing> & \"less\"",
            ]
          ])
      ])
    #expect(answers[6][0].name == "a\tb\n\u{FFFD}<&>\".md")
    #expect(answers[6][0].errors[0]["message"]?.split(separator: "\n").count == 4)
  }
}
