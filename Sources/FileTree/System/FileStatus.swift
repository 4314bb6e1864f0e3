#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the file system knows about one entry, in the units the project uses.
struct FileStatus: Sendable {
  enum Kind: Sendable {
    case file, folder, link, other
  }

  /// Names an entry whatever path leads to it.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  let kind: Kind
  /// Bytes.
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int64
  /// When anything about the entry last changed, in nanoseconds since 1970. No program can set it.
  let statusChanged: Int64
  let identity: Identity
  /// How many entries of folders lead to it.
  let names: Int
  /// Permission bits only.
  let mode: mode_t
  let owner: uid_t
  let group: gid_t

  init(_ raw: stat) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(raw.st_size)
    #if canImport(Darwin)
      let (modified, changed) = (raw.st_mtimespec, raw.st_ctimespec)
    #else
      let (modified, changed) = (raw.st_mtim, raw.st_ctim)
    #endif
    self.modified = Self.nanoseconds(modified)
    statusChanged = Self.nanoseconds(changed)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: raw.st_dev), inode: UInt64(raw.st_ino))
    names = Int(raw.st_nlink)
    mode = raw.st_mode & 0o7777
    owner = raw.st_uid
    group = raw.st_gid
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// The status of what any path leads to.
  init(at path: String, followingLinks: Bool = true) throws(Errno) {
    var raw = stat()
    _ = try checked { fstatat(AT_FDCWD, path, &raw, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) }
    self.init(raw)
  }
}
