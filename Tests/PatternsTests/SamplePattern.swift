import ByteText
import Foundation
import Patterns
import Testing

/// The pattern files beside these tests: written with Python's JSON, not with ours.
enum SamplePattern: String, CaseIterable {
  case seed = "multi-turn-conversation"
  case review = "code-review"
  case plain = "empty-handed"

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  var bytes: [UInt8] {
    get throws { Array(try Data(contentsOf: Self.folder.appending(path: rawValue + ".json"))) }
  }

  var pattern: Pattern {
    get throws { try PatternFile.decoded(bytes).pattern }
  }

  /// A filling of one of its variants.
  func filling(_ variant: String? = nil) throws -> Filling {
    let pattern = try pattern
    let found = pattern.variants.first { variant == nil || $0.id == variant }
    return Filling(pattern, try #require(found))
  }
}

extension Filling {
  func conversation(_ values: KeyValuePairs<String, String>) throws -> FilledConversation {
    try conversation([GivenValues(values.map { GivenValues.Value($0.key, $0.value) })])
  }
}
