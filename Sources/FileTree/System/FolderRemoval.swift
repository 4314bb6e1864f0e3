extension Folder {
  var isEmpty: Bool {
    guard let listing = try? FolderListing(nil, in: self) else { return false }
    do throws(Errno) { return try listing.next() == nil } catch { return false }
  }

  /// Removes a folder below this one with everything in it. Links are removed, never followed.
  func removeTree(_ path: RelativePath) throws(Errno) {
    try Folder(path, in: self).removeContents()
    try removeFolder(path)
  }

  /// Removes everything in this folder.
  func removeContents() throws(Errno) {
    var pending: [RelativePath?] = [nil]
    var folders: [RelativePath] = []
    while let folder = pending.popLast() {
      let entries = try removableEntries(of: folder)
      for entry in entries {
        let path = folder?.appending(entry.name) ?? RelativePath(trusted: entry.name)
        let kind: FileStatus.Kind
        if let known = entry.kind { kind = known } else { kind = try status(of: path).kind }
        if kind == .folder {
          pending.append(path)
          folders.append(path)
        } else {
          try removeFile(path)
        }
      }
    }
    for folder in folders.reversed() { try removeFolder(folder) }
  }

  /// Lists first, as removing while listing may skip entries; and makes the folder one that can be
  /// emptied, as its owner may have taken that right away.
  private func removableEntries(of folder: RelativePath?) throws(Errno) -> [FolderEntry] {
    if let folder, try status(of: folder).mode & 0o700 != 0o700 { try setMode(0o700, of: folder) }
    var entries: [FolderEntry] = []
    let listing = try FolderListing(folder, in: self)
    while let entry = try listing.next() { entries.append(entry) }
    return entries
  }
}
