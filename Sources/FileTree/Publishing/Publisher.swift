import Synchronization

/// Writes a whole site beside the old one and puts it in its place in one step, or not at all.
///
/// `begin`, then any number of `write` and `copy` from any threads, then `commit` or `abandon`.
/// Files that are as before are not written again. Whatever fails, or however the run ends, the old
/// site stands until the new one does.
package final class Publisher: Sendable {
  let place: OutputPlace
  /// The folder that is to be replaced, nil if there is none.
  let old: Folder?
  let staging: Staging
  /// What the last build wrote; nil if none has.
  let manifest: Manifest?
  let table = PathTable()
  /// Whether the site cannot or shall not be exchanged as a whole.
  let isFileByFile: Bool
  let didReach: @Sendable (PublishStep) throws(PublishError) -> Void
  let lock: PublishLock
  private let isChanged: Atomic<Bool>
  private let isOpen = Atomic<Bool>(true)
  /// The first write that failed: such a site is not published.
  private let failure = Mutex<PublishError?>(nil)

  /// Locks the output, finishes or clears away what a killed run left, and makes a staging folder.
  /// - Parameters:
  ///   - output: A folder, a link to one, or a path where none is yet.
  ///   - patience: How long to wait for another build that writes the same output.
  ///   - fileByFile: Keeps the output folder itself, at the price of the one step; for a folder
  ///     that something else holds open, such as a container.
  package static func begin(
    output: String, patience: Duration = .seconds(10), fileByFile: Bool = false
  ) throws(PublishError) -> Publisher {
    try Publisher(output: output, patience: patience, fileByFile: fileByFile) { _ in }
  }

  init(
    output: String, patience: Duration = .zero, fileByFile: Bool = false,
    didReach: @escaping @Sendable (PublishStep) throws(PublishError) -> Void
  ) throws(PublishError) {
    let start = try PublishStart(output: output, patience: patience)
    place = start.place
    old = start.old
    lock = start.lock
    staging = start.staging
    manifest = start.manifest
    isFileByFile = fileByFile || start.staging.workplace.isInsideOutput
    isChanged = Atomic(start.manifest == nil)
    self.didReach = didReach
  }

  deinit { abandon() }

  /// Writes one file of the site; folders are made as needed. Safe from several threads at once.
  /// - Parameter path: Relative to the output, with `/` between its parts.
  package func write(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(PublishError) {
    do { try write(checked(path), UnsafeRawBufferPointer(bytes)) } catch { throw noted(error) }
  }

  package func write(_ path: String, _ bytes: [UInt8]) throws(PublishError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(PublishError) in try write(path, bytes) }
  }

  package func write(_ path: String, _ bytes: Span<UInt8>) throws(PublishError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(PublishError) in try write(path, bytes) }
  }

  /// Copies a file into the site. The copy shares nothing with the source: editing that does not
  /// change the site.
  /// - Parameter source: Any path to a regular file, links followed.
  package func copy(from source: String, to path: String) throws(PublishError) {
    do { try copy(source, checked(path)) } catch { throw noted(error) }
  }

  /// Removes the staging folder and leaves the output as it is. Does nothing after `commit`.
  package func abandon() {
    if close() { leave() }
  }

  /// Clears everything away that was made on the way, and lets the next publisher in.
  func leave() {
    try? staging.remove()
    lock.release()
    place.removeMadeParents()
  }

  private func write(
    _ path: RelativePath, _ bytes: UnsafeRawBufferPointer
  ) throws(PublishError) {
    if let old, isOurs(path), old.holds(bytes, at: path) { return try keep(path, from: old) }
    let file = try create(path)
    do {
      try file.write(bytes)
      try file.close()
    } catch {
      throw .file(FileError(.write, path.text, .system(error)))
    }
  }

  private func copy(_ source: String, _ path: RelativePath) throws(PublishError) {
    let original = try open(source)
    if let old, isOurs(path), old.holdsSame(path, as: original) { return try keep(path, from: old) }
    let file = try create(path)
    do throws(CopyFailure) { try original.copy(to: file) } catch {
      switch error {
      case .reading(let failure): throw .file(FileError(.read, source, .system(failure)))
      case .writing(let failure): throw .file(FileError(.write, path.text, .system(failure)))
      }
    }
    do { try file.close() } catch { throw .file(FileError(.write, path.text, .system(error))) }
  }

  private func open(_ source: String) throws(PublishError) -> FileDescriptor {
    do throws(Errno) {
      let file = try FileDescriptor(readingFrom: source)
      switch try file.status().kind {
      case .file: return file
      case .folder: throw .isFolder
      case .link, .other: break
      }
    } catch {
      throw .file(FileError(.read, source, .system(error)))
    }
    throw .file(FileError(.read, source, .notRegular))
  }

  func create(_ path: RelativePath) throws(PublishError) -> FileDescriptor {
    isChanged.store(true, ordering: .relaxed)
    let isNewFolder = try table.claim(path, .written)
    do {
      return try staging.tree.createFile(path, expectingFolder: !isNewFolder)
    } catch {
      // Where letter case does not count, two paths of the table can be one of the disk.
      if error == .alreadyExists { throw .writtenTwice(path.text) }
      if error == .notFolder { throw .fileAndFolder(path.text) }
      throw .file(FileError(.write, path.text, .system(error)))
    }
  }

  /// Lets an unchanged file stay. Until something has changed that costs nothing: perhaps nothing
  /// will.
  func keep(_ path: RelativePath, from old: Folder) throws(PublishError) {
    let isLinked = isChanged.load(ordering: .relaxed) && !isFileByFile
    let isNewFolder = try table.claim(path, isLinked ? .kept : .deferred)
    if isLinked { try link(path, from: old, expectingFolder: !isNewFolder) }
  }

  func link(
    _ path: RelativePath, from old: Folder, expectingFolder: Bool
  ) throws(PublishError) {
    do { try old.carry(path, into: staging.tree, expectingFolder: expectingFolder) } catch {
      throw .file(FileError(.write, path.text, .system(error)))
    }
  }

  func isOurs(_ path: RelativePath) -> Bool { manifest?.paths.contains(path) ?? false }

  func checked(_ path: String) throws(PublishError) -> RelativePath {
    guard let checked = RelativePath(checking: path), !ReservedName.isUsed(in: checked) else {
      throw .badPath(path)
    }
    return checked
  }

  func noted(_ error: PublishError) -> PublishError {
    failure.withLock { if $0 == nil { $0 = error } }
    return error
  }

  var firstFailure: PublishError? { failure.withLock { $0 } }
  var hasChanges: Bool { isChanged.load(ordering: .relaxed) }

  /// Whether the publisher was open until now.
  func close() -> Bool { isOpen.exchange(false, ordering: .relaxed) }
}
