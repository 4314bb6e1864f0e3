import Foundation
import Patterns
import Testing

@testable import Site

/// The golden files are the pattern files of this project's own guide. `TURNBOOK_RECORD=1` writes
/// them anew; what changed in them is then read before it is committed.
@Suite("The pattern files of the guide in content/")
struct ContentPatternsTests {
  private static let golden = ProjectGuide.folder.appending(path: "Tests/SiteTests/Golden/patterns")

  @Test("are as they were when somebody last read them")
  func golden() async throws {
    let files = PatternFiles.files(try await ProjectGuide.patterns.value).filter {
      $0.path.hasPrefix("patterns/")
    }
    let manager = FileManager.default
    if ProcessInfo.processInfo.environment["TURNBOOK_RECORD"] == "1" {
      try? manager.removeItem(at: Self.golden)
      try manager.createDirectory(at: Self.golden, withIntermediateDirectories: true)
      for file in files { try Data(file.bytes).write(to: Self.url(file.path)) }
    }
    #expect(
      try manager.contentsOfDirectory(atPath: Self.golden.path).sorted()
        == files.map { Self.url($0.path).lastPathComponent }.sorted())
    for file in files {
      let expected = try Data(contentsOf: Self.url(file.path))
      #expect(Data(file.bytes) == expected, "\(file.path) differs from its golden file")
    }
  }

  private static func url(_ path: String) -> URL {
    golden.appending(path: path.split(separator: "/").dropFirst().joined(separator: "/"))
  }
}
