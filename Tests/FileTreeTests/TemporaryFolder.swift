@testable import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder of its own for one test, removed with everything in it afterwards.
final class TemporaryFolder: Sendable {
  let path: String
  private let folder: Folder
  private let name: RelativePath
  private let parent: Folder

  init(in parent: String = "/tmp") throws {
    self.parent = try Folder(at: parent)
    name = RelativePath(trusted: "turnbook-test-\(UInt64.random(in: 0...UInt64.max))".utf8)
    try self.parent.makeFolder(name)
    folder = try Folder(name, in: self.parent)
    path = parent + "/" + name.text
  }

  deinit { try? parent.removeTree(name) }

  func at(_ path: String) -> String { self.path + "/" + path }

  func write(_ path: String, _ text: String = "") throws {
    let path = RelativePath(trusted: path.utf8)
    try folder.makeParents(of: path)
    let file = try folder.replaceFile(path)
    try file.write(bytes: Array(text.utf8))
  }

  func makeFolder(_ path: String) throws {
    let path = RelativePath(trusted: path.utf8)
    try folder.makeParents(of: path)
    try folder.makeFolder(path)
  }

  func makeLink(_ path: String, to target: String) throws {
    let path = RelativePath(trusted: path.utf8)
    try folder.makeParents(of: path)
    try folder.makeLink(path, to: Array(target.utf8))
  }

  func remove(_ path: String) throws {
    try folder.removeFile(RelativePath(trusted: path.utf8))
  }

  func setMode(_ mode: mode_t, of path: String) throws {
    try folder.setMode(mode, of: RelativePath(trusted: path.utf8))
  }

  /// The content of a file, nil if there is none.
  func text(_ path: String) -> String? {
    guard let bytes = try? FileReader.read(at(path), limit: .max) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The status of an entry itself, nil if there is none.
  func status(_ path: String) -> FileStatus? {
    try? folder.status(of: RelativePath(trusted: path.utf8))
  }

  func inode(_ path: String) -> UInt64? { status(path)?.identity.inode }

  /// Every entry below a folder, sorted; folders end with a slash.
  func entries(_ path: String = ".") throws -> [String] {
    let start = try Folder(at: at(path))
    var entries: [String] = []
    var pending: [RelativePath?] = [nil]
    while let below = pending.popLast() {
      let listing = try FolderListing(below, in: start)
      while let entry = try listing.next() {
        let path = below?.appending(entry.name) ?? RelativePath(trusted: entry.name)
        let isFolder = try listing.status(of: entry).kind == .folder
        if isFolder { pending.append(path) }
        entries.append(path.text + (isFolder ? "/" : ""))
      }
    }
    return entries.sorted()
  }

  /// A copy of everything as it is now: what a run leaves that is killed in this moment.
  func snapshot() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for entry in try entries() {
      let path = RelativePath(
        trusted: entry.hasSuffix("/") ? entry.dropLast().utf8 : entry[...].utf8)
      if entry.hasSuffix("/") {
        try copy.folder.makeFolder(path)
      } else {
        let file = try copy.folder.createFile(path)
        try folder.copyContent(of: path, to: file)
      }
    }
    return copy
  }
}
