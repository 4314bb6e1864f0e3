/// What is still to be done to turn the old site into the new one, file by file.
///
/// Once it stands whole in the staging folder the new site is decided: whoever finds it carries it
/// out. Every step may be done twice, so that nothing needs to be noted on the way.
struct Journal: Equatable, Sendable {
  enum Step: Equatable, Sendable {
    /// Remove a file of the old site.
    case remove(RelativePath)
    /// Move a staged file to its place.
    case move(RelativePath)

    var path: RelativePath {
      switch self {
      case .remove(let path), .move(let path): path
      }
    }
  }

  let steps: [Step]

  private static let heading = "turnbook-journal 1"
  private static let name = RelativePath(trusted: "journal".utf8)
  private static let draft = RelativePath(trusted: "journal-draft".utf8)

  init(steps: [Step]) { self.steps = steps }

  /// The journal in a staging folder; nil if there is none, or none that is whole.
  init?(in container: Folder) {
    guard let text = try? FileReader.read(Self.name, in: container, limit: .max),
      let lines = PathLines.lines(in: text, heading: Self.heading)
    else { return nil }
    var steps: [Step] = []
    for line in lines {
      guard let step = Self.step(line) else { return nil }
      steps.append(step)
    }
    self.steps = steps
  }

  /// Writes it into a staging folder; the new site is decided when this returns.
  func write(in container: Folder) throws(Errno) {
    let text = PathLines.text(heading: Self.heading, lines: steps.map { Self.line($0)[...] })
    let file = try container.createFile(Self.draft)
    try file.write(bytes: text)
    try file.synchronize()
    try file.close()
    try container.rename(Self.draft, into: container, as: Self.name)
    try container.synchronize()
  }

  static func remove(from container: Folder) throws(Errno) {
    do { try container.removeFile(name) } catch  where error == .notFound {}
  }

  /// The steps from the files of the old site to those of the new one.
  ///
  /// Only what stands in the way of a new file is removed first, and the manifest comes last:
  /// whoever looks meanwhile finds as much as possible.
  static func steps(from old: Manifest, to files: [NewFile], _ table: PathTable) -> [Step] {
    let removed = old.paths.filter { !(table[$0]?.isFile ?? false) }.sorted()
    let isInTheWay = { (path: RelativePath) in table[path] != nil || table.isBelowFile(path) }
    return removed.filter(isInTheWay).map { .remove($0) }
      + files.filter { $0.claim == .written }.map { .move($0.path) }
      + removed.filter { !isInTheWay($0) }.map { .remove($0) }
      + [.move(ReservedName.manifest)]
  }

  private static func line(_ step: Step) -> [UInt8] {
    switch step {
    case .remove(let path): [UInt8(ascii: "-")] + path.bytes
    case .move(let path): [UInt8(ascii: "+")] + path.bytes
    }
  }

  private static func step(_ line: [UInt8]) -> Step? {
    guard let path = RelativePath(checking: line.dropFirst()) else { return nil }
    return switch line.first {
    case UInt8(ascii: "-"): .remove(path)
    case UInt8(ascii: "+"): .move(path)
    default: nil
    }
  }
}
