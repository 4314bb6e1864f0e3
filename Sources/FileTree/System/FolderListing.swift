#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One entry of a folder, as listed.
struct FolderEntry: Equatable {
  let name: [UInt8]
  /// nil where the file system does not tell without being asked about the entry itself.
  let kind: FileStatus.Kind?
}

/// The entries of a folder one after another, in the order of the file system, `.` and `..` left
/// out.
struct FolderListing: ~Copyable {
  #if canImport(Darwin)
    private let stream: UnsafeMutablePointer<DIR>
  #else
    private let stream: OpaquePointer
  #endif

  /// Lists a folder below `folder`, or `folder` itself if there is no path.
  init(_ path: RelativePath?, in folder: Folder, followingLinks: Bool = false) throws(Errno) {
    let here: [UInt8] = [UInt8(ascii: "."), 0]
    let flags = O_RDONLY | O_DIRECTORY | (followingLinks ? 0 : O_NOFOLLOW)
    let descriptor = try FileDescriptor(path?.terminated ?? here, in: folder.raw, flags)
    guard let stream = fdopendir(descriptor.raw) else { throw Errno.last }
    _ = descriptor.release()
    self.stream = stream
  }

  deinit { closedir(stream) }

  func next() throws(Errno) -> FolderEntry? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        let failure = Errno.last
        if failure.code == 0 { return nil }
        if failure.code == EINTR { continue }
        throw failure
      }
      let name = Self.name(of: entry)
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      return FolderEntry(name: name, kind: Self.kind(entry.pointee.d_type))
    }
  }

  /// The status of the folder that is listed.
  func status() throws(Errno) -> FileStatus {
    var raw = stat()
    _ = try checked { fstat(dirfd(stream), &raw) }
    return FileStatus(raw)
  }

  /// The status of an entry, links not followed.
  func status(of entry: FolderEntry) throws(Errno) -> FileStatus {
    var raw = stat()
    let name = entry.name + [0]
    _ = try checked { fstatat(dirfd(stream), name, &raw, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(raw)
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { room in
      guard let start = room.baseAddress else { return [] }
      let count = strlen(start.assumingMemoryBound(to: CChar.self))
      return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  private static func kind(_ type: UInt8) -> FileStatus.Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }
}
