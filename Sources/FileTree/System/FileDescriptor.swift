#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open file that is closed exactly once, on every way out.
struct FileDescriptor: ~Copyable, Sendable {
  let raw: CInt

  init(owning raw: CInt) { self.raw = raw }

  /// Opens `path`, seen from the open folder `folder`; never inherited by a child process.
  init(
    _ path: UnsafePointer<UInt8>, in folder: CInt, _ flags: CInt, mode: mode_t = 0
  ) throws(Errno) {
    let path = UnsafeRawPointer(path).assumingMemoryBound(to: CChar.self)
    raw = try checked { openat(folder, path, flags | O_CLOEXEC, mode) }
  }

  /// Opens the file at any path to read, links followed. Does not wait for a writer if it is a
  /// pipe.
  init(readingFrom path: String) throws(Errno) {
    try self.init(RelativePath(trusted: path.utf8).terminated, in: AT_FDCWD, O_RDONLY | O_NONBLOCK)
  }

  deinit { _ = Self.closeRaw(raw) }

  /// Closes and tells what only closing brings to light, such as a quota on a network disk.
  consuming func close() throws(Errno) {
    let raw = raw
    discard self
    // After EINTR the descriptor is gone on Linux and macOS; a second try could close a stranger's.
    guard Self.closeRaw(raw) == -1 else { return }
    let failure = Errno.last
    if failure.code != EINTR { throw failure }
  }

  /// Hands the descriptor over to a call that will close it.
  consuming func release() -> CInt {
    let raw = raw
    discard self
    return raw
  }

  func status() throws(Errno) -> FileStatus {
    var status = stat()
    _ = try checked { fstat(raw, &status) }
    return FileStatus(status)
  }

  /// Reads up to the size of `buffer`; 0 is the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    try checked { systemRead(raw, buffer.baseAddress, buffer.count) }
  }

  /// The same from a place of the file's own, whatever was read before.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Errno) -> Int {
    try checked { pread(raw, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  func setMode(_ mode: mode_t) throws(Errno) {
    _ = try checked { fchmod(raw, mode) }
  }

  /// Gives the file the owner and group of another one. Takes bits of the mode away, as the system
  /// does.
  func takeOwner(of other: FileStatus) throws(Errno) {
    let status = try status()
    if status.owner == other.owner, status.group == other.group { return }
    _ = try checked { fchown(raw, other.owner, other.group) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
    var rest = bytes
    while rest.count > 0 {
      let count = try checked { systemWrite(raw, rest.baseAddress, rest.count) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  func write(bytes: [UInt8]) throws(Errno) {
    var failure: Errno?
    bytes.withUnsafeBytes { raw in
      do throws(Errno) { try write(raw) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Waits until the file's content is on the disk.
  func synchronize() throws(Errno) {
    do { _ = try checked { fsync(raw) } } catch {
      // Some file systems cannot; that is no reason to stop.
      if error.code != EINVAL, error.code != ENOTSUP { throw error }
    }
  }

  private static func closeRaw(_ raw: CInt) -> CInt { systemClose(raw) }
}

// Named apart: inside the type, `read`, `write` and `close` mean its own methods.
private func systemRead(_ file: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func systemWrite(_ file: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}

private func systemClose(_ file: CInt) -> CInt { close(file) }
