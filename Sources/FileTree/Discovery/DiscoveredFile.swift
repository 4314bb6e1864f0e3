package import Diagnostics

/// A regular file that discovery found.
package struct DiscoveredFile: Hashable, Sendable {
  /// From the root, with `/` between its parts.
  package let path: String
  /// Bytes.
  package let size: Int
  /// When its content last changed, in nanoseconds since 1970.
  package let modified: Int64
  /// When anything about the file last changed, in nanoseconds since 1970.
  package let statusChanged: Int64
  package let inode: UInt64

  package init(path: String, size: Int, modified: Int64, statusChanged: Int64, inode: UInt64) {
    self.path = path
    self.size = size
    self.modified = modified
    self.statusChanged = statusChanged
    self.inode = inode
  }
}

/// What tells one state of a file from another without reading it.
package struct FileStamp: Hashable, Sendable {
  package let size: Int
  package let modified: Int64
  package let statusChanged: Int64
  package let inode: UInt64

  /// The later of both times.
  package var youngest: Int64 { max(modified, statusChanged) }

  init(_ status: FileStatus) {
    size = status.size
    modified = status.modified
    statusChanged = status.statusChanged
    inode = status.identity.inode
  }

  package init(_ file: DiscoveredFile) {
    size = file.size
    modified = file.modified
    statusChanged = file.statusChanged
    inode = file.inode
  }
}

/// All files below one folder, by the bytes of their paths, and what was wrong on the way.
package struct DiscoveredTree: Sendable {
  package var files: [DiscoveredFile]
  /// The paths of what is there and could not be looked at, the root as the empty path: folders that
  /// could not be listed, among others.
  package var unreadable: [String]
  package var diagnostics: [Diagnostic]

  package init(
    files: [DiscoveredFile], unreadable: [String] = [], diagnostics: [Diagnostic]
  ) {
    self.files = files
    self.unreadable = unreadable
    self.diagnostics = diagnostics
  }
}
