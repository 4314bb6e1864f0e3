import Testing

@Suite("turnbook explain")
struct ExplainTests {
  @Test(
    "shows the same page for every way to write a code",
    arguments: ["TB-M001", "tb-m001", "M001", "m1", "TBM1", "M01"])
  func spellings(name: String) throws {
    let run = try Guide().run("explain", name)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output.hasPrefix(
        "TB-M001: an admonition has one of the known types\n\nSeverity: warning\n\nThe type of an ")
    )
    #expect(
      run.output.hasSuffix(
        """

        Wrong:

            !!! dangr
                This deletes the folder.

        Right:

            !!! danger
                This deletes the folder.

        """))
  }

  @Test(
    "what is no code is wrong usage, with the nearest code",
    arguments: [
      ("M999", "did you mean \"TB-M0"), ("TB-Z001", "did you mean \"TB-"),
      ("links", "'turnbook explain' lists them all"), ("", "'turnbook explain' lists them all"),
      ("M0001", "did you mean \"TB-M001\"?"),
    ])
  func unknown(name: String, hint: String) throws {
    let run = try Guide().run("explain", name)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("turnbook explain: there is no code \"\(name)\"; \(hint)"))
    #expect(run.errors.hasSuffix("\nTry 'turnbook explain --help'.\n"))
  }

  @Test("lists every code with its rule, without a code")
  func list() throws {
    let run = try Guide().run("explain")
    #expect(run.status == 0)
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for code in ExplainedCode.all {
      #expect(words.contains("\(code.id) \(code.severity) \(code.rule)"))
    }
  }

  @Test("no line but of an example is longer than 80 characters", arguments: ExplainedCode.all)
  func width(code: ExplainedCode) throws {
    let lines = try Guide().run("explain", code.id).output.split(separator: "\n")
    let long = lines.filter { $0.count > 80 && !$0.hasPrefix("    ") }
    #expect(long.isEmpty)
    let words = lines.joined(separator: " ").split(separator: " ")
    let explanation = code.explanation.split(whereSeparator: \.isWhitespace)
    #expect(words.contains(explanation), "\(words)")
  }

  @Test("--json says of one code what it says of all")
  func json() throws {
    let one = try ExplainedCode.read(["explain", "m2", "--json"])
    #expect(one.map(\.id) == ["TB-M002"])
    #expect(one.first?.explanation == ExplainedCode.all.first { $0.id == "TB-M002" }?.explanation)
  }

  @Test("colour is for a terminal, and adds nothing but itself", arguments: ["m4", nil])
  func colour(name: String?) throws {
    let guide = try Guide()
    let arguments = ["explain"] + (name.map { [$0] } ?? [])
    let plain = try guide.run(arguments).output
    #expect(!plain.contains("\u{1B}"))
    let shown = try Terminal().run(
      arguments, in: guide.folder, environment: ["TERM": "xterm"], showing: .output)
    #expect(shown.contains("\u{1B}[1m"))
    let words = shown.replacing(/\u{1B}\[[0-9]*m/, with: "").replacing("\r\n", with: "\n")
    #expect(words == (name == nil ? plain : plain.replacing("`", with: "")))
  }
}
