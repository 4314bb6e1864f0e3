import Foundation
import JSON
import Testing

@Suite("turnbook check")
struct CheckRunTests {
  /// Has an error, a warning and a note.
  static let faulty = [
    "turnbook.yml": "name: The guide\n",
    "content/index.md": "# Home\n\nä [x](gone.md)\n\n![](a.png)\n\n[y](b)\n",
    "content/b.md": "# B\n", "content/a.png": "PNG",
  ]
  private static let warning = [
    "content/index.md": "# Home\n\n![](a.png)\n", "content/a.png": "PNG",
  ]
  private static let note = ["content/index.md": "# Home\n\n[y](b)\n", "content/b.md": "# B\n"]
  private static let clean = ["content/index.md": "# Home\n"]

  @Test(
    "0 is clean enough, 1 is not",
    arguments: [
      ([], [1, 0, 0, 0]), (["--strict"], [1, 1, 0, 0]), (["--fail-on", "error"], [1, 0, 0, 0]),
      (["--fail-on", "warning"], [1, 1, 0, 0]), (["--fail-on=note"], [1, 1, 1, 0]),
    ])
  func exitCodes(arguments: [String], codes: [Int32]) throws {
    for (files, code) in zip([Self.faulty, Self.warning, Self.note, Self.clean], codes) {
      let run = try Guide(files).run(["check"] + arguments)
      #expect(run.status == code, "\(run.output)\(run.errors)")
    }
  }

  @Test("2 is what cannot be checked, 64 what cannot be understood")
  func failures() throws {
    let guide = try Guide(Self.clean)
    for arguments in [["nowhere"], ["content/index.md"]] {
      let run = try guide.run(["check"] + arguments)
      #expect(run.status == 2, "\(run.output)\(run.errors)")
      #expect(run.findings.count == 1)
    }
    for arguments in [
      ["--format", "xml"], ["--fail-on", "off"], ["--nope"], ["a", "b"], ["--jobs", "0"],
    ] {
      let run = try guide.run(["check"] + arguments)
      #expect(run.status == 64, "\(arguments): \(run.errors)")
      #expect(run.output.isEmpty)
    }
    try FileManager.default.removeItem(at: guide.at("content"))
    try guide.write("turnbook.yml", "name: G\n")
    #expect(try guide.run("check").status == 2)
  }

  @Test(
    "exits alike in every format, and prints nothing but the report on standard output",
    arguments: ["text", "json", "jsonl", "sarif", "github", "junit", "checkstyle"])
  func formats(format: String) throws {
    let guide = try Guide(Self.faulty)
    let run = try guide.run("check", "--format", format)
    #expect(run.status == 1)
    for code in ["TB-L001", "TB-M023", "TB-L003"] { #expect(run.output.contains(code)) }
    #expect(!run.errors.contains("TB-"))
    #expect(!run.output.contains("Checked"))
    try guide.write("content/index.md", "# Home\n\n[b](b.md)\n")
    let right = try guide.run("check", "-f", format)
    #expect(right.status == 0 && !right.output.contains("TB-L"), "\(right.output)")
  }

  @Test("JSON and SARIF name every finding at its place")
  func json() throws {
    let guide = try Guide(Self.faulty)
    let wanted = ["3:7 TB-L001", "5:5 TB-M023", "7:5 TB-L003"]
    let json = try guide.run("check", "--format", "json").json()
    let findings = try #require(json["diagnostics"]?.array)
    #expect(
      findings.map {
        "\($0["line"]?.integer ?? 0):\($0["column"]?.integer ?? 0) \($0["code"]?.string ?? "")"
      } == wanted)
    #expect(json["counts"]?["errors"]?.integer == 1)
    let sarif = try guide.run("check", "--format", "sarif").json()
    let results = try #require(sarif["runs"]?.array?.first?["results"]?.array)
    #expect(
      results.map { result in
        let place = result["locations"]?.array?.first?["physicalLocation"]
        let region = place?["region"]
        return
          "\(region?["startLine"]?.integer ?? 0):\(region?["startColumn"]?.integer ?? 0) "
          + (result["ruleId"]?.string ?? "")
      } == wanted)
    let lines = try guide.run("check", "--format", "jsonl").output.split(separator: "\n")
    #expect(
      try lines.map { try JSONValue(parsing: Array($0.utf8))["code"]?.string } == [
        "TB-L001", "TB-M023", "TB-L003",
      ])
    let empty = try Guide(Self.clean).run("check", "--format", "json").json()
    #expect(empty["diagnostics"]?.array?.isEmpty == true)
  }

  @Test("finds the same with any number of jobs, and writes nothing")
  func jobs() throws {
    var files = Self.faulty
    for number in 0..<40 {
      files["content/part/\(number).md"] =
        "# Page \(number)\n\n[a](\(number + 1).md) [b](gone.md#\(number)) ![](\(number).png)\n\n## A {#x}\n\n## B {#x}\n"
    }
    let guide = try Guide(files)
    let before = try guide.tree(".")
    let runs = try ["1", "2", "7"].map { try guide.run("check", "--jobs", $0, "-q") }
    #expect(runs[0].findings.count > 120)
    #expect(runs.allSatisfy { $0.output == runs[0].output })
    try guide.run("check", "--fix", "--dry-run")
    #expect(try guide.tree(".") == before)
  }

  @Test("a fault in a snippet is told once, and the same on each run")
  func snippets() throws {
    var files = [
      "content/index.md": "# Home\n", "content/parts/p.md": "[x](gone.md) [y](gones.md)\n",
    ]
    files["turnbook.yml"] = "exclude: [parts/**]\n"
    for folder in ["a", "b", "c", "d"] {
      files["content/\(folder)/page.md"] = "# Page \(folder)\n\n--8<-- \"parts/p.md\"\n"
      files["content/\(folder)/gone-\(folder).md"] = "# Gone \(folder)\n"
    }
    let guide = try Guide(files)
    let runs = try (0..<4).map { _ in try guide.run("check", "-q") }
    #expect(runs[0].codes == ["TB-L001", "TB-L001"], "\(runs[0].output)")
    #expect(runs.allSatisfy { $0.output == runs[0].output })
  }

  @Test("drafts are checked where they are asked for")
  func drafts() throws {
    let guide = try Guide([
      "content/index.md": "# Home\n\n[d](draft.md)\n",
      "content/draft.md": "---\ndraft: true\n---\n\n# Draft\n\n[x](gone.md)\n",
    ])
    #expect(try guide.run("check").codes == ["TB-L010"])
    let run = try guide.run("check", "--drafts")
    #expect(run.reports("TB-L001", at: "content/draft.md:7:5") && run.codes.count == 1)
  }
}
