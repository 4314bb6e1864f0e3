extension FileDescriptor {
  /// Everything from where the file stands to its end, read straight into the array that is
  /// returned.
  func contents(limit: Int) throws(FileError.Reason) -> [UInt8] {
    let status: FileStatus
    do { status = try self.status() } catch { throw .system(error) }
    guard status.kind != .folder else { throw .system(.isFolder) }
    guard status.kind == .file else { throw .notRegular }
    guard status.size <= limit else { throw .tooLarge(limit: limit) }
    // One byte more than the size: a short read then shows the end without asking again.
    var bytes = try piece(upTo: status.size + 1)
    var isAtEnd = bytes.count <= status.size
    while !isAtEnd {
      // It grew since its size was asked, or tells no size, as files of /proc do.
      let more = try piece(upTo: max(4096, bytes.count))
      bytes.append(contentsOf: more)
      isAtEnd = more.isEmpty
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    }
    return bytes
  }

  /// The next bytes, fewer than `count` only at the end of the file.
  private func piece(upTo count: Int) throws(FileError.Reason) -> [UInt8] {
    var failure: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let room = UnsafeMutableRawBufferPointer(buffer)
      do throws(Errno) {
        while filled < count {
          let got = try read(into: UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
          if got == 0 { break }
          filled += got
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw .system(failure) }
    return bytes
  }
}
