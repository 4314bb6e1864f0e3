#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Paths with every link resolved, as the file system sees them.
enum RealPath {
  /// The absolute path of what `path` leads to, which must exist.
  static func of(_ path: String) throws(Errno) -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }

  /// The same for a path that need not be UTF-8.
  static func bytes(of path: String) throws(Errno) -> [UInt8] {
    guard let resolved = realpath(path, nil) else { throw Errno.last }
    defer { free(resolved) }
    return [UInt8](UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }
}
