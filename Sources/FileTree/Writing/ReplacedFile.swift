/// Writing one file of the program's own, such as a cache: whole or not at all.
package enum ReplacedFile {
  /// Writes the file at a path; who reads it meanwhile finds the old one or the new one.
  /// - Parameter mark: How every file of this kind begins. One that is there and begins otherwise is
  ///   somebody else's, and an error.
  package static func write(
    _ bytes: [UInt8], to path: String, replacingWhatBeginsWith mark: String
  ) throws(FileError) {
    do throws(FileError.Reason) {
      guard !path.utf8.contains(0) else { throw .badPath }
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
      let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
      guard let target = RelativePath(checking: name.utf8) else { throw .badPath }
      do throws(Errno) {
        let folder = try Folder(at: parent)
        guard try isOurs(target, in: folder, mark) else { throw .alreadyExists }
        let draft = RelativePath(trusted: ".\(name).\(UInt32.random(in: 0 ... .max))".utf8)
        do throws(Errno) {
          let file = try folder.createFile(draft)
          try file.write(bytes: bytes)
          try file.close()
          try folder.rename(draft, into: folder, as: target)
        } catch {
          try? folder.removeFile(draft)
          throw error
        }
      } catch {
        throw .system(error)
      }
    } catch {
      throw FileError(.write, path, error)
    }
  }

  /// Whether nothing is lost when the file is written over.
  private static func isOurs(
    _ path: RelativePath, in folder: Folder, _ mark: String
  ) throws(Errno) -> Bool {
    do throws(Errno) {
      guard try folder.status(of: path, followingLinks: true).kind == .file else { return false }
    } catch {
      if error == .notFound { return true }
      throw error
    }
    let file = try folder.openFile(path, followingLinks: true)
    let mark = Array(mark.utf8)
    return try withUnsafeTemporaryAllocation(byteCount: mark.count, alignment: 1) {
      (buffer) throws(Errno) in
      let count = try file.read(into: buffer)
      return count == 0 || buffer.prefix(count).elementsEqual(mark)
    }
  }
}
