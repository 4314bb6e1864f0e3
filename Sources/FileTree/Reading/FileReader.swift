/// Reads whole files below one folder. Shared by every thread.
package struct FileReader: Sendable {
  private let folder: Folder
  /// Texts that stand for files, by their paths.
  private let standIns: [String: [UInt8]]

  /// - Parameters:
  ///   - root: The folder that paths are seen from.
  ///   - standIns: Texts that are read in the place of files, by their paths from the root: what an
  ///     editor holds and has not saved.
  package init(root: String, standIns: [String: [UInt8]] = [:]) throws(FileError) {
    do { folder = try Folder(at: root) } catch { throw FileError(.list, root, .system(error)) }
    self.standIns = standIns
  }

  /// The bytes of a file, links followed. A file that changes meanwhile gives what was there while
  /// it was read.
  /// - Parameters:
  ///   - path: Relative to the root, as discovery gives it.
  ///   - limit: The most bytes allowed; a longer file is an error.
  package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    if !standIns.isEmpty, let text = standIns[path] { return text }
    do throws(FileError.Reason) {
      guard let path = RelativePath(checking: path) else { throw FileError.Reason.badPath }
      return try Self.read(path, in: folder, limit: limit)
    } catch {
      throw FileError(.read, path, error)
    }
  }

  /// The bytes of the file at any path, links followed; for the few files that lie below no common
  /// folder.
  package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    do throws(FileError.Reason) {
      guard !path.utf8.contains(0) else { throw FileError.Reason.badPath }
      let file: FileDescriptor
      do { file = try FileDescriptor(readingFrom: path) } catch { throw .system(error) }
      return try file.contents(limit: limit)
    } catch {
      throw FileError(.read, path, error)
    }
  }

  /// Opens the file at any path, links followed, for a caller who closes the descriptor.
  package static func open(_ path: String) throws(FileError) -> CInt {
    guard !path.utf8.contains(0) else { throw FileError(.read, path, .badPath) }
    do throws(Errno) {
      return try FileDescriptor(readingFrom: path).release()
    } catch {
      throw FileError(.read, path, .system(error))
    }
  }

  static func read(
    _ path: RelativePath, in folder: Folder, limit: Int
  ) throws(FileError.Reason) -> [UInt8] {
    let file: FileDescriptor
    do { file = try folder.openFile(path, followingLinks: true) } catch { throw .system(error) }
    return try file.contents(limit: limit)
  }
}
