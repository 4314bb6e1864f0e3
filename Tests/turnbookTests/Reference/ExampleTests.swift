import Testing

@Suite("The examples of the reference")
struct ExampleTests {
  /// The command that finds everything that examples show. `build` knows nothing of the rules that
  /// only `check` has.
  private static let command = "build"

  /// What an example may refer to.
  private static let surroundings = [
    "turnbook.yml": "name: The guide\nplatforms: [claude, openai]\n",
    "content/index.md": "# Home\n\n[other](other.md#part)\n",
    "content/other.md": "# Other\n\n## Part\n\nText.\n",
  ]

  private static func guide(_ example: String, of code: ExplainedCode) throws -> Guide {
    var files = surroundings
    files[code.place(of: example)] = example + "\n"
    return try Guide(files)
  }

  @Test(
    "a wrong one breaks the rule, no other, and matters as much as is said",
    arguments: ExplainedCode.all.filter { $0.wrong != nil })
  func wrong(code: ExplainedCode) throws {
    let run = try Self.guide(try #require(code.wrong), of: code).run(Self.command)
    // A guide without pages has no start page either.
    #expect(Set(run.codes).subtracting(["TB-S014"]) == [code.id], "\(run.errors)")
    let own = run.findings.filter { $0.hasSuffix("[\(code.id)]") }
    #expect(own.allSatisfy { $0.contains(": \(code.severity): ") }, "\(own)")
  }

  @Test(
    "a wrong one keeps the guide from being published where its explanation says so",
    arguments: ExplainedCode.all.filter {
      $0.wrong != nil && $0.explanation.contains(/[Nn]othing is (?:published|built)/)
    })
  func unpublished(code: ExplainedCode) throws {
    let guide = try Self.guide(try #require(code.wrong), of: code)
    try guide.run("build")
    #expect(!guide.has("site") && !guide.has("content/site"))
  }

  @Test("a right one breaks none", arguments: ExplainedCode.all.filter { $0.right != nil })
  func right(code: ExplainedCode) throws {
    let run = try Self.guide(try #require(code.right), of: code).run(Self.command)
    #expect(run.findings == [])
  }

  @Test("stand in pairs, for most codes")
  func pairs() {
    for code in ExplainedCode.all { #expect((code.wrong == nil) == (code.right == nil), "\(code)") }
    #expect(ExplainedCode.all.count { $0.wrong != nil } > 45)
  }
}
