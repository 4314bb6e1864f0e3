/// Takes over into a new tree what somebody else put into the old one.
struct ForeignFiles {
  let old: Folder
  let new: Folder
  let table: PathTable

  func carry(_ survey: OldSiteSurvey) throws(PublishError) {
    var folders = Set<RelativePath>()
    for path in survey.foreignFiles {
      try attempt(path) { () throws(Errno) in try old.carry(path, into: new, expectingFolder: true)
      }
      insertFolders(above: path, into: &folders)
    }
    for path in survey.foreignEmptyFolders {
      try attempt(path) { () throws(Errno) in
        try new.makeParents(of: path)
        do throws(Errno) { try new.makeFolder(path) } catch  where error == .alreadyExists {}
      }
      folders.insert(path)
      insertFolders(above: path, into: &folders)
    }
    // Last, as a folder may not allow what was just done in it; from the inside out for the same
    // reason.
    for folder in folders.sorted().reversed() {
      try attempt(folder) { () throws(Errno) in
        try new.setMode(try old.status(of: folder).mode, of: folder)
      }
    }
  }

  /// The foreign folders only: those that the new site has too keep the mode it gives them.
  private func insertFolders(above path: RelativePath, into folders: inout Set<RelativePath>) {
    var above = path.parent
    while let folder = above, table[folder] == nil, folders.insert(folder).inserted {
      above = folder.parent
    }
  }

  /// What its owner removes in this moment is simply gone.
  private func attempt(
    _ path: RelativePath, _ step: () throws(Errno) -> Void
  ) throws(PublishError) {
    do { try step() } catch {
      if error == .notFound, (try? old.status(of: path)) == nil { return }
      throw .file(FileError(.replace, path.text, .system(error)))
    }
  }
}
