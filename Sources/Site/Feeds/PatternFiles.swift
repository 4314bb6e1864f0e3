package import Patterns

/// The files of a site for programs that use its patterns: one for each, their index, and the schema
/// of them all.
package enum PatternFiles {
  package static let folder = "patterns"

  /// Path and content of each file; none where there is no pattern.
  /// - Parameter patterns: With ids of their own; in any order.
  package static func files(_ patterns: [Pattern]) -> [(path: String, bytes: [UInt8])] {
    guard !patterns.isEmpty else { return [] }
    var files: [(path: String, bytes: [UInt8])] = []
    var entries: [PatternIndex.Entry] = []
    for pattern in sorted(patterns) {
      let bytes = PatternFile.encoded(pattern)
      let entry = PatternIndex.Entry(pattern, file: bytes)
      files.append(("\(folder)/\(entry.url)", bytes))
      entries.append(entry)
    }
    files.append(("\(folder)/index.json", PatternIndex(entries).encoded()))
    files.append((PatternSchema.path, PatternSchema.encoded()))
    return files
  }

  /// The paths of these files, to which pages may link.
  package static func paths(_ ids: [String]) -> [String] {
    guard !ids.isEmpty else { return [] }
    return ids.map { "\(folder)/\($0).json" } + ["\(folder)/index.json", PatternSchema.path]
  }

  /// By the bytes of their ids, so that the index is the same in any order of the pages.
  private static func sorted(_ patterns: [Pattern]) -> [Pattern] {
    patterns.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
