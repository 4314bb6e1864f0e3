/// The beginning of a publication: the output found and locked, leftovers of killed runs dealt
/// with, a staging folder made. Nothing of it remains if a part fails.
struct PublishStart {
  let place: OutputPlace
  let lock: PublishLock
  let old: Folder?
  /// nil if no build has written the output yet.
  let manifest: Manifest?
  let staging: Staging

  init(output: String, patience: Duration) throws(PublishError) {
    if let error = OutputCheck.error(output: output, inputs: []) { throw error }
    let place: OutputPlace
    do { place = try OutputPlace(output) } catch {
      throw .file(FileError(.write, output, .system(error)))
    }
    do throws(PublishError) {
      let (lock, workplace) = try Self.lock(place, patience)
      do throws(Errno) {
        old = try place.openOutput()
      } catch {
        throw PublishError.file(FileError(.list, place.path, .system(error)))
      }
      try Self.clear(.beside(place), old, place)
      if let old { try Self.clear(.inside(old), old, place) }
      manifest = try old.flatMap { (old) throws(PublishError) in try Self.manifest(of: old, place) }
      do throws(Errno) { staging = try Staging(in: workplace) } catch {
        throw PublishError.file(FileError(.write, place.path, .system(error)))
      }
      self.lock = lock
      self.place = place
    } catch {
      place.removeMadeParents()
      throw error
    }
  }

  /// Locks beside the output if staging there makes sense, else inside it.
  private static func lock(
    _ place: OutputPlace, _ patience: Duration
  ) throws(PublishError) -> (PublishLock, Workplace) {
    let beside = Workplace.beside(place)
    do throws(PublishLock.Failure) {
      let output = try? place.openOutput()
      if let output, isMount(output, in: place.parent) {
        let inside = Workplace.inside(output)
        return (try PublishLock(inside.lock, in: output, patience: patience), inside)
      }
      do throws(PublishLock.Failure) {
        return (try PublishLock(beside.lock, in: beside.folder, patience: patience), beside)
      } catch {
        guard let output, case .system(let failure) = error, failure.forbidsNewEntries else {
          throw error
        }
        let inside = Workplace.inside(output)
        return (try PublishLock(inside.lock, in: output, patience: patience), inside)
      }
    } catch {
      switch error {
      case .held(let process): throw .locked(output: place.path, process: process)
      case .system(let failure): throw .file(FileError(.lock, place.path, .system(failure)))
      }
    }
  }

  private static func isMount(_ output: Folder, in parent: Folder) -> Bool {
    guard let inside = try? output.status(), let outside = try? parent.status() else {
      return false
    }
    return inside.identity.device != outside.identity.device
  }

  /// Finishes what a killed run had decided, and removes what it had not.
  private static func clear(
    _ workplace: Workplace, _ old: Folder?, _ place: OutputPlace
  ) throws(PublishError) {
    // A folder that cannot be listed or emptied only costs space.
    for left in (try? Staging.leftBehind(in: workplace)) ?? [] {
      if let old, let tree = left.tree, let journal = Journal(in: left.container) {
        try RollForward(tree: tree, output: old, path: place.path).run(journal)
      }
      try? left.remove()
    }
  }

  private static func manifest(
    of old: Folder, _ place: OutputPlace
  ) throws(PublishError) -> Manifest? {
    let path = place.path + "/" + ReservedName.manifest.text
    let text: [UInt8]
    do { text = try FileReader.read(ReservedName.manifest, in: old, limit: .max) } catch {
      if error == .system(.notFound) { return nil }
      throw .file(FileError(.read, path, error))
    }
    guard let manifest = Manifest(parsing: text) else { throw .damagedManifest(path) }
    return manifest
  }
}
