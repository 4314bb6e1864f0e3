import Testing

@Suite("The examples of the reference")
struct ExampleTests {
  /// What an example may refer to.
  private static let surroundings = [
    "turnbook.yml": "name: The guide\nplatforms: [claude, openai]\n",
    "content/index.md": "# Home\n\n[other](other.md#part)\n",
    "content/other.md": "# Other\n\n## Part\n\nText.\n",
    "content/few-shot.md": "# Few-shot prompting\n\n## When to use it\n\nText.\n",
    "content/turns.png": "", "content/my checklist.md": "# Checklist\n",
  ]

  /// What a short example leaves out, but for the code that it is an example of.
  private static func beside(_ code: ExplainedCode) -> Set<String> {
    Set(ExplainedCode.all.lazy.map(\.id).filter { $0.hasPrefix("TB-P") })
      .union(["TB-S014", "TB-S020", "TB-S025", "TB-M022"]).subtracting([code.id])
  }

  /// What only other sites can tell is tested with a server.
  private static func isOfOtherSites(_ code: ExplainedCode) -> Bool {
    ("TB-L030"..."TB-L035").contains(code.id)
  }

  private static func guide(_ example: String, of code: ExplainedCode) throws -> Guide {
    var files = surroundings
    files[code.place(of: example)] = example + "\n"
    return try Guide(files)
  }

  @Test(
    "a wrong one breaks the rule, no other, and matters as much as is said",
    arguments: ExplainedCode.all.filter { $0.wrong != nil && !isOfOtherSites($0) })
  func wrong(code: ExplainedCode) throws {
    let run = try Self.guide(try #require(code.wrong), of: code).run("check")
    #expect(
      Set(run.codes).subtracting(Self.beside(code)) == [code.id], "\(run.output)\(run.errors)")
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
    let run = try Self.guide(try #require(code.right), of: code).run("check")
    #expect(Set(run.codes).subtracting(Self.beside(code)) == [], "\(run.output)\(run.errors)")
  }

  @Test("stand in pairs, for most codes")
  func pairs() {
    for code in ExplainedCode.all { #expect((code.wrong == nil) == (code.right == nil), "\(code)") }
    #expect(ExplainedCode.all.count { $0.wrong != nil } > 45)
  }
}
