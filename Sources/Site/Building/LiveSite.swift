import FileTree

/// What is served: rendered when it is asked for.
package struct LiveSite: Sendable {
  /// A file is an absolute path.
  package enum Content: Sendable {
    case bytes([UInt8])
    case file(String)
  }

  let files: [String: [UInt8]]
  /// "/" or the path of the configured address, such as "/guide/".
  package var basePath: String

  init(_ folder: String, base: String) {
    var files: [String: [UInt8]] = [:]
    for file in (try? Discovery.files(in: folder))?.files ?? [] {
      files[file.path] = try? FileReader.read(folder + "/" + file.path, limit: 64 << 20)
    }
    // The walk leaves folders out that hold a site.
    self.files = files
    basePath = base
  }

  /// What is at a path in the output folder: "manual/install/index.html".
  package func content(at path: String) -> Content? { files[path].map { .bytes($0) } }
}
