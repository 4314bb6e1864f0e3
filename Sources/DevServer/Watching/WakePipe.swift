import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends the waiting of a thread from another one.
final class WakePipe: Sendable {
  /// Readable once somebody woke the thread.
  let reader: CInt
  private let writer: CInt

  init() throws(Errno) {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Errno(code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reader = ends[0]
    writer = ends[1]
  }

  deinit {
    close(reader)
    close(writer)
  }

  func wake() {
    var byte: UInt8 = 0
    // Where the pipe is full the thread will wake in any case.
    _ = write(writer, &byte, 1)
  }

  /// Makes it unreadable again.
  func drain() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(reader, &bytes, bytes.count) > 0 {}
  }
}
