import FileTree
import JSON

/// Where the guide lies that an editor works on.
enum GuideFolder {
  private static let configurations = ["turnbook.yml", "mkdocs.yml"]

  /// The folders that the client has open, in its order.
  static func workspace(_ parameters: JSONObject) -> [String] {
    let folders = (parameters["workspaceFolders"]?.array ?? []).compactMap { $0["uri"]?.string }
    let roots = folders.isEmpty ? [parameters["rootUri"]?.string].compactMap(\.self) : folders
    let paths = roots.compactMap(FileURI.path)
    return (paths.isEmpty ? [parameters["rootPath"]?.string].compactMap(\.self) : paths)
      .map(withoutSlash)
  }

  /// The first of them that has a configuration.
  static func configured(_ folders: [String]) -> String? { folders.first(where: isConfigured) }

  /// The guide that a file belongs to: the nearest folder above it that has a configuration, else
  /// the open folder that it lies in, else its own.
  static func around(_ file: String, in workspace: [String]) -> String {
    let root = workspace.first { file.hasPrefix($0 == "/" ? $0 : $0 + "/") }
    var folder = parent(of: file)
    while let here = folder {
      if isConfigured(here) { return here }
      if here == root { break }
      folder = parent(of: here)
    }
    return root ?? parent(of: file) ?? "/"
  }

  private static func isConfigured(_ folder: String) -> Bool {
    configurations.contains { Discovery.stamp(of: folder + "/" + $0) != nil }
  }

  private static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
