/// Writing a few files that a person asked for, beside what is there: all of them, or none where
/// one is in the way.
package enum NewFiles {
  package struct File: Sendable {
    /// Relative to the folder.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, text: String) {
      self.path = path
      bytes = Array(text.utf8)
    }

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Writes files below `folder`, which is made where it is missing.
  /// - Parameter replacing: Whether they take the place of files that are there, each in one step;
  ///   else one that is there is an error before anything is written.
  package static func write(
    _ files: [File], in folder: String, replacing: Bool
  ) throws(FileError) {
    let target = try made(folder)
    for file in files where !replacing {
      guard let path = RelativePath(checking: file.path) else {
        throw FileError(.write, file.path, .badPath)
      }
      if (try? target.status(of: path)) != nil {
        throw FileError(.write, "\(folder)/\(file.path)", .system(.alreadyExists))
      }
    }
    for file in files {
      do throws(FileError.Reason) {
        guard let path = RelativePath(checking: file.path) else { throw FileError.Reason.badPath }
        do throws(Errno) {
          try target.makeParents(of: path)
          if replacing {
            try target.put(file.bytes, replacing: path)
          } else {
            let descriptor = try target.createFile(path)
            try descriptor.write(bytes: file.bytes)
            try descriptor.close()
          }
        } catch {
          throw .system(error)
        }
      } catch {
        throw FileError(.write, "\(folder)/\(file.path)", error)
      }
    }
  }

  /// The folder at a path, made with those above it.
  private static func made(_ folder: String) throws(FileError) -> Folder {
    do throws(Errno) {
      if !folder.isEmpty, folder != "." {
        let isAbsolute = folder.hasPrefix("/")
        var path = isAbsolute ? "" : "."
        for part in folder.split(separator: "/") {
          path += "/" + part
          do throws(Errno) {
            try Folder(at: isAbsolute ? "/" : ".").makeFolder(
              RelativePath(trusted: path.utf8.drop { $0 == UInt8(ascii: "/") }))
          } catch  where error == .alreadyExists {
            // Right so.
          }
        }
      }
      return try Folder(at: folder.isEmpty ? "." : folder)
    } catch {
      throw FileError(.write, folder, .system(error))
    }
  }
}
