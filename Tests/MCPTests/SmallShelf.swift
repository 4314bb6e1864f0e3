import Foundation
import JSON
import MCP
import Patterns
import Testing

/// Patterns for a server to offer: the files of the patterns' tests, or as many as a test wants.
enum SmallShelf {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "PatternsTests/Fixtures")

  private static func bytes(_ id: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: id + ".json")))
  }

  /// The pattern files of the tests; the page of `code-review` is at hand.
  static func files() throws -> PatternShelf {
    var files: [String: [UInt8]] = [:]
    var patterns: [String: Pattern] = [:]
    var entries: [PatternIndex.Entry] = []
    for id in ["code-review", "empty-handed", "multi-turn-conversation"] {
      let bytes = try bytes(id)
      let pattern = try PatternFile.decoded(bytes).pattern
      files[id] = bytes
      patterns[id] = pattern
      entries.append(PatternIndex.Entry(pattern, file: bytes))
    }
    return shelf(entries, patterns, files)
  }

  /// Many patterns of one turn each, called `t-000`, `t-001`, …
  static func many(_ count: Int) -> PatternShelf {
    var patterns: [String: Pattern] = [:]
    var entries: [PatternIndex.Entry] = []
    for number in 0..<count {
      let id = "t-" + String(1_000 + number).dropFirst()
      var pattern = Pattern(id: id, title: "Technique \(number)")
      var turn = Turn(id: "1")
      turn.messages = [Message(role: .user, content: [.text("Say it.")])]
      pattern.variants = [Variant(id: id, title: pattern.title, kind: .main, turns: [turn])]
      patterns[id] = pattern
      entries.append(PatternIndex.Entry(pattern, file: []))
    }
    return shelf(entries, patterns, [:])
  }

  /// One pattern.
  static func one(_ pattern: Pattern) -> PatternShelf {
    shelf([PatternIndex.Entry(pattern, file: [])], [pattern.id: pattern], [:])
  }

  private static func shelf(
    _ entries: [PatternIndex.Entry], _ patterns: [String: Pattern], _ files: [String: [UInt8]]
  ) -> PatternShelf {
    PatternShelf(
      entries: { entries },
      pattern: { (entry) throws(ShelfFault) in
        guard let pattern = patterns[entry.id] else { throw ShelfFault("it is gone") }
        return pattern
      },
      file: { entry in files[entry.id] ?? [] },
      page: { entry, _ in entry.id == "code-review" ? Array("# Code review\n".utf8) : nil })
  }
}
