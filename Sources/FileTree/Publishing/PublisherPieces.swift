#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Publisher {
  /// Writes a file piece by piece, so that it is never held whole.
  /// - Parameters:
  ///   - count: How many pieces there are.
  ///   - piece: Makes one; asked from 0 on in their order, perhaps twice, and answers alike.
  package func write(
    _ path: String, pieces count: Int, _ piece: (Int) throws(PublishError) -> [UInt8]
  ) throws(PublishError) {
    do throws(PublishError) {
      let path = try checked(path)
      if let old, isOurs(path), try Self.holds(count, piece, old, path) {
        return try keep(path, from: old)
      }
      let file = try create(path)
      for number in 0..<count {
        let bytes = try piece(number)
        do throws(Errno) { try file.write(bytes: bytes) } catch {
          throw .file(FileError(.write, path.text, .system(error)))
        }
      }
      do throws(Errno) { try file.close() } catch {
        throw .file(FileError(.write, path.text, .system(error)))
      }
    } catch {
      throw noted(error)
    }
  }

  /// A file that this publisher has written or kept; nil where there is none, or it cannot be read.
  package func contents(of path: String) -> [UInt8]? {
    guard let path = RelativePath(checking: path), let claim = table[path] else { return nil }
    let folder: Folder? =
      switch claim {
      case .folder: nil
      case .written, .kept: staging.tree
      case .deferred: old
      }
    guard let folder else { return nil }
    return try? FileReader.read(path, in: folder, limit: Int.max)
  }

  /// A file of the site before, where a build wrote it; nil where there is none.
  package func former(_ path: String) -> [UInt8]? {
    guard let old, let path = RelativePath(checking: path), isOurs(path) else { return nil }
    return try? FileReader.read(path, in: old, limit: Int.max)
  }

  private static func holds(
    _ count: Int, _ piece: (Int) throws(PublishError) -> [UInt8], _ old: Folder,
    _ path: RelativePath
  ) throws(PublishError) -> Bool {
    guard let file = try? old.openFile(path), let status = try? file.status(), status.kind == .file
    else { return false }
    var size = 0
    for number in 0..<count {
      let bytes = try piece(number)
      guard (try? file.holdsNext(bytes)) == true else { return false }
      size += bytes.count
    }
    return size == status.size
  }
}

extension FileDescriptor {
  /// Whether the bytes that are read next are these.
  fileprivate func holdsNext(_ bytes: [UInt8]) throws(Errno) -> Bool {
    var same = Result<Bool, Errno>.success(true)
    withUnsafeTemporaryAllocation(byteCount: max(1, bytes.count), alignment: 16) { buffer in
      same = Result { () throws(Errno) in
        var filled = 0
        while filled < bytes.count {
          let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<bytes.count])
          let count = try read(into: rest)
          if count == 0 { return false }
          filled += count
        }
        return bytes.withUnsafeBytes { bytes in
          guard let one = buffer.baseAddress, let other = bytes.baseAddress else { return true }
          return memcmp(one, other, filled) == 0
        }
      }
    }
    return try same.get()
  }
}
