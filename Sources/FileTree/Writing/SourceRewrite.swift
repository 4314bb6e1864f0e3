/// Rewriting a file that a person wrote: it holds the old bytes or the new ones, never a part, and
/// never what somebody else wrote meanwhile.
///
/// The new bytes go to a temporary file beside it, which takes its place when they are on the disk.
/// Mode and owner stay; other names of the same file (hard links) keep the old bytes. `EditPlan`
/// makes the bytes from fixes, and `UnifiedDiff` shows them beforehand.
package enum SourceRewrite {
  /// Writes `new` where `old` stands.
  /// - Parameters:
  ///   - path: The file as findings name it. Where it is a link, or lies behind one, what the link
  ///     leads to is rewritten.
  ///   - root: The folder that the file must lie in when all links are followed.
  ///   - old: What the file held when the change was thought up. If it holds anything else now,
  ///     nothing is written.
  package static func write(
    _ new: [UInt8], to path: String, in root: String, replacing old: [UInt8]
  ) throws(FileError) {
    do throws(FileError.Reason) {
      guard !path.utf8.contains(0) else { throw FileError.Reason.badPath }
      let place = try SourcePlace(path, in: root)
      let status = try place.check(old)
      if new != old { try place.write(new, replacing: old, like: status) }
    } catch {
      throw FileError(.replace, path, error)
    }
  }
}

/// A file's real folder, and its name there.
private struct SourcePlace {
  private let folder: Folder
  private let name: RelativePath

  init(_ path: String, in root: String) throws(FileError.Reason) {
    let real = try system { () throws(Errno) in try RealPath.bytes(of: path) }
    var inside = try system { () throws(Errno) in try RealPath.bytes(of: root) }
    if inside.last != UInt8(ascii: "/") { inside.append(UInt8(ascii: "/")) }
    guard real.starts(with: inside) else {
      throw .outside(target: String(decoding: real, as: UTF8.self))
    }
    let below = RelativePath(trusted: real.dropFirst())
    name = RelativePath(trusted: below.name)
    folder = try system { () throws(Errno) in
      let top = try Folder(at: "/")
      guard let parent = below.parent else { return top }
      return try Folder(parent, in: top)
    }
  }

  /// The file's status, when it may be written to and holds what is expected.
  func check(_ old: [UInt8]) throws(FileError.Reason) -> FileStatus {
    let file = try system { () throws(Errno) in try folder.openToChange(name) }
    let status = try system { () throws(Errno) in try file.status() }
    guard status.kind == .file else { throw .notRegular }
    let isSame = try system { () throws(Errno) in try file.holds(bytes: old) }
    guard isSame else { throw .changed }
    return status
  }

  func write(
    _ new: [UInt8], replacing old: [UInt8], like status: FileStatus
  ) throws(FileError.Reason) {
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    // Discovery leaves out names that begin with a dot, should this one ever be left behind.
    let draft = name.sibling(named: ".turnbook-draft-" + number)
    do throws(FileError.Reason) {
      try system { () throws(Errno) in try make(draft, new, like: status) }
      // Writing took its time; an editor may have been faster.
      _ = try check(old)
      try system { () throws(Errno) in try folder.rename(draft, into: folder, as: name) }
    } catch {
      try? folder.removeFile(draft)
      throw error
    }
    try system { () throws(Errno) in try folder.synchronize() }
  }

  private func make(
    _ draft: RelativePath, _ bytes: [UInt8], like status: FileStatus
  ) throws(Errno) {
    // Nobody else may read it before it has the mode of the file that it will replace.
    let file = try folder.createFile(draft, mode: 0o600)
    try file.write(bytes: bytes)
    try file.takeOwner(of: status)
    try file.setMode(status.mode)
    try file.synchronize()
    try file.close()
  }
}

/// A call whose failure is the operating system's.
private func system<Value: ~Copyable>(
  _ call: () throws(Errno) -> Value
) throws(FileError.Reason) -> Value {
  do throws(Errno) { return try call() } catch { throw .system(error) }
}
