import Synchronization

/// Every path of the new site and what it is, filled by several threads at once.
///
/// Split into shards, each with its own lock, so that threads rarely meet.
struct PathTable: Sendable {
  enum Claim: Sendable {
    case folder
    /// A file with new content, staged.
    case written
    /// A file whose old content stays, staged by a second link.
    case kept
    /// The same, not staged: nothing else has changed so far, and perhaps nothing will.
    case deferred

    var isFile: Bool { self != .folder }
  }

  private final class Shard: Sendable {
    let claims = Mutex<[RelativePath: Claim]>([:])
  }

  private let shards: [Shard] = (0..<64).map { _ in Shard() }

  /// Enters a file and the folders above it.
  /// - Returns: whether its folder was entered for the first time, and so is likely not made yet.
  func claim(_ path: RelativePath, _ claim: Claim) throws(PublishError) -> Bool {
    switch enter(path, claim) {
    case nil: break
    case .folder: throw .fileAndFolder(path.text)
    case .written, .kept, .deferred: throw .writtenTwice(path.text)
    }
    var isNew = false
    var above = path.parent
    while let folder = above {
      let earlier = enter(folder, .folder)
      if earlier == .folder { return isNew }
      if earlier != nil { throw .fileAndFolder(folder.text) }
      isNew = true
      above = folder.parent
    }
    return isNew
  }

  subscript(path: RelativePath) -> Claim? {
    shard(of: path).claims.withLock { $0[path] }
  }

  /// Whether some folder above `path` is to be a file.
  func isBelowFile(_ path: RelativePath) -> Bool {
    var above = path.parent
    while let folder = above {
      if let claim = self[folder] { return claim.isFile }
      above = folder.parent
    }
    return false
  }

  /// All files, by the bytes of their paths.
  func files() -> [NewFile] {
    var files: [NewFile] = []
    for shard in shards {
      shard.claims.withLock { claims in
        for (path, claim) in claims where claim.isFile {
          files.append(NewFile(path: path, claim: claim))
        }
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// - Returns: what the path was before, nil if it was free; then nothing is changed.
  private func enter(_ path: RelativePath, _ claim: Claim) -> Claim? {
    shard(of: path).claims.withLock { claims in
      if let earlier = claims[path] { return earlier }
      claims[path] = claim
      return nil
    }
  }

  private func shard(of path: RelativePath) -> Shard {
    shards[path.spread(over: shards.count)]
  }
}
