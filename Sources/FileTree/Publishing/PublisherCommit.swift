extension Publisher {
  /// Puts the new site in its place. All writes must have returned.
  ///
  /// - Throws: the first failure of a write, or what stops the publication; the old site then
  ///   stands as it was, unless the error is `halfPublished`.
  package func commit() throws(PublishError) -> PublishResult {
    precondition(close(), "a publisher is committed once, and not after it was abandoned")
    do throws(PublishError) {
      if let firstFailure { throw firstFailure }
      let result = try publish(table.files())
      leave()
      return result
    } catch {
      if case .halfPublished = error {
        // The next run needs the staging folder to carry out what was decided.
        lock.release()
      } else {
        leave()
      }
      throw error
    }
  }

  private func publish(_ files: [NewFile]) throws(PublishError) -> PublishResult {
    guard let old else {
      try complete(files)
      try moveIntoPlace()
      return result(.created, files)
    }
    if !hasChanges, files.count == manifest?.paths.count { return result(.unchanged, files) }
    let survey = try survey(old)
    let isFileByFile = isFileByFile || survey.holdsMount
    if !isFileByFile {
      try linkDeferred(files, from: old)
      try ForeignFiles(old: old, new: staging.tree, table: table).carry(survey)
    }
    try complete(files)
    if !isFileByFile, try exchange(with: old) {
      return result(.exchanged, files, survey, saved: OldSiteRemoval(self, old).run(survey))
    }
    try moveFileByFile(files, over: old)
    return result(.fileByFile, files, survey)
  }

  private func linkDeferred(_ files: [NewFile], from old: Folder) throws(PublishError) {
    var lastFolder: RelativePath?
    for file in files where file.claim == .deferred {
      let folder = file.path.parent
      try link(file.path, from: old, expectingFolder: folder == lastFolder)
      lastFolder = folder
    }
  }

  private func survey(_ old: Folder) throws(PublishError) -> OldSiteSurvey {
    let survey: OldSiteSurvey
    do {
      survey = try OldSiteSurvey(
        of: old, manifest: manifest ?? .none, staged: staging.tree, table: table,
        own: staging.workplace.isInsideOutput ? staging.name : nil)
    } catch {
      throw .file(FileError(.list, place.path, .system(error)))
    }
    guard survey.conflicts.isEmpty else {
      throw .foreignFiles(survey.conflicts.map(\.text), output: place.path)
    }
    return survey
  }

  /// Writes the manifest, which makes the tree whole.
  private func complete(_ files: [NewFile]) throws(PublishError) {
    try didReach(.staged)
    do throws(Errno) {
      let file = try staging.tree.createFile(ReservedName.manifest)
      try file.write(bytes: Manifest.text(of: files.map(\.path)))
      // The one file that must be whole: a page that a power cut spoils is written again by the
      // next build, which compares bytes.
      try file.synchronize()
      try file.close()
    } catch {
      throw .file(FileError(.write, ReservedName.manifest.text, .system(error)))
    }
    try didReach(.complete)
  }

  private func moveIntoPlace() throws(PublishError) {
    do {
      try staging.container.rename(Staging.treeName, into: place.parent, as: place.name)
    } catch {
      throw .file(FileError(.replace, place.path, .system(error)))
    }
    try didReach(.exchanged)
  }

  /// - Returns: false if this place cannot exchange folders.
  private func exchange(with old: Folder) throws(PublishError) -> Bool {
    do throws(Errno) {
      try staging.tree.setMode(try old.status().mode)
      try FolderExchange.swap(
        Staging.treeName, in: staging.container, with: place.name, in: place.parent)
    } catch {
      if FolderExchange.isImpossible(after: error) { return false }
      throw .file(FileError(.replace, place.path, .system(error)))
    }
    try didReach(.exchanged)
    return true
  }

  private func moveFileByFile(_ files: [NewFile], over old: Folder) throws(PublishError) {
    let journal = Journal(
      steps: Journal.steps(from: manifest ?? .none, to: files, table))
    do { try journal.write(in: staging.container) } catch {
      throw .file(FileError(.write, place.path, .system(error)))
    }
    try didReach(.decided)
    try RollForward(tree: staging.tree, output: old, path: place.path).run(journal) {
      (step) throws(PublishError) in try didReach(.carriedOut(step))
    }
  }

  private func result(
    _ way: PublishResult.Way, _ files: [NewFile], _ survey: OldSiteSurvey? = nil,
    saved: String? = nil
  ) -> PublishResult {
    let written = files.count { $0.claim == .written }
    let removed = manifest?.paths.count { !(table[$0]?.isFile ?? false) } ?? 0
    return PublishResult(
      way: way, written: written, unchanged: files.count - written, removed: removed,
      foreign: survey?.foreignFiles.count ?? 0, saved: saved)
  }
}
