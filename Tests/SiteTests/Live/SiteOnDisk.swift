import Foundation

@testable import Site

/// The site that a build wrote, as its files are.
struct SiteOnDisk: Equatable {
  var files: [String: Data] = [:]

  init(at output: String) {
    let all = FileManager.default.enumerator(atPath: output)?.allObjects as? [String] ?? []
    for path in all where !path.hasPrefix(".") && !path.contains("/.") {
      var isFolder: ObjCBool = false
      let file = output + "/" + path
      if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = FileManager.default.contents(atPath: file)
      }
    }
  }

  /// What a build that knows nothing of earlier ones makes of a guide.
  static func built(_ options: BuildOptions) async -> (site: SiteOnDisk, report: BuildReport) {
    var options = options
    let output = options.folder + "-site-\(UUID().uuidString)"
    options.output = output
    options.program = nil
    defer { try? FileManager.default.removeItem(atPath: output) }
    let report = await Build.run(options)
    return (SiteOnDisk(at: output), report)
  }
}
