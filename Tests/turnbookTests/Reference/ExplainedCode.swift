import Foundation
import JSON
import Testing

/// A code as `turnbook explain --json` prints it.
struct ExplainedCode: Sendable, CustomTestStringConvertible {
  let id: String
  let severity: String
  let rule: String
  let explanation: String
  let language: String
  let wrong: String?
  let right: String?

  var testDescription: String { id }

  /// Every code that the program knows; none where it does not tell, which a test of its own finds.
  static let all: [ExplainedCode] = (try? read(["explain", "--json"])) ?? []

  static func read(_ arguments: [String]) throws -> [ExplainedCode] {
    let codes = try #require(try Guide().run(arguments).json()["codes"]?.array)
    return try codes.map { code in
      func text(_ key: String) throws -> String { try #require(code[key]?.string) }
      return try ExplainedCode(
        id: text("code"), severity: text("severity"), rule: text("rule"),
        explanation: text("explanation"), language: text("language"),
        wrong: code["wrong"]?.string, right: code["right"]?.string)
    }
  }

  /// The file of a guide that an example of this code is the content of.
  func place(of example: String) -> String {
    switch language {
    case "mustache": "templates/page.mustache"
    // Front matter is shown with its lines of dashes.
    case "yaml" where !example.hasPrefix("---"): "turnbook.yml"
    default: "content/example.md"
    }
  }
}
