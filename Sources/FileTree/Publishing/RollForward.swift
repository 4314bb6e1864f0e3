/// Carries a journal out: the way to publish where two folders cannot be exchanged.
struct RollForward {
  let tree: Folder
  let output: Folder
  /// The output's path, for messages.
  let path: String

  /// - Parameter didStep: Called after each step.
  /// - Throws: `halfPublished`, or what `didStep` throws.
  func run(
    _ journal: Journal, didStep: (Journal.Step) throws(PublishError) -> Void = { _ in }
  ) throws(PublishError) {
    for step in journal.steps {
      do throws(Errno) {
        switch step {
        case .remove(let path): try remove(path)
        case .move(let path): try move(path)
        }
      } catch {
        throw .halfPublished(FileError(.replace, step.path.text, .system(error)), output: path)
      }
      try didStep(step)
    }
  }

  private func remove(_ path: RelativePath) throws(Errno) {
    do {
      guard try output.status(of: path).kind != .folder else { return }
      try output.removeFile(path)
    } catch {
      // Done before, or its folder is already a file.
      guard error == .notFound || error == .notFolder else { throw error }
    }
    var above = path.parent
    while let folder = above {
      do { try output.removeFolder(folder) } catch { return }
      above = folder.parent
    }
  }

  private func move(_ path: RelativePath) throws(Errno) {
    do {
      _ = try tree.status(of: path)
    } catch {
      // Done before.
      if error == .notFound { return }
      throw error
    }
    do {
      try rename(path)
    } catch {
      guard error == .notFound else { throw error }
      try output.makeParents(of: path)
      try rename(path)
    }
    // Two links to one file are not moved onto each other; then the staged one is left.
    try? tree.removeFile(path)
  }

  private func rename(_ path: RelativePath) throws(Errno) {
    do {
      try tree.rename(path, into: output, as: path)
    } catch {
      guard error == .crossesFileSystems else { throw error }
      let part = path.sibling(named: ReservedName.part)
      let copy = try output.replaceFile(part)
      try tree.copyContent(of: path, to: copy)
      try copy.close()
      try output.rename(part, into: output, as: path)
    }
  }
}
