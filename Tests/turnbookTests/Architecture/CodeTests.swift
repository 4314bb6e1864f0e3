import Testing

@Suite("The codes of diagnostics")
struct CodeTests {
  private struct Declaration {
    var id: String
    var rule: String
    var path: String
  }

  private static func declarations() throws -> [Declaration] {
    try Repository.swiftFiles(in: "Sources").flatMap { path, text in
      text.matches(of: /\bCode\(\s*"([^"]*)",\s*"((?:[^"\\]|\\.)*)"/).map {
        Declaration(id: String($0.output.1), rule: String($0.output.2), path: path)
      }
    }
  }

  @Test("are unique, well-formed and say a rule")
  func wellFormed() throws {
    let all = try Self.declarations()
    #expect(all.count > 50)
    for (id, same) in Dictionary(grouping: all, by: \.id) where same.count > 1 {
      Issue.record("\(id) is declared in \(same.map(\.path).sorted())")
    }
    for code in all {
      #expect(code.id.wholeMatch(of: /TB-[FCYMTSLPVD][0-9]{3}/) != nil, "\(code.id)")
      #expect(code.rule.count > 10 && !code.rule.hasSuffix("."), "\(code.id): \(code.rule)")
    }
  }

  @Test("are all in the reference, in their order, each with its explanation")
  func explained() throws {
    let declared = try Self.declarations().map(\.id)
    let explained = ExplainedCode.all
    #expect(explained.map(\.id) == declared.sorted())
    for code in explained {
      let sentences = code.explanation.matches(of: /[.?!](?:\s|$)/).count
      #expect((2...8).contains(sentences), "\(code.id) has \(sentences) sentences")
      #expect(["error", "warning", "note"].contains(code.severity))
    }
  }

  @Test("are constants: none is made where it is used")
  func constants() throws {
    for (path, text) in try Repository.swiftFiles(in: "Sources") {
      let made = text.matches(of: /\bCode\(\s*"TB-/).count
      let constants = text.matches(of: /static let \w+ = Code\(\s*"TB-/).count
      #expect(made == constants, "\(path)")
    }
  }
}
