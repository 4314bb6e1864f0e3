/// Renaming a file or folder together with new texts of other files: all of it or nothing.
///
/// The new texts are written beside the old ones first; when all are on the disk, `.turnbook-move`
/// says what is left to do, and whoever finds it carries it out. Every step may be done twice.
package struct Relocation: Sendable {
  package struct Text: Sendable {
    /// Relative to the root, before the renaming.
    package var path: String
    /// What the file held when the change was thought up.
    package var old: [UInt8]
    package var new: [UInt8]

    package init(path: String, old: [UInt8], new: [UInt8]) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  /// What is being done, in the words of the person who asked for it; one line.
  package var words: String
  package var texts: [Text]
  /// The paths of what is renamed, relative to the root; nil where nothing is.
  package var entry: (from: String, to: String)?

  package init(words: String, texts: [Text], entry: (from: String, to: String)?) {
    self.words = words
    self.texts = texts
    self.entry = entry
  }

  /// Why nothing, or only a part, was done.
  package enum Failure: Error, Sendable {
    /// Nothing has changed.
    case nothingDone(FileError)
    /// The rest is written down, and done by `finish`.
    case halfDone(FileError)
  }

  /// - Parameters:
  ///   - root: The folder that everything lies in. Links below it are not followed.
  ///   - didStep: Called after each change that can be seen.
  package func run(
    in root: String, didStep: () throws(FileError) -> Void = { () throws(FileError) in }
  ) throws(Failure) {
    let folder: Folder
    let journal: MoveJournal
    do throws(FileError) {
      folder = try Self.open(root)
      journal = try prepare(in: folder)
    } catch {
      throw .nothingDone(error)
    }
    do throws(FileError) {
      try journal.carryOut(in: folder, didStep: didStep)
    } catch {
      throw .halfDone(error)
    }
  }

  /// Finishes what was interrupted, or clears away what was only begun.
  /// - Returns: its words, and whether it is done now rather than never begun; nil where nothing was
  ///   interrupted.
  package static func finish(
    in root: String
  ) throws(Failure) -> (words: String, isDone: Bool)? {
    let folder: Folder
    do throws(FileError) { folder = try open(root) } catch { throw .nothingDone(error) }
    guard let journal = MoveJournal(in: folder) else {
      guard (try? folder.status(of: MoveJournal.name)) != nil else { return nil }
      throw .halfDone(FileError(.read, MoveJournal.name.text, .changed))
    }
    do throws(FileError) {
      if journal.isReady { try journal.carryOut(in: folder) } else { journal.clear(in: folder) }
    } catch {
      throw .halfDone(error)
    }
    return (journal.words, journal.isReady)
  }

  /// Whether a move in this folder was interrupted.
  package static func isInterrupted(in root: String) -> Bool {
    guard let folder = try? open(root) else { return false }
    return (try? folder.status(of: MoveJournal.name)) != nil
  }

  private static func open(_ root: String) throws(FileError) -> Folder {
    do throws(Errno) { return try Folder(at: root) } catch {
      throw FileError(.list, root, .system(error))
    }
  }

  /// Writes the new texts and then the journal; on failure all of it is gone again.
  private func prepare(in root: Folder) throws(FileError) -> MoveJournal {
    var steps: [MoveJournal.Step] = []
    for text in texts {
      guard let path = RelativePath(checking: text.path) else {
        throw FileError(.replace, text.path, .badPath)
      }
      let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      steps.append(
        MoveJournal.Step(
          path: path, draft: path.sibling(named: ".turnbook-draft-" + number)))
    }
    var rename: (from: RelativePath, to: RelativePath)?
    if let entry {
      guard let from = RelativePath(checking: entry.from), let to = RelativePath(checking: entry.to)
      else { throw FileError(.replace, entry.from, .badPath) }
      rename = (from, to)
    }
    var journal = MoveJournal(words: words, steps: steps, rename: rename, isReady: false)
    do throws(Errno) { try journal.write(in: root) } catch {
      throw FileError(.write, MoveJournal.name.text, .system(error))
    }
    do throws(FileError) {
      for (index, text) in texts.enumerated() {
        journal.steps[index].state = try write(text, as: journal.steps[index], in: root)
      }
      if let rename { journal.made = try Self.makeParents(of: rename.to, in: root) }
      journal.isReady = true
      do throws(Errno) { try journal.write(in: root) } catch {
        throw FileError(.write, MoveJournal.name.text, .system(error))
      }
    } catch {
      journal.clear(in: root)
      throw error
    }
    return journal
  }

  private func write(
    _ text: Text, as step: MoveJournal.Step, in root: Folder
  ) throws(FileError) -> MoveJournal.State {
    var holdsOld = true
    do throws(FileError.Reason) {
      do throws(Errno) {
        let place = try ChildPlace(step.path, in: root)
        let file = try place.folder.openToChange(place.name)
        let status = try file.status()
        if status.kind != .file { throw .isFolder }
        holdsOld = try file.holds(bytes: text.old)
        guard holdsOld else { throw .notFound }
        let draft = try place.folder.createFile(
          RelativePath(trusted: step.draft.name), mode: 0o600)
        try draft.write(bytes: text.new)
        try draft.takeOwner(of: status)
        try draft.setMode(status.mode)
        try draft.synchronize()
        try draft.close()
        return MoveJournal.State(status)
      } catch {
        throw holdsOld ? .system(error) : .changed
      }
    } catch {
      throw FileError(.replace, text.path, error)
    }
  }

  private static func makeParents(
    of path: RelativePath, in root: Folder
  ) throws(FileError) -> [RelativePath] {
    do throws(Errno) { return try root.makeParents(of: path) } catch {
      throw FileError(.write, path.text, .system(error))
    }
  }
}
