/// Where a symbolic link of the input leads, and so whether it may be followed.
enum LinkJudgement {
  case file(FileStatus)
  case folder
  /// Back to a folder above the link, or round in a circle.
  case loop
  case dangling
  case outside(target: String)
  /// To a pipe, a socket or a device.
  case other

  init(_ path: RelativePath, in walk: TreeWalk) throws(Errno) {
    let root = walk.realRoot == "/" ? "" : walk.realRoot
    do {
      let target = try RealPath.of(root + "/" + path.text)
      let boundary = walk.realBoundary == "/" ? "" : walk.realBoundary
      // A folder that holds the root would be entered for ever.
      let isInside =
        Self.holds(boundary, target)
        && (Self.holds(root, target) || !Self.holds(target, walk.realRoot))
      guard isInside else {
        self = .outside(target: target)
        return
      }
      let status = try walk.root.status(of: path, followingLinks: true)
      switch status.kind {
      case .file: self = .file(status)
      case .folder: self = try Self.isAbove(path, status, in: walk) ? .loop : .folder
      case .link, .other: self = .other
      }
    } catch {
      switch error {
      case .notFound, .notFolder: self = .dangling
      case .linkLoop: self = .loop
      default: throw error
      }
    }
  }

  private static func holds(_ folder: String, _ path: String) -> Bool {
    path == folder || path.utf8.starts(with: (folder + "/").utf8)
  }

  /// Whether the folder a link leads to is one of those the link was reached through.
  private static func isAbove(
    _ path: RelativePath, _ target: FileStatus, in walk: TreeWalk
  ) throws(Errno) -> Bool {
    if try walk.root.status().identity == target.identity { return true }
    var above = path.parent
    while let folder = above {
      let status = try walk.root.status(of: folder, followingLinks: true)
      if status.identity == target.identity { return true }
      above = folder.parent
    }
    return false
  }
}
