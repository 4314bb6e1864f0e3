import Foundation
import Testing

/// A page of the manual or the reference, with all of its fenced blocks.
struct ManualPage: Sendable, CustomTestStringConvertible {
  /// In `content/`.
  let path: String
  let text: String
  let samples: [Sample]

  var testDescription: String { path }

  init(_ path: String) throws {
    self.path = path
    text = try Repository.text("content/" + path)
    samples = Sample.all(in: text, of: path)
  }

  /// Every page but those of single diagnostics, whose examples have tests of their own; none where
  /// they cannot be read, which a test finds.
  static let all: [ManualPage] = {
    let paths = ["manual", "reference"].flatMap { folder in
      let place = Repository.folder.appending(path: "content/" + folder).path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }
    return paths.compactMap { try? ManualPage($0) }
  }()

  /// The one block of a page that has a title.
  static func sample(_ title: String, of path: String) throws -> Sample {
    let found = try ManualPage(path).samples.filter { $0.title == title }
    try #require(found.count == 1, "\(path) has \(found.count) blocks \"\(title)\"")
    return found[0]
  }
}
