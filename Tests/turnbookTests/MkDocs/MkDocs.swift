import Foundation
import JSON
import Testing

/// The real mkdocs with Material, which `Scripts/python.sh` installs.
enum MkDocs {
  private static let python = Repository.folder.appending(path: ".build/venv/bin/python")

  static let isPresent: Bool = {
    let packages = Repository.folder.appending(path: ".build/venv/lib")
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: packages.path)) ?? []
    return folders.contains { folder in
      FileManager.default.fileExists(
        atPath: packages.appending(path: folder + "/site-packages/material").path)
    }
  }()
  static let absent: Comment = "SKIPPED: no mkdocs; run Scripts/python.sh"

  /// What only one of two sites has.
  struct Comparison {
    let pages: Int
    let anchors: Int
    let onlyTheirs: [String]
    let onlyOurs: [String]
    /// `page#anchor`.
    let missing: [String]
    let extra: [String]
  }

  /// Builds the guide with mkdocs into `theirs` and with turnbook into `ours`, and compares them.
  static func comparison(of guide: Guide) throws -> Comparison {
    let theirs = guide.at("theirs").path
    try run(["-m", "mkdocs", "build", "--quiet", "--site-dir", theirs], in: guide)
    let run = try guide.run("build", "--output", guide.at("ours").path)
    try #require(run.status < 2, "\(run.errors)")
    let script = Repository.folder.appending(path: "Tests/Peers/mkdocs_site.py").path
    let output = try Self.run([script, theirs, guide.at("ours").path], in: guide)
    let json = try JSONValue(parsing: Array(output.utf8))
    func texts(_ key: String) -> [String] { json[key]?.array?.compactMap(\.string) ?? ["?"] }
    return Comparison(
      pages: json["pages"]?.integer ?? 0, anchors: json["anchors"]?.integer ?? 0,
      onlyTheirs: texts("onlyTheirs"), onlyOurs: texts("onlyOurs"), missing: texts("missing"),
      extra: texts("extra"))
  }

  @discardableResult
  private static func run(_ arguments: [String], in guide: Guide) throws -> String {
    let output = guide.at("..").appending(path: "said-\(UUID().uuidString)")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = python
    process.arguments = arguments
    process.currentDirectoryURL = guide.folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.standardError
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments)")
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
