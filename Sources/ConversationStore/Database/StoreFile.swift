import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file of a store. It may hold what nobody else is to read.
enum StoreFile {
  /// Makes an empty file that only its owner reads, and the folders above it, where they are
  /// missing. What is there keeps its permissions.
  static func create(at path: String) throws(StoreFailure) {
    guard !path.utf8.contains(0) else { throw .cannotOpen("the path holds a zero byte") }
    guard !path.isEmpty else { throw .cannotOpen("the path is empty") }
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen("it is not a file") }
      return
    }
    guard errno == ENOENT else { throw failure() }
    try createFolder(of: path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    // Another process may have been faster.
    guard file >= 0 else {
      if errno == EEXIST { return }
      throw failure()
    }
    close(file)
  }

  static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func createFolder(of path: String) throws(StoreFailure) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw failure() }
    try createFolder(of: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure() }
  }

  private static func failure() -> StoreFailure {
    if isFull(errno) { return .diskFull }
    return .cannotOpen(Errno(code: errno).words)
  }

  /// Whether the system has no room for more of a file.
  static func isFull(_ code: CInt) -> Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

  /// What the system said; nil where it said nothing.
  static func words(_ code: CInt) -> String? { code == 0 ? nil : Errno(code: code).words }
}
