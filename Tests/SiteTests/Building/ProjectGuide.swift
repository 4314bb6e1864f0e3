import Foundation
import Patterns

@testable import Site

/// This project's own guide, `content/` and `turnbook.yml`, as the program reads it.
enum ProjectGuide {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardizedFileURL

  /// Read once, for all tests.
  static let patterns = Task {
    var options = BuildOptions()
    options.folder = folder.path
    var clock = StageClock()
    let guide = try await GuideReading(try Project(options), options, &clock)
    return await Inspection(guide, lock: nil, jobs: 2).patterns.all
  }

  /// The pattern of a page of the content folder; nil where there is none.
  static func pattern(of path: String) async throws -> Pattern? {
    try await patterns.value.first { $0.source.path == path }
  }

  /// The pages of a folder of the content folder, its index aside.
  static func pages(in path: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "content/\(path)").path)
    return (names ?? []).filter { $0.hasSuffix(".md") && $0 != "index.md" }.sorted()
      .map { "\(path)/\($0)" }
  }
}
