import ByteText
import Diagnostics
import Reporting

/// Findings of every shape about a few files, for what all forms must hold.
enum SampleReport {
  static let files: [String: String] = [
    "content/a.md": "# A\n\nSee [few](few-shoot.md), then go.\n\n```text\none\ntwo\n```\n",
    "content/b c,d:100%.md": "é [x]: a.md\n\n[x]: b.md\n",
  ]

  static let link = Code(
    "TB-L001", "a link leads to a page that exists",
    explanation: "A reader who follows the link finds nothing.",
    wrong: "[few](few-shoot.md)", right: "[few](few-shot.md)")
  static let twice = Code("TB-M010", "a name is defined once", .warning)
  static let fence = Code(
    "TB-M011", "code names its language", .note, explanation: "See `this`.\n\nAnd *that*.",
    wrong: "```\ncode\n```\n")

  static let missing = Diagnostic(
    link, .error, #"there is no page "few-shoot.md""#, path: "content/a.md",
    range: range("few-shoot.md", in: "content/a.md"), notes: ["the folder has 3 pages"],
    fix: Fix(
      #"write "few-shot.md""#,
      [
        Edit(
          path: "content/a.md", range: range("few-shoot.md", in: "content/a.md"),
          replacement: "few-shot.md")
      ], isSafe: true))
  static let second = Diagnostic(
    twice, .warning, "[x](y) is defined again", path: "content/b c,d:100%.md",
    range: ByteRange(14, 23),
    places: [
      Diagnostic.Place(
        "it is defined first", path: "content/b c,d:100%.md", range: ByteRange(3, 12))
    ],
    help: "remove one")
  static let block = Diagnostic(
    fence, .note, "the code says <nothing> & \"less\"", path: "content/a.md",
    range: range("```text\none\ntwo\n```\n", in: "content/a.md"))
  static let whole = Diagnostic(fence, .note, "whole file", path: "content/a.md")
  static let general = Diagnostic(link, .error, "bad \u{1B}[2J,\r\nline: 100%")
  static let unreadable = Diagnostic(
    twice, .warning, "not read", path: "/gone/z.md", range: ByteRange(3, 5),
    places: [Diagnostic.Place("like here", path: "../gone.md", range: ByteRange(0, 0))])

  static let all = [missing, second, block, whole, general, unreadable]

  static func range(_ text: String, in path: String) -> ByteRange {
    let bytes = Array((files[path] ?? "").utf8)
    let wanted = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return ByteRange(start, start + wanted.count)
  }

  /// What is written of some findings; `files` are what can be read.
  static func written(
    _ diagnostics: [Diagnostic] = all, as format: ReportFormat, color: Bool = false,
    facts: ReportFacts = ReportFacts(), files: [String: String] = files
  ) -> String {
    var output = ByteBuffer()
    Report(diagnostics).write(as: format, color: color, facts: facts, into: &output) { path in
      files[path].map { Array($0.utf8) }
    }
    return String(decoding: output.array, as: UTF8.self)
  }
}
