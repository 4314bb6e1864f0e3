/// What a build has written into an output folder, as it stands there now.
package struct PublishedFiles: Sendable {
  private let files: [RelativePath]
  private let folder: Folder

  /// Nil where no build has written, or its list cannot be read.
  package init?(output: String) {
    guard let folder = try? Folder(at: output),
      let text = try? FileReader.read(ReservedName.manifest, in: folder, limit: 1 << 30),
      let files = Manifest.files(in: text)
    else { return nil }
    self.folder = folder
    self.files = files
  }

  package var count: Int { files.count }

  /// The bytes of a file's path, seen from the output.
  package func path(_ index: Int) -> ArraySlice<UInt8> { files[index].bytes }

  /// The state of one of the files; nil where it is gone or is none.
  package func stamp(_ index: Int) -> FileStamp? {
    guard let status = try? folder.status(of: files[index], followingLinks: false),
      status.kind == .file
    else { return nil }
    return FileStamp(status)
  }
}
