import Foundation

/// The sources of this repository, as text.
enum Repository {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The text of every Swift file below a folder, by its path in the repository.
  static func swiftFiles(in path: String) throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: folder.appending(path: path).path)
    var files: [String: String] = [:]
    for name in names where name.hasSuffix(".swift") {
      files[path + "/" + name] = try text(path + "/" + name)
    }
    return files
  }

  /// The modules that a file imports.
  static func imports(in text: String) -> Set<String> {
    let pattern = /^\s*(?:@\w+ )?(?:(?:package|public|internal|private) )?import (\w+)$/
    return Set(text.matches(of: pattern.anchorsMatchLineEndings()).map { String($0.output.1) })
  }

  /// The folders of the Swift modules of the product.
  static func modules() throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Sources").path)
    var modules = ["Theme": "templates"]
    for name in names where try !swiftFiles(in: "Sources/" + name).isEmpty {
      modules[name] = "Sources/" + name
    }
    return modules
  }
}
