extension Discovery {
  /// Whether a folder is there, links followed.
  package static func isFolder(_ path: String) -> Bool {
    (try? FileStatus(at: path))?.kind == .folder
  }

  /// The absolute path without links; nil when nothing is there.
  package static func realPath(of path: String) -> String? { try? RealPath.of(path) }
}
