import ByteText
import Foundation
import Templating
import Testing

/// One case of the Mustache specification.
struct SpecificationCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let desc: String
  let data: SpecificationData
  let template: String
  let partials: [String: String]?
  let expected: String

  var testDescription: String { "\(name): \(desc)" }

  /// The template filled with the data, in the specification's mode: recursion is legal, missing
  /// names print nothing.
  func rendered() -> String {
    var texts = partials ?? [:]
    texts[" case"] = template
    let sources = texts.map {
      TemplateSource(name: $0.key, path: $0.key, bytes: Array($0.value.utf8))
    }
    let library = TemplateLibrary(sources, allowsRecursion: true)
    guard let template = library.template(named: " case") else { return "no template" }
    var renderer = TemplateRenderer(library, missing: .empty)
    var output = ByteBuffer()
    renderer.render(template, with: [data.value], into: &output)
    return String(decoding: output.array, as: UTF8.self)
  }
}

/// The cases of one file of the specification, from `$TURNBOOK_SPECS` or from `../shared/specs`
/// beside the repository.
enum Specification {
  static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["TURNBOOK_SPECS"] {
      return folder + "/mustache"
    }
    let repository = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/" + repository + "/../shared/specs/mustache"
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }
  static let skipped: Comment =
    """
    SKIPPED: the Mustache specification is not there; set TURNBOOK_SPECS to the folder that has it \
    as mustache/
    """

  private struct File: Decodable { let tests: [SpecificationCase] }

  static func cases(_ file: String) throws -> [SpecificationCase] {
    let data = try Data(contentsOf: URL(filePath: folder + "/\(file).json"))
    let cases = try JSONDecoder().decode(File.self, from: data).tests
    try #require(!cases.isEmpty, "\(file).json has no cases")
    return cases
  }
}
