import Foundation
import JSON
import Testing

/// The vectors of `Tests/Vectors/filling`, by the program that people run.
@Suite("turn fill and the vectors of filling")
struct VectorTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Vectors/filling")

  @Test(
    "it prints what they expect, and the problems in their words",
    arguments: ["data", "lists", "optional", "roles", "types"])
  func printed(name: String) throws {
    let file = try JSONValue(
      parsing: Array(Data(contentsOf: Self.folder.appending(path: name + ".json"))))
    let desk = try Desk(patterns: nil)
    try desk.write("pattern.json", Desk.text(of: try #require(file["pattern"])))
    let id = try #require(file["pattern"]?["id"]?.string)
    for vector in try #require(file["cases"]?.array) {
      let about = "\(name): \(vector["about"]?.string ?? "")"
      var words = ["fill", id, "--from", "pattern.json", "--no-remember", "--no-ask"]
      if let variant = vector["variant"]?.string { words += ["--variant", variant] }
      words += try Self.values(of: vector, at: desk)
      guard vector["problems"] == nil else {
        try Self.check(desk.run(words), problems: vector["problems"]?.array ?? [], about)
        continue
      }
      for output in try #require(vector["outputs"]?.object).members {
        let format = output.key.split(separator: " ").map { String($0) }
        let provider = format.count > 1 ? ["--provider", format[1]] : []
        let run = try desk.run(words + ["--format", format[0]] + provider)
        let lines = output.value["lines"]?.array?.compactMap(\.string)
        // By their bytes: equal strings may be spelled differently.
        let expected = lines?.joined(separator: "\n") ?? ""
        #expect(run.output.utf8.elementsEqual(expected.utf8), "\(about), \(output.key)")
        let notes = output.value["notes"]?.array?.compactMap(\.string) ?? []
        let refused = output.value["refused"]?.string.map { ["turn: \($0)\n"] } ?? []
        #expect(
          run.errors == (notes.map { "turn: note: \($0)\n" } + refused).joined(), "\(about)")
        #expect(run.status == (refused.isEmpty ? 0 : 1), "\(about)")
      }
    }
  }

  /// As flags, or in a file where a flag would read one.
  private static func values(of vector: JSONValue, at desk: Desk) throws -> [String] {
    var words: [String] = []
    for pair in try #require(vector["values"]?.array) {
      let (name, value) = (try #require(pair[0]?.string), try #require(pair[1]?.string))
      if value == "-" || value.hasPrefix("@") {
        try desk.write("value", value)
        words += ["-v", "\(name)=@value"]
      } else {
        words += ["-v", "\(name)=\(value)"]
      }
    }
    return words
  }

  /// What is missing has a table of its own.
  private static func check(_ run: Run, problems: [JSONValue], _ about: String) throws {
    #expect(run.status == 1 && run.output.isEmpty, "\(about)")
    // Characters that a terminal obeys are printed as signs.
    let errors = run.errors.replacing("\u{2421}", with: "\u{7F}")
    for problem in problems.compactMap(\.string) {
      let isSaid =
        if let name = problem.firstMatch(of: /^"(.*)" has no value$/)?.output.1 {
          errors.contains("-v '\(name)=") || errors.contains("-v \(name)=")
        } else {
          // A next step that only a command line has may follow.
          errors.contains("turn: \(problem)\n") || errors.contains("turn: \(problem); 'turn vars ")
        }
      #expect(isSaid, "\(about): \(problem) in \(errors)")
    }
  }
}
