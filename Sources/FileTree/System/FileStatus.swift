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
  let identity: Identity
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
      let time = raw.st_mtimespec
    #else
      let time = raw.st_mtim
    #endif
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: raw.st_dev), inode: UInt64(raw.st_ino))
    mode = raw.st_mode & 0o7777
    owner = raw.st_uid
    group = raw.st_gid
  }

  /// The status of what any path leads to.
  init(at path: String, followingLinks: Bool = true) throws(Errno) {
    var raw = stat()
    _ = try checked { fstatat(AT_FDCWD, path, &raw, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) }
    self.init(raw)
  }
}
