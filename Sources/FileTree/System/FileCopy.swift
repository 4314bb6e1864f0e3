#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which side of a copy failed.
enum CopyFailure: Error {
  case reading(Errno)
  case writing(Errno)

  var failure: Errno {
    switch self {
    case .reading(let failure), .writing(let failure): failure
    }
  }
}

extension FileDescriptor {
  /// The bytes of one read; more at once are no faster.
  private static var chunk: Int { 64 * 1024 }

  /// Writes everything from where this file stands to its end into another.
  func copy(to other: borrowing FileDescriptor) throws(CopyFailure) {
    try withUnsafeTemporaryAllocation(byteCount: Self.chunk, alignment: 16) {
      (buffer) throws(CopyFailure) in
      while true {
        let count: Int
        do throws(Errno) { count = try read(into: buffer) } catch { throw .reading(error) }
        if count == 0 { return }
        do throws(Errno) {
          try other.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        } catch {
          throw .writing(error)
        }
      }
    }
  }

  /// Whether this is a regular file that holds exactly `bytes`.
  func holds(_ bytes: UnsafeRawBufferPointer) throws(Errno) -> Bool {
    let status = try status()
    guard status.kind == .file, status.size == bytes.count else { return false }
    return try withUnsafeTemporaryAllocation(
      byteCount: min(Self.chunk, max(1, bytes.count)), alignment: 16
    ) { (buffer) throws(Errno) in
      var offset = 0
      while offset < bytes.count {
        let count = min(try read(into: buffer, at: offset), bytes.count - offset)
        guard count > 0, Self.areEqual(buffer, bytes[offset...], count) else { return false }
        offset += count
      }
      return true
    }
  }

  /// The same for bytes in an array.
  func holds(bytes: [UInt8]) throws(Errno) -> Bool {
    var answer = Result<Bool, Errno>.success(false)
    bytes.withUnsafeBytes { raw in
      answer = Result { () throws(Errno) in try holds(raw) }
    }
    return try answer.get()
  }

  /// Whether both are regular files with the same bytes. Where they stand is not changed.
  func holdsSame(as other: borrowing FileDescriptor) throws(Errno) -> Bool {
    let size = try status().size
    let otherStatus = try other.status()
    guard otherStatus.kind == .file, otherStatus.size == size else { return false }
    return try withUnsafeTemporaryAllocation(byteCount: 2 * Self.chunk, alignment: 16) {
      (buffers) throws(Errno) in
      let mine = UnsafeMutableRawBufferPointer(rebasing: buffers[..<Self.chunk])
      let theirs = UnsafeMutableRawBufferPointer(rebasing: buffers[Self.chunk...])
      var offset = 0
      while true {
        let count = try read(into: mine, at: offset)
        if count == 0 { return offset == size }
        let otherCount = try other.read(into: theirs, at: offset)
        // A file that changes meanwhile may give less; then it is not the same.
        guard otherCount == count,
          Self.areEqual(mine, UnsafeRawBufferPointer(theirs)[...], count)
        else { return false }
        offset += count
      }
    }
  }

  private static func areEqual(
    _ left: UnsafeMutableRawBufferPointer, _ right: Slice<UnsafeRawBufferPointer>, _ count: Int
  ) -> Bool {
    let right = UnsafeRawBufferPointer(rebasing: right)
    guard let left = left.baseAddress, let right = right.baseAddress else { return count == 0 }
    return memcmp(left, right, count) == 0
  }
}

extension Folder {
  /// Whether a path holds a regular file with exactly these bytes; what cannot be read does not.
  func holds(_ bytes: UnsafeRawBufferPointer, at path: RelativePath) -> Bool {
    do throws(Errno) { return try openFile(path).holds(bytes) } catch { return false }
  }

  /// Whether a path holds a regular file with the same bytes as an open one.
  func holdsSame(_ path: RelativePath, as file: borrowing FileDescriptor) -> Bool {
    do throws(Errno) { return try file.holdsSame(as: openFile(path)) } catch { return false }
  }

  /// Whether both paths hold regular files with the same bytes.
  func holdsSame(_ path: RelativePath, as other: Folder) -> Bool {
    do throws(Errno) {
      let file = try openFile(path)
      guard try file.status().kind == .file else { return false }
      return try file.holdsSame(as: try other.openFile(path))
    } catch {
      return false
    }
  }

  /// Makes a file, and the folders above it if they are missing.
  /// - Parameter expectingFolder: Whether its folder is likely there; only a guess that saves a
  ///   call.
  func createFile(
    _ path: RelativePath, expectingFolder: Bool
  ) throws(Errno) -> FileDescriptor {
    if !expectingFolder { try makeParents(of: path) }
    do { return try createFile(path) } catch { guard error == .notFound else { throw error } }
    try makeParents(of: path)
    return try createFile(path)
  }

  func copyContent(of path: RelativePath, to file: borrowing FileDescriptor) throws(Errno) {
    let original = try openFile(path)
    do throws(CopyFailure) { try original.copy(to: file) } catch { throw error.failure }
  }

  /// Lets a file, a link or whatever stands at `path` stand in another folder too: by a second link
  /// to it, or by a copy where that is not possible.
  /// - Parameter expectingFolder: As for `createFile`.
  func carry(
    _ path: RelativePath, into folder: Folder, expectingFolder: Bool
  ) throws(Errno) {
    if !expectingFolder { try folder.makeParents(of: path) }
    do { return try link(path, into: folder, as: path) } catch {
      if error == .notFound {
        try folder.makeParents(of: path)
        do { return try link(path, into: folder, as: path) } catch {}
      } else if error == .alreadyExists {
        throw error
      }
    }
    let status = try status(of: path)
    if status.kind == .link {
      return try folder.makeLink(path, to: target(ofLink: path))
    }
    let copy = try folder.createFile(path, expectingFolder: true)
    try copyContent(of: path, to: copy)
    try copy.setMode(status.mode)
    try copy.close()
  }
}
