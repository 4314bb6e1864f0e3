#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Lets two folders change places in one step: nobody ever sees one of them missing.
enum FolderExchange {
  static func swap(
    _ path: RelativePath, in folder: Folder, with other: RelativePath, in otherFolder: Folder
  ) throws(Errno) {
    #if canImport(Darwin)
      _ = try checked {
        renameatx_np(
          folder.raw, path.terminated, otherFolder.raw, other.terminated, UInt32(RENAME_SWAP))
      }
    #else
      guard let renameat2 = function else { throw Errno(code: ENOSYS) }
      _ = try checked {
        renameat2(
          folder.raw, path.terminated, otherFolder.raw, other.terminated, Self.exchangeFlag)
      }
    #endif
  }

  /// Whether a failure means that this place cannot exchange folders at all: a mount point, another
  /// file system, a file system without the operation, an old system, or a folder that may be
  /// filled but not renamed.
  static func isImpossible(after failure: Errno) -> Bool {
    [EXDEV, EINVAL, EBUSY, ENOSYS, ENOTSUP, EPERM, EACCES, EROFS].contains(failure.code)
  }

  #if !canImport(Darwin)
    private typealias RenameAt2 =
      @convention(c) (
        CInt, UnsafePointer<UInt8>, CInt, UnsafePointer<UInt8>, CUnsignedInt
      ) -> CInt

    /// `RENAME_EXCHANGE` of the Linux kernel's interface.
    private static let exchangeFlag: CUnsignedInt = 1 << 1

    /// Looked up while running: Swift's view of glibc leaves GNU's own functions out.
    private static let function = unsafeBitCast(dlsym(nil, "renameat2"), to: RenameAt2?.self)
  #endif
}
