import DevServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a person, or the system, asks a program to end that would go on for ever.
enum Interruption {
  /// A handler of signals may do little more than write a byte.
  private static let pipe: (reader: Int32, writer: Int32) = {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      _ = Glibc.pipe(&ends)
    #else
      _ = Darwin.pipe(&ends)
    #endif
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  /// Calls `action` once, at the first Ctrl-C or the first request to end. The second one ends the
  /// program at once.
  static func onFirst(_ action: @escaping @Sendable () -> Void) {
    // Made before a signal can need it.
    let reader = pipe.reader
    BackgroundThread.start {
      var byte: UInt8 = 0
      while read(reader, &byte, 1) < 0, errno == EINTR {}
      action()
    }
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        signal(number, SIG_DFL)
        var byte: UInt8 = 0
        _ = write(Interruption.pipe.writer, &byte, 1)
      }
    }
  }
}
