import Foundation
import Testing

/// The specifications, corpora and seeds beside the repository, which are never copied into it.
enum SharedFolder {
  private static let repository =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static let specifications =
    ProcessInfo.processInfo.environment["TURNBOOK_SPECS"] ?? repository + "/../shared/specs"
  static let corpora = repository + "/../shared/corpora"

  static var hasSpecifications: Bool { FileManager.default.fileExists(atPath: specifications) }
  static var hasCorpora: Bool { FileManager.default.fileExists(atPath: corpora) }

  static let withoutSpecifications: Comment =
    "SKIPPED: no specifications; set TURNBOOK_SPECS to the folder with commonmark-0.30.json"
  static let withoutCorpora: Comment =
    "SKIPPED: no corpora; put them beside the repository as ../shared/corpora"

  /// A page of real documentation.
  struct Page: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]

    var testDescription: String { name }
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The corpora's pages.
  static let corpus = pages(below: corpora)

  /// Every page there is: the corpora, the seeds, and this project's own guide.
  static let everything =
    corpus + pages(below: repository + "/../shared/seeds") + pages(below: repository + "/content")

  private static func pages(below folder: String) -> [Page] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).map {
        Page(name: name, bytes: Array($0))
      }
    }
  }
}
