/// What a build has written into an output folder, as it stands there now.
package struct PublishedFiles: Sendable {
  /// Relative to the output, in no order.
  package let paths: [String]
  private let folder: Folder

  /// Nil where no build has written, or its list cannot be read.
  package init?(output: String) {
    guard let folder = try? Folder(at: output),
      let text = try? FileReader.read(ReservedName.manifest, in: folder, limit: 1 << 30),
      let manifest = Manifest(parsing: text)
    else { return nil }
    self.folder = folder
    paths = manifest.paths.map(\.text)
  }

  /// The state of one of the files; nil where it is gone or is none.
  package func stamp(of path: String) -> FileStamp? {
    let path = RelativePath(trusted: path.utf8)
    guard let status = try? folder.status(of: path, followingLinks: false), status.kind == .file
    else { return nil }
    return FileStamp(status)
  }
}
