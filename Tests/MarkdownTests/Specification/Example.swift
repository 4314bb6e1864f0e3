import Foundation
import Testing

/// An example of the CommonMark or GFM specification.
struct Example: Decodable, Sendable, CustomTestStringConvertible {
  let markdown: String
  let html: String
  let example: Int
  let section: String
  /// The extension that a GFM example is about.
  let `extension`: String?

  var testDescription: String { "\(example), \(section)" }

  static func all(in file: String, count: Int) throws -> [Example] {
    let url = URL(filePath: SharedFolder.specifications + "/" + file)
    let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: url))
    try #require(examples.count == count, "\(file) has \(examples.count) examples")
    return examples
  }
}
