import Testing

@Suite("check: in turnbook.yml")
struct CheckKeysTests {
  private func run(_ check: String) throws -> Run {
    var files = CheckRunTests.faulty
    files["turnbook.yml"] = "name: The guide\ncheck:\n" + check
    return try Guide(files).run("check")
  }

  /// The codes with the first letter of their severity.
  private func words(_ run: Run) -> [String] {
    run.findings.map { line in
      let severity = ["error", "warning", "note"].first { line.contains(": \($0): ") } ?? ""
      return "\(severity.prefix(1)) \(line.suffix(8).dropLast())"
    }
  }

  @Test(
    "says how much rules matter, where, and from what on a check fails",
    arguments: [
      ("  fail_on: error\n", ["e TB-L001", "w TB-M023", "n TB-L003"], 1),
      ("  rules: {TB-L001: warning}\n", ["w TB-L001", "w TB-M023", "n TB-L003"], 0),
      ("  rules: {tb-l001: note, TB-L003: error, TB-M023: off}\n", ["n TB-L001", "e TB-L003"], 1),
      ("  rules: {TB-L001: off}\n  fail_on: warning\n", ["w TB-M023", "n TB-L003"], 1),
      ("  rules: {TB-L001: off}\n", ["w TB-M023", "n TB-L003"], 0),
      ("  rules: {TB-L001: off, TB-M023: off}\n  fail_on: note\n", ["n TB-L003"], 1),
      ("  ignore:\n    - reason: made later\n", [], 0),
      ("  ignore:\n    - {reason: made later, codes: [TB-L001]}\n", ["w TB-M023", "n TB-L003"], 0),
      ("  ignore:\n    - {reason: why, paths: [index.md]}\n", [], 0),
      (
        "  ignore:\n    - {reason: why, paths: [other/**]}\n",
        ["e TB-L001", "w TB-M023", "n TB-L003"], 1
      ),
      ("  ignore:\n    - {reason: why, targets: ['gone.*']}\n", ["w TB-M023", "n TB-L003"], 0),
      (
        "  ignore:\n    - {reason: why, level: note}\n", ["n TB-L001", "n TB-M023", "n TB-L003"], 0
      ),
      (
        "  ignore:\n    - {reason: why}\n    - {reason: but, codes: [TB-L003], level: error}\n",
        ["e TB-L003"], 1
      ),
    ])
  func keys(check: String, found: [String], status: Int32) throws {
    let run = try run(check)
    #expect(words(run) == found, "\(run.output)")
    #expect(run.status == status)
  }

  @Test(
    "has wrong keys and values reported at their place",
    arguments: [
      ("  rules: {TB-L001: quiet}\n", "TB-C003", "3:20"),
      ("  rules: {L001: off}\n", "TB-C003", "3:11"),
      ("  rules: [TB-L001]\n", "TB-C002", "3:10"),
      ("  fail_on: never\n", "TB-C003", "3:12"),
      ("  fail_on: 3\n", "TB-C003", "3:12"),
      ("  failon: note\n", "TB-C001", "3:3"),
      ("  ignore: [TB-L001]\n", "TB-C002", "3:12"),
      ("  ignore:\n    - codes: [TB-L001]\n", "TB-C004", "4:7"),
      ("  ignore:\n    - {reason: why, codes: [nope]}\n", "TB-C003", "4:29"),
      ("  ignore:\n    - {reason: why, level: low}\n", "TB-C003", "4:28"),
      ("  ignore:\n    - {reason: why, path: [a.md]}\n", "TB-C001", "4:21"),
      ("  sections: Intro\n", "TB-C002", "3:13"),
      ("  external: {days: 400}\n", "TB-C002", "3:20"),
      ("  ignore:\n    - {reason: why, codes: TB-L001}\n", "TB-C002", "4:28"),
      ("  ignore:\n    - {reason: why, targets: {a: b}}\n", "TB-C002", "4:30"),
    ])
  func wrong(check: String, code: String, place: String) throws {
    let run = try run(check)
    let findings = run.findings.filter { $0.hasPrefix("turnbook.yml") }
    #expect(findings.count == 1)
    #expect(run.reports(code, at: "turnbook.yml:" + place), "\(run.output)")
    #expect(run.status == 1)
    #expect(run.codes.contains("TB-L001"), "what is wrong silences nothing")
  }

  @Test("says which sections a technique page must have")
  func sections() throws {
    let page =
      "---\nkind: technique\npattern: false\ndescription: A description that is long enough to help.\n---\n\n# Home\n\n## Idea\n"
    let guide = try Guide(["content/index.md": page, "turnbook.yml": "name: G\n"])
    #expect(try guide.run("check").codes == Array(repeating: "TB-P001", count: 5))
    try guide.write("turnbook.yml", "check:\n  sections: [Idea, Proof]\n")
    let run = try guide.run("check")
    #expect(run.codes == ["TB-P001"] && run.output.contains("\"Proof\""), "\(run.output)")
    try guide.write("turnbook.yml", "check:\n  sections: []\n")
    #expect(try guide.run("check").findings == [])
  }

  @Test("cannot switch off what keeps a guide from being read")
  func alwaysErrors() throws {
    let guide = try Guide([
      "turnbook.yml":
        "check:\n  rules: {TB-Y001: off, TB-F010: off}\n  ignore: [{reason: all of it}]\n",
      "content/index.md": "---\ntitle: [a\n---\n# Home\n",
    ])
    let run = try guide.run("check")
    #expect(run.codes == ["TB-Y001"] && run.status == 1, "\(run.output)")
  }

  @Test("counts for a build as well")
  func build() throws {
    let guide = try Guide(CheckRunTests.faulty)
    #expect(try guide.run("build").status == 1)
    try guide.write("turnbook.yml", "name: G\ncheck:\n  rules: {TB-L001: warning}\n")
    #expect(try guide.run("build").status == 0)
  }
}
