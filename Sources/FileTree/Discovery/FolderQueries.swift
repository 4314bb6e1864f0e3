extension Discovery {
  /// Whether a folder is there, links followed.
  package static func isFolder(_ path: String) -> Bool {
    (try? FileStatus(at: path))?.kind == .folder
  }

  /// Whether a folder is there, links followed, or something that cannot be looked at now: for those who
  /// wait for changes of it, and would never see any.
  package static func mayBeFolder(_ path: String) -> Bool {
    do throws(Errno) {
      return try FileStatus(at: path).kind == .folder
    } catch {
      return error != .notFound && error != .notFolder
    }
  }

  /// Whether a link is there, wherever it leads.
  package static func isLink(_ path: String) -> Bool {
    (try? FileStatus(at: path, followingLinks: false))?.kind == .link
  }

  /// The state that a file is in, links followed; nil when nothing is there.
  package static func stamp(of path: String) -> FileStamp? {
    (try? FileStatus(at: path)).map { FileStamp($0) }
  }

  /// Whether something is there, links followed; for those who must not take a disk that fails for an
  /// empty one.
  package static func has(_ path: String) throws(FileError) -> Bool {
    do throws(Errno) {
      _ = try FileStatus(at: path)
      return true
    } catch .notFound, .notFolder {
      return false
    } catch {
      throw FileError(.read, path, .system(error))
    }
  }

  /// The names of what is right in a folder, in their order, but for those that begin with `.` or
  /// `_`.
  package static func names(in folder: String) throws(FileError) -> [String] {
    do throws(Errno) {
      let listing = try FolderListing(nil, in: Folder(at: folder))
      var names: [String] = []
      while let entry = try listing.next() {
        let isHidden =
          entry.name.first == UInt8(ascii: ".") || entry.name.first == UInt8(ascii: "_")
        if !isHidden, let name = String(validating: entry.name, as: UTF8.self) {
          names.append(name)
        }
      }
      return names.sorted()
    } catch {
      throw FileError(.list, folder, .system(error))
    }
  }

  /// The absolute path without links; nil when nothing is there.
  package static func realPath(of path: String) -> String? { try? RealPath.of(path) }

  /// Whether `path`, which need not exist, lies in `folder` or is it, links followed.
  package static func lies(_ path: String, in folder: String) -> Bool {
    guard let folder = realPath(of: folder) else { return false }
    var existing = path
    while true {
      if let real = realPath(of: existing.isEmpty ? "." : existing) {
        return real == folder || real.hasPrefix(folder == "/" ? folder : folder + "/")
      }
      guard let slash = existing.lastIndex(of: "/") else {
        existing = ""
        continue
      }
      existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
    }
  }
}
