import ByteText
import Diagnostics
import Foundation
import Reporting
import Testing

@Suite("Agreement with diff, patch and git")
struct DiffPeerTests {
  /// A file with some edits in it.
  private struct Example {
    let old: [UInt8]
    let plan: EditPlan

    /// Text of few letters, so that lines are often equal, with every kind of line ending, and edits
    /// anywhere, across lines too.
    init(using random: inout some RandomNumberGenerator) {
      let pieces = ["a", "b", "\n", "\n", "\r\n", "\r", "ä", "x\ny\n"]
      func text(_ count: Int) -> [UInt8] {
        (0..<count).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
      }
      let old = text(Int.random(in: 0...60, using: &random))
      let fixes = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let start = Int.random(in: 0...old.count, using: &random)
        let end = min(old.count, start + Int.random(in: 0...6, using: &random))
        let new = String(decoding: text(Int.random(in: 0...4, using: &random)), as: UTF8.self)
        let edit = Edit(path: "a.md", range: ByteRange(start, end), replacement: new)
        return Fix("", [edit], isSafe: true)
      }
      self.old = old
      plan = EditPlan(fixes, for: "a.md", in: old)
    }

    func diff(path: String) -> Data {
      var output = ByteBuffer()
      UnifiedDiff(path: path, old: old, edits: plan.edits).write(into: &output)
      return Data(output.array)
    }
  }

  /// A folder for one test, gone when `body` ends.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func apply(
    with program: InstalledProgram, _ arguments: [String], count: Int, path: String = "a.md"
  ) throws {
    var random = SystemRandomNumberGenerator()
    try withFolder { folder in
      let file = folder.appending(path: path)
      for _ in 0..<count {
        let example = Example(using: &random)
        let diff = example.diff(path: path)
        #expect(diff.isEmpty == (example.plan.result == example.old))
        if diff.isEmpty { continue }
        try Data(example.old).write(to: file)
        try diff.write(to: folder.appending(path: "diff"))
        let run = try program.run(arguments, in: folder)
        let made = (try? Data(contentsOf: file)) ?? Data()
        let isRight = run.status == 0 && made == Data(example.plan.result)
        #expect(
          isRight,
          "\(String(decoding: run.output, as: UTF8.self))\n\(String(decoding: diff, as: UTF8.self))"
        )
      }
    }
  }

  @Test(
    "patch makes of the old bytes the new ones",
    .enabled(if: InstalledProgram.patch.isPresent, InstalledProgram.patch.absent),
    arguments: ["a.md", "a b.md", "ä\".md"])
  func patch(path: String) throws {
    try apply(
      with: .patch, ["-p1", "--binary", "--fuzz=0", "-s", "-i", "diff"], count: 100, path: path)
  }

  @Test(
    "git apply makes of the old bytes the new ones",
    .enabled(if: InstalledProgram.git.isPresent, InstalledProgram.git.absent),
    arguments: ["a.md", "a b.md", "ä\"\t.md"])
  func gitApply(path: String) throws {
    try apply(
      with: .git, ["apply", "--whitespace=nowarn", "diff"], count: 60, path: path)
  }

  @Test(
    "an edit inside one line is shown as diff shows it",
    .enabled(if: InstalledProgram.diff.isPresent, InstalledProgram.diff.absent))
  func sameAsDiff() throws {
    var random = SystemRandomNumberGenerator()
    try withFolder { folder in
      for _ in 0..<100 {
        // Every line is another one, so that there is one shortest diff.
        let lines = (0..<Int.random(in: 1...40, using: &random)).map { "line \($0)" }
        let ending = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
        let end = Bool.random(using: &random) ? ending : ""
        let old = Array((lines.joined(separator: ending) + end).utf8)
        let fixes = lines.indices.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }.map {
          let start = lines[..<$0].reduce(0) { $0 + $1.utf8.count + ending.utf8.count }
          let edit = Edit(
            path: "a", range: ByteRange(start, start + 4), replacement: "\($0) new")
          return Fix("", [edit], isSafe: true)
        }
        let plan = EditPlan(fixes, for: "a", in: old)
        var output = ByteBuffer()
        UnifiedDiff(path: "a", old: old, edits: plan.edits).write(into: &output)
        try Data(old).write(to: folder.appending(path: "old"))
        try Data(plan.result).write(to: folder.appending(path: "new"))
        let run = try InstalledProgram.diff.run(
          ["-u", "--label", "a/a", "--label", "b/a", "old", "new"], in: folder)
        #expect(
          String(decoding: output.array, as: UTF8.self)
            == String(decoding: run.output, as: UTF8.self))
      }
    }
  }
}
