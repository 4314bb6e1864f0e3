#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open folder, shared by every thread that works in it; all paths given to it are seen from
/// there.
///
/// It stays the same folder when it is renamed, which the exchange of two sites relies on. Methods
/// do not follow a link in the last part of a path.
final class Folder: Sendable {
  private let descriptor: FileDescriptor

  var raw: CInt { descriptor.raw }

  /// Opens the folder at a path, links followed.
  init(at path: String) throws(Errno) {
    descriptor = try FileDescriptor(
      RelativePath(trusted: path.utf8).terminated, in: AT_FDCWD, O_RDONLY | O_DIRECTORY)
  }

  /// Opens a folder below this one.
  init(_ path: RelativePath, in folder: Folder) throws(Errno) {
    descriptor = try FileDescriptor(
      path.terminated, in: folder.raw, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  }

  func status() throws(Errno) -> FileStatus { try descriptor.status() }

  func status(of path: RelativePath, followingLinks: Bool = false) throws(Errno) -> FileStatus {
    var raw = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    _ = try checked { fstatat(descriptor.raw, path.terminated, &raw, flags) }
    return FileStatus(raw)
  }

  /// Opens a file to read. Does not wait for a writer if the path turns out to be a pipe.
  func openFile(_ path: RelativePath, followingLinks: Bool = false) throws(Errno) -> FileDescriptor
  {
    let flags = O_RDONLY | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    return try FileDescriptor(path.terminated, in: raw, flags)
  }

  /// Opens a file that is there to read and to write, which fails where it may not be written.
  func openToChange(_ path: RelativePath) throws(Errno) -> FileDescriptor {
    try FileDescriptor(path.terminated, in: raw, O_RDWR | O_NONBLOCK | O_NOFOLLOW)
  }

  /// Makes a file that must not exist yet.
  func createFile(_ path: RelativePath, mode: mode_t = 0o644) throws(Errno) -> FileDescriptor {
    try FileDescriptor(
      path.terminated, in: raw, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
  }

  /// Makes a file, or empties the one that is there.
  func replaceFile(_ path: RelativePath) throws(Errno) -> FileDescriptor {
    try FileDescriptor(
      path.terminated, in: raw, O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o644)
  }

  func openOrCreateFile(_ path: RelativePath) throws(Errno) -> FileDescriptor {
    try FileDescriptor(path.terminated, in: raw, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o644)
  }

  func makeFolder(_ path: RelativePath) throws(Errno) {
    _ = try checked { mkdirat(raw, path.terminated, 0o755) }
  }

  /// Makes the folders above `path` that are missing, and tells which, the outermost first.
  @discardableResult
  func makeParents(of path: RelativePath) throws(Errno) -> [RelativePath] {
    var made: [RelativePath] = []
    var missing: [RelativePath] = []
    var next = path.parent
    while let folder = next {
      do {
        try makeFolder(folder)
        made.append(folder)
        break
      } catch {
        if error == .alreadyExists { break }
        if error != .notFound { throw error }
      }
      missing.append(folder)
      next = folder.parent
    }
    for folder in missing.reversed() {
      do {
        try makeFolder(folder)
        made.append(folder)
      } catch  where error == .alreadyExists {
        // Another thread was faster.
      }
    }
    return made
  }

  func setMode(_ mode: mode_t, of path: RelativePath) throws(Errno) {
    _ = try checked { fchmodat(raw, path.terminated, mode, 0) }
  }

  func setMode(_ mode: mode_t) throws(Errno) {
    _ = try checked { fchmod(raw, mode) }
  }

  /// Gives a file, or a link itself, a second name in another folder of the same file system.
  func link(_ path: RelativePath, into folder: Folder, as name: RelativePath) throws(Errno) {
    _ = try checked { linkat(raw, path.terminated, folder.raw, name.terminated, 0) }
  }

  /// Moves; a file at the new place is replaced in the same step.
  func rename(_ path: RelativePath, into folder: Folder, as name: RelativePath) throws(Errno) {
    _ = try checked { renameat(raw, path.terminated, folder.raw, name.terminated) }
  }

  func removeFile(_ path: RelativePath) throws(Errno) {
    _ = try checked { unlinkat(raw, path.terminated, 0) }
  }

  /// Removes a folder that is empty.
  func removeFolder(_ path: RelativePath) throws(Errno) {
    _ = try checked { unlinkat(raw, path.terminated, AT_REMOVEDIR) }
  }

  /// Makes a link that holds `target`.
  func makeLink(_ path: RelativePath, to target: [UInt8]) throws(Errno) {
    let target = RelativePath(trusted: target).terminated
    _ = try checked { symlinkat(target, raw, path.terminated) }
  }

  /// What a link holds.
  func target(ofLink path: RelativePath) throws(Errno) -> [UInt8] {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = try checked { readlinkat(raw, path.terminated, &target, target.count) }
    return target[..<count].map { UInt8(truncatingIfNeeded: $0) }
  }

  func synchronize() throws(Errno) { try descriptor.synchronize() }
}
