#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the operating system said about a call that failed.
package struct Errno: Error, Hashable, Sendable {
  package let code: CInt

  package init(code: CInt) { self.code = code }

  /// The calling thread's last failure.
  static var last: Errno { Errno(code: errno) }

  static let alreadyExists = Errno(code: EEXIST)
  static let crossesFileSystems = Errno(code: EXDEV)
  static let denied = Errno(code: EACCES)
  static let diskFull = Errno(code: ENOSPC)
  static let isFolder = Errno(code: EISDIR)
  static let linkLoop = Errno(code: ELOOP)
  static let notEmpty = Errno(code: ENOTEMPTY)
  package static let notFolder = Errno(code: ENOTDIR)
  package static let notFound = Errno(code: ENOENT)
  static let notPermitted = Errno(code: EPERM)
  static let pathTooLong = Errno(code: ENAMETOOLONG)
  static let readOnly = Errno(code: EROFS)
  static let tooManyOpen = Errno(code: EMFILE)
  static let wouldBlock = Errno(code: EWOULDBLOCK)

  /// Whether a folder may not get new entries, or none with so long a name.
  var forbidsNewEntries: Bool {
    [.denied, .notPermitted, .readOnly, .pathTooLong].contains(self)
  }

  /// The failure in plain words, as the second half of a sentence: "the disk is full".
  package var words: String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission was denied"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EROFS: "the file system is read-only"
    case EMFILE: "this program has too many files open"
    case ENFILE: "the system has too many files open"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is not a folder"
    case ELOOP: "its links lead in a circle"
    case ENAMETOOLONG: "the path is too long"
    case EEXIST: "it exists already"
    case ENOTEMPTY: "the folder is not empty"
    case EBUSY: "it is in use"
    case EXDEV: "it lies on another file system"
    case EFBIG: "the file would be too large for its file system"
    case EIO: "the disk reported an error"
    case ENOMEM: "there is not enough memory"
    default: String(cString: strerror(code))
    }
  }
}

/// Repeats a call that a signal interrupted; -1 becomes an error, anything else is the call's
/// value.
@inline(__always)
func checked<Value: FixedWidthInteger & SignedInteger>(_ call: () -> Value) throws(Errno) -> Value {
  while true {
    let value = call()
    if value != -1 { return value }
    let failure = Errno.last
    if failure.code != EINTR { throw failure }
  }
}
