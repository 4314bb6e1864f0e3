#if canImport(Darwin)
  package import Darwin
#else
  package import Glibc
#endif

/// Writing a file that a person named for the output: it holds the old bytes or the new ones, never a
/// part of them.
///
/// Mode and owner stay, and a link stays a link. What is no regular file, has other names (hard links)
/// or lies in a folder that takes no new entries is written over where it stands, as by `>`.
package enum WholeFile {
  /// - Parameter mode: Of a file that is not there yet.
  package static func write(
    _ bytes: [UInt8], to path: String, mode: mode_t = 0o644
  ) throws(FileError) {
    do throws(FileError.Reason) {
      guard !path.utf8.contains(0) else { throw .badPath }
      do throws(Errno) { try put(bytes, at: path, mode) } catch { throw .system(error) }
    } catch {
      throw FileError(.write, path, error)
    }
  }

  private static func put(_ bytes: [UInt8], at path: String, _ mode: mode_t) throws(Errno) {
    if let place = try place(of: path) {
      do throws(Errno) {
        return try place.folder.put(bytes, at: place.name, like: place.status, mode: mode)
      } catch  where error.forbidsNewEntries {}
    }
    let file = try FileDescriptor(
      RelativePath(trusted: path.utf8).terminated, in: AT_FDCWD, O_WRONLY | O_CREAT | O_TRUNC,
      mode: mode)
    try file.write(bytes: bytes)
    try file.close()
  }

  /// Where another file can take the place of the one at a path; nil where it cannot.
  private static func place(
    of path: String
  ) throws(Errno) -> (folder: Folder, name: RelativePath, status: FileStatus?)? {
    // Names of open files: whoever has them open would go on with the old one.
    guard !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else { return nil }
    var status: FileStatus?
    do throws(Errno) { status = try FileStatus(at: path) } catch {
      guard error == .notFound else { throw error }
      let isLinkToNothing = (try? FileStatus(at: path, followingLinks: false)) != nil
      if isLinkToNothing { return nil }
    }
    if let status, !status.isReplaceable { return nil }
    let real = status == nil ? Array(path.utf8) : try RealPath.bytes(of: path)
    let slash = real.lastIndex(of: UInt8(ascii: "/"))
    let parent = slash.map { $0 == 0 ? "/" : String(decoding: real[..<$0], as: UTF8.self) } ?? "."
    guard let name = RelativePath(checking: real[(slash.map { $0 + 1 } ?? 0)...]) else {
      return nil
    }
    return (try Folder(at: parent), name, status)
  }
}

extension FileStatus {
  /// Whether a new file with the same name is all that anybody knows of it.
  fileprivate var isReplaceable: Bool { kind == .file && names == 1 }
}

extension Folder {
  /// Puts a file in the place of what is there, in one step, when all of it is on the disk.
  /// - Parameters:
  ///   - status: Whose mode and owner it takes; nil where nothing is there.
  ///   - mode: What it has else.
  func put(
    _ bytes: [UInt8], at path: RelativePath, like status: FileStatus?, mode: mode_t = 0o644
  ) throws(Errno) {
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let draft = path.sibling(named: ".turnbook-draft-" + number)
    do throws(Errno) {
      // Nobody else may read it before it has the mode of the file that it will replace.
      let file = try createFile(draft, mode: status == nil ? mode : 0o600)
      try file.write(bytes: bytes)
      if let status {
        try file.takeOwner(of: status)
        try file.setMode(status.mode)
      }
      try file.synchronize()
      try file.close()
      try rename(draft, into: self, as: path)
    } catch {
      try? removeFile(draft)
      throw error
    }
  }

  /// The same where a regular file or nothing is there; anything else is written over or refused.
  func put(_ bytes: [UInt8], replacing path: RelativePath) throws(Errno) {
    var status: FileStatus?
    do throws(Errno) { status = try self.status(of: path) } catch {
      guard error == .notFound else { throw error }
    }
    if status?.isReplaceable ?? true { return try put(bytes, at: path, like: status) }
    let file = try replaceFile(path)
    try file.write(bytes: bytes)
    try file.close()
  }
}
