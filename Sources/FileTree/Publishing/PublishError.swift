/// Why nothing was published. Unless a case says otherwise the old site stands as it was.
package enum PublishError: Error, Hashable, Sendable {
  case file(FileError)
  /// The output may not be used; see `OutputRefusal`.
  case refused(output: String, OutputRefusal)
  /// Another build holds the output; its process if it is known.
  case locked(output: String, process: Int?)
  /// A path to write is absolute, leaves the output, has empty parts, or uses a name kept for
  /// Turnbook itself.
  case badPath(String)
  case writtenTwice(String)
  /// The same path would be a file and a folder.
  case fileAndFolder(String)
  /// Files that no build made stand where this one writes, by the bytes of their paths.
  case foreignFiles([String], output: String)
  case damagedManifest(String)
  /// The site is partly new: publishing file by file was cut short. The next run goes on from
  /// there.
  case halfPublished(FileError, output: String)
}

/// What forbids a folder to be the output.
package enum OutputRefusal: Hashable, Sendable {
  case isRoot
  /// It is or holds this folder: of the input, or the home folder.
  case holds(String)
  case notAFolder
  case danglingLink
  /// The path is empty, or ends with `..`.
  case noName
}
