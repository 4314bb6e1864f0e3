package import FileTree

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error.
package enum StandardStream: Sendable {
  case output, error

  private var descriptor: Int32 {
    switch self {
    case .output: STDOUT_FILENO
    case .error: STDERR_FILENO
    }
  }

  /// Whether a person reads it as it comes, on a terminal that can go back to the start of a line.
  package var isTerminal: Bool {
    isatty(descriptor) == 1 && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }

  /// Whether a person reads it in colour: a terminal, and nobody said no (see no-color.org).
  package var showsColour: Bool {
    guard isTerminal else { return false }
    guard let wish = getenv("NO_COLOR") else { return true }
    return wish.pointee == 0
  }

  /// How many characters a line of the terminal has.
  package var columns: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes everything; what cannot be written, as to a closed pipe, is dropped.
  package func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  package func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    _ = Self.written(bytes, to: descriptor)
  }

  /// Writes everything, or says why not. A closed pipe is no failure: who reads has read enough.
  package func send(_ bytes: [UInt8]) throws(FileError) {
    guard let failure = bytes.withUnsafeBufferPointer({ Self.written($0, to: descriptor) }),
      failure.code != EPIPE
    else { return }
    throw FileError(.write, "standard output", .system(failure))
  }

  package func send(_ text: String) throws(FileError) { try send(Array(text.utf8)) }

  /// What kept the bytes from being written; nil when all are.
  static func written(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Errno? {
    var rest = UnsafeRawBufferPointer(bytes)
    while let start = rest.baseAddress, !rest.isEmpty {
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, start, rest.count)
      #else
        let count = Darwin.write(descriptor, start, rest.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return Errno(code: errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return nil
  }
}
