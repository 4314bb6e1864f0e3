/// One thing right in a folder.
package struct FolderMember: Equatable, Sendable {
  package enum Kind: Sendable {
    case file, folder, link, other
  }

  package let name: String
  package let kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension Discovery {
  /// Everything right in a folder, in no order, but for names that are no UTF-8.
  package static func members(of folder: String) throws(FileError) -> [FolderMember] {
    do throws(Errno) {
      let listing = try FolderListing(nil, in: Folder(at: folder))
      var members: [FolderMember] = []
      while let entry = try listing.next() {
        guard let name = String(validating: entry.name, as: UTF8.self) else { continue }
        // It may be gone already.
        guard let kind = try? entry.kind ?? listing.status(of: entry).kind else { continue }
        members.append(FolderMember(name: name, kind: FolderMember.Kind(kind)))
      }
      return members
    } catch {
      throw FileError(.list, folder, .system(error))
    }
  }

  /// The regular file at a path, links followed; nil where there is none.
  package static func file(at path: String) -> DiscoveredFile? {
    guard let status = try? FileStatus(at: path), status.kind == .file else { return nil }
    return DiscoveredFile(
      path: path, size: status.size, modified: status.modified,
      statusChanged: status.statusChanged, inode: status.identity.inode)
  }

  /// When the content of a file or folder last changed, links followed, in nanoseconds since 1970;
  /// nil where nothing is there.
  package static func modified(at path: String) -> Int64? {
    (try? FileStatus(at: path))?.modified
  }
}

extension FolderMember.Kind {
  fileprivate init(_ kind: FileStatus.Kind) {
    self =
      switch kind {
      case .file: .file
      case .folder: .folder
      case .link: .link
      case .other: .other
      }
  }
}
