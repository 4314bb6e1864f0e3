/// What is still to be done of a move; see `Relocation`.
struct MoveJournal {
  struct Step {
    var path: RelativePath
    /// The new text, beside the old one.
    var draft: RelativePath
    /// The state of the old text; nil before the new one is written.
    var state: State?
  }

  /// What tells one state of a file from another. Its time of status is not looked at: a new name of
  /// its folder may change that.
  struct State: Equatable {
    let size: Int
    let modified: Int64
    let inode: UInt64

    init(_ status: FileStatus) {
      size = status.size
      modified = status.modified
      inode = status.identity.inode
    }

    init?(_ text: String) {
      let words = text.split(separator: " ")
      guard words.count == 3, let size = Int(words[0]), let modified = Int64(words[1]),
        let inode = UInt64(words[2])
      else { return nil }
      (self.size, self.modified, self.inode) = (size, modified, inode)
    }

    var text: String { "\(size) \(modified) \(inode)" }
  }

  let words: String
  var steps: [Step]
  var rename: (from: RelativePath, to: RelativePath)?
  /// Folders that were made for it, the outermost first.
  var made: [RelativePath] = []
  /// Whether all new texts are written.
  var isReady: Bool

  static let name = RelativePath(trusted: ".turnbook-move".utf8)
  private static let draft = RelativePath(trusted: ".turnbook-move-draft".utf8)
  private static let heading = "turnbook-move 1"

  init(
    words: String, steps: [Step], rename: (from: RelativePath, to: RelativePath)?, isReady: Bool
  ) {
    self.words = words
    self.steps = steps
    self.rename = rename
    self.isReady = isReady
  }

  /// The one in a folder; nil if there is none, or none that is whole.
  init?(in root: Folder) {
    guard let text = try? FileReader.read(Self.name, in: root, limit: .max),
      let lines = PathLines.lines(in: text, heading: Self.heading)
    else { return nil }
    var journal = MoveJournal(words: "", steps: [], rename: nil, isReady: false)
    var words = ""
    for line in lines {
      guard let kind = line.first else { return nil }
      let rest = line.dropFirst()
      switch kind {
      case UInt8(ascii: "w"): words = String(decoding: rest, as: UTF8.self)
      case UInt8(ascii: "y"): journal.isReady = true
      case UInt8(ascii: "s"):
        guard let state = State(String(decoding: rest, as: UTF8.self)),
          !journal.steps.isEmpty
        else { return nil }
        journal.steps[journal.steps.count - 1].state = state
      default:
        guard let path = RelativePath(checking: rest) else { return nil }
        switch kind {
        case UInt8(ascii: "o"): journal.steps.append(Step(path: path, draft: path))
        case UInt8(ascii: "n") where !journal.steps.isEmpty:
          journal.steps[journal.steps.count - 1].draft = path
        case UInt8(ascii: "f"): journal.rename = (path, path)
        case UInt8(ascii: "t"):
          guard let from = journal.rename?.from else { return nil }
          journal.rename = (from, path)
        case UInt8(ascii: "m"): journal.made.append(path)
        default: return nil
        }
      }
    }
    self = MoveJournal(
      words: words, steps: journal.steps, rename: journal.rename, isReady: journal.isReady)
    made = journal.made
  }

  func write(in root: Folder) throws(Errno) {
    var lines = [Array("w".utf8) + words.utf8]
    for step in steps {
      lines.append(Array("o".utf8) + step.path.bytes)
      lines.append(Array("n".utf8) + step.draft.bytes)
      if let state = step.state { lines.append(Array(("s" + state.text).utf8)) }
    }
    if let rename {
      lines.append(Array("f".utf8) + rename.from.bytes)
      lines.append(Array("t".utf8) + rename.to.bytes)
    }
    for folder in made { lines.append(Array("m".utf8) + folder.bytes) }
    if isReady { lines.append(Array("y".utf8)) }
    let file = try root.replaceFile(Self.draft)
    do throws(Errno) {
      try file.write(
        bytes: PathLines.text(heading: Self.heading, lines: lines.map { $0[...] }))
      try file.synchronize()
      try file.close()
      try root.rename(Self.draft, into: root, as: Self.name)
    } catch {
      try? root.removeFile(Self.draft)
      throw error
    }
    try root.synchronize()
  }

  /// Takes away what was prepared; nothing else has changed.
  func clear(in root: Folder) {
    for step in steps {
      guard let place = try? ChildPlace(step.draft, in: root) else { continue }
      try? place.folder.removeFile(place.name)
    }
    for folder in made.reversed() { try? root.removeFolder(folder) }
    try? root.removeFile(Self.name)
  }

  /// Does what has not been done yet, and then takes the journal away.
  func carryOut(
    in root: Folder, didStep: () throws(FileError) -> Void = { () throws(FileError) in }
  ) throws(FileError) {
    for step in steps {
      do throws(FileError.Reason) {
        guard try replace(step, in: root) else { throw FileError.Reason.changed }
      } catch {
        throw FileError(.replace, error == .changed ? step.draft.text : step.path.text, error)
      }
      try didStep()
    }
    if let rename {
      do throws(Errno) { try move(rename.from, rename.to, in: root) } catch {
        throw FileError(.replace, rename.to.text, .system(error))
      }
      try didStep()
      removeEmptied(above: rename.from, in: root)
    }
    try? root.removeFile(Self.name)
  }

  /// - Returns: false where somebody else has changed the text.
  private func replace(_ step: Step, in root: Folder) throws(FileError.Reason) -> Bool {
    do throws(Errno) {
      let place: ChildPlace
      let draft = RelativePath(trusted: step.draft.name)
      do throws(Errno) {
        place = try ChildPlace(step.path, in: root)
        _ = try place.folder.status(of: draft)
      } catch {
        // Done before.
        if error == .notFound { return true }
        throw error
      }
      guard State(try place.folder.status(of: place.name)) == step.state else { return false }
      try place.folder.rename(draft, into: place.folder, as: place.name)
      try place.folder.synchronize()
      return true
    } catch {
      throw .system(error)
    }
  }

  private func move(
    _ from: RelativePath, _ to: RelativePath, in root: Folder
  ) throws(Errno) {
    let source: ChildPlace
    do throws(Errno) {
      source = try ChildPlace(from, in: root)
      _ = try source.folder.status(of: source.name)
    } catch {
      // Done before.
      if error == .notFound { return }
      throw error
    }
    let target = try ChildPlace(to, in: root)
    if (try? target.folder.status(of: target.name)) != nil { throw .alreadyExists }
    try source.folder.rename(source.name, into: target.folder, as: target.name)
    try target.folder.synchronize()
  }

  /// Folders that nothing is left in go, as a later move back makes them anew.
  private func removeEmptied(above path: RelativePath, in root: Folder) {
    var next = path.parent
    while let folder = next {
      do throws(Errno) { try root.removeFolder(folder) } catch { return }
      next = folder.parent
    }
  }
}
