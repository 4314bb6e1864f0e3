import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Held while a publisher works on an output, so that two builds do not mix.
///
/// The operating system lets go of it when the process ends, however it ends. The file is removed
/// on release; whoever waited notices that the file it locked is no longer the one in the folder,
/// and tries anew.
final class PublishLock: Sendable {
  enum Failure: Error {
    case held(process: Int?)
    case system(Errno)
  }

  private static let pause: Duration = .milliseconds(10)

  private let folder: Folder
  private let path: RelativePath
  private let file: FileDescriptor
  private let isHeld = Atomic<Bool>(true)

  /// - Parameter patience: How long to wait for another holder.
  init(_ path: RelativePath, in folder: Folder, patience: Duration) throws(Failure) {
    self.folder = folder
    self.path = path
    var waited: Duration = .zero
    while true {
      do throws(Errno) {
        if let file = try Self.locked(path, in: folder) {
          self.file = file
          return
        }
      } catch {
        if error != .wouldBlock { throw .system(error) }
        guard waited < patience else {
          throw .held(process: Self.holder(path, in: folder))
        }
        usleep(UInt32(Self.pause.components.attoseconds / 1_000_000_000_000))
        waited += Self.pause
      }
    }
  }

  deinit { release() }

  /// Lets the next one in.
  func release() {
    guard isHeld.exchange(false, ordering: .relaxed) else { return }
    // In this order: whoever locks the file from now on must find that it is gone.
    try? folder.removeFile(path)
    flock(file.raw, LOCK_UN)
  }

  /// nil if the file was removed by its holder between opening and locking.
  private static func locked(
    _ path: RelativePath, in folder: Folder
  ) throws(Errno) -> FileDescriptor? {
    let file = try folder.openOrCreateFile(path)
    _ = try checked { flock(file.raw, LOCK_EX | LOCK_NB) }
    guard let current = try? folder.status(of: path).identity, try file.status().identity == current
    else { return nil }
    // Only for the message that another build prints; a full disk may well refuse it.
    if ftruncate(file.raw, 0) == 0 { try? file.write(bytes: Array("\(getpid())\n".utf8)) }
    return file
  }

  private static func holder(_ path: RelativePath, in folder: Folder) -> Int? {
    guard let text = try? FileReader.read(path, in: folder, limit: 64) else { return nil }
    return Int(String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
