/// What stands in an output folder, seen from the new site that is to take its place.
struct OldSiteSurvey {
  /// Every entry that is no folder, ours or not.
  private(set) var files: [RelativePath] = []
  /// Every folder, each after the one that holds it.
  private(set) var folders: [RelativePath] = []
  /// What no build made and the new site leaves room for.
  private(set) var foreignFiles: [RelativePath] = []
  /// Foreign folders with nothing in them.
  private(set) var foreignEmptyFolders: [RelativePath] = []
  /// What no build made and stands where the new site has something else.
  private(set) var conflicts: [RelativePath] = []
  /// Whether something else is mounted inside.
  private(set) var holdsMount = false

  private let old: Folder
  private let staged: Folder
  private let manifest: Manifest
  private let table: PathTable

  /// - Parameters:
  ///   - own: A name at the top that is ours too: the staging folder, if it lies inside.
  init(
    of old: Folder, manifest: Manifest, staged: Folder, table: PathTable, own: RelativePath?
  ) throws(Errno) {
    (self.old, self.manifest, self.staged, self.table) = (old, manifest, staged, table)
    let device = try old.status().identity.device
    var ourFolders: Set<RelativePath>?
    var pending: [RelativePath?] = [nil]
    while let folder = pending.popLast() {
      let listing = try FolderListing(folder, in: old)
      if try listing.status().identity.device != device { holdsMount = true }
      var isEmpty = true
      while let entry = try listing.next() {
        isEmpty = false
        let path = folder?.appending(entry.name) ?? RelativePath(trusted: entry.name)
        if path == own { continue }
        let kind: FileStatus.Kind
        if let known = entry.kind {
          kind = known
        } else {
          kind = try listing.status(of: entry).kind
        }
        if kind == .folder {
          folders.append(path)
          pending.append(path)
        } else {
          files.append(path)
          enter(file: path)
        }
      }
      if isEmpty, let folder {
        let ours = ourFolders ?? manifest.folders
        ourFolders = ours
        if !ours.contains(folder) { enter(emptyFolder: folder) }
      }
    }
    conflicts.sort()
  }

  private mutating func enter(file path: RelativePath) {
    if manifest.paths.contains(path) || ReservedName.isOwn(path) { return }
    switch table[path] {
    case .written:
      if !old.holdsSame(path, as: staged) { conflicts.append(path) }
    case .folder: conflicts.append(path)
    case .kept, .deferred: break
    case nil:
      if table.isBelowFile(path) { conflicts.append(path) } else { foreignFiles.append(path) }
    }
  }

  private mutating func enter(emptyFolder path: RelativePath) {
    switch table[path] {
    case .folder: break
    case .written, .kept, .deferred: conflicts.append(path)
    case nil:
      if table.isBelowFile(path) {
        conflicts.append(path)
      } else {
        foreignEmptyFolders.append(path)
      }
    }
  }
}
