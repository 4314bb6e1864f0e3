/// A folder in which a new site grows: a mark that it is ours, the site's tree, and perhaps a
/// journal.
///
/// After the exchange of sites it holds the old tree, and is removed with it.
struct Staging: Sendable {
  let workplace: Workplace
  let name: RelativePath
  let container: Folder
  let tree: Folder

  static let treeName = RelativePath(trusted: "tree".utf8)
  private static let mark = RelativePath(trusted: "made-by-turnbook".utf8)
  private static let markText =
    "A turnbook build works here. If none is running, this folder may be deleted.\n"

  /// Makes a new one.
  init(in workplace: Workplace) throws(Errno) {
    self.workplace = workplace
    name = workplace.newStagingName()
    try workplace.folder.makeFolder(name)
    do {
      container = try Folder(name, in: workplace.folder)
      let mark = try container.createFile(Self.mark)
      try mark.write(bytes: Array(Self.markText.utf8))
      try mark.close()
      try container.makeFolder(Self.treeName)
      tree = try Folder(Self.treeName, in: container)
    } catch {
      try? workplace.folder.removeTree(name)
      throw error
    }
  }

  /// Removes what is left of it. Not what `tree` is: after the exchange that is the new site.
  func remove() throws(Errno) {
    try LeftBehind(workplace: workplace, name: name, container: container).remove()
  }

  /// The staging folders that runs before left behind because they were killed. The lock must be
  /// held.
  static func leftBehind(in workplace: Workplace) throws(Errno) -> [LeftBehind] {
    var found: [LeftBehind] = []
    let listing = try FolderListing(nil, in: workplace.folder)
    while let entry = try listing.next() {
      guard workplace.isStagingName(entry.name) else { continue }
      let name = RelativePath(trusted: entry.name)
      // What cannot be opened is no folder, or not ours.
      guard let container = try? Folder(name, in: workplace.folder) else { continue }
      if (try? container.status(of: mark).kind) == .file || container.isEmpty {
        found.append(LeftBehind(workplace: workplace, name: name, container: container))
      }
    }
    return found
  }

  /// What an earlier run left: surely ours, by its name and its mark.
  struct LeftBehind {
    let workplace: Workplace
    let name: RelativePath
    let container: Folder

    /// The staged tree, if the run came that far.
    var tree: Folder? { try? Folder(Staging.treeName, in: container) }

    func remove() throws(Errno) {
      // First of all: without its journal a staging folder is just one to be removed.
      try Journal.remove(from: container)
      // The mark goes last: without it nobody knows later that the rest is ours.
      if let tree {
        try tree.removeContents()
        try container.removeFolder(Staging.treeName)
      }
      try workplace.folder.removeTree(name)
    }
  }
}
