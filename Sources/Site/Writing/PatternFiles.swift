import Pages
import Patterns

/// The files by which programs find and run a guide's patterns.
struct PatternFiles {
  static let indexPath = "patterns/index.json"

  /// Path and content of each file; none for a guide without patterns.
  private(set) var files: [(path: String, bytes: [UInt8])] = []

  init(_ patterns: [Pattern]) {
    guard !patterns.isEmpty else { return }
    var entries: [PatternIndex.Entry] = []
    for pattern in patterns {
      let bytes = PatternFile.encoded(pattern)
      files.append((Self.path(of: pattern.id), bytes))
      entries.append(PatternIndex.Entry(pattern, file: bytes))
    }
    files.append((Self.indexPath, PatternIndex(entries).encoded()))
    files.append((PatternSchema.path, PatternSchema.encoded()))
  }

  static func path(of id: String) -> String { "patterns/\(id).json" }
}
