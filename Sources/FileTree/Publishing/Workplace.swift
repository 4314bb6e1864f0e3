/// The folder where a publisher keeps its lock and its staging folder: beside the output, or inside
/// it where the folder above is another file system or may not be written.
struct Workplace: Sendable {
  let folder: Folder
  /// What the names of lock and staging folders begin with.
  private let prefix: String
  let isInsideOutput: Bool

  static func beside(_ place: OutputPlace) -> Workplace {
    Workplace(
      folder: place.parent, prefix: "." + place.name.text + ReservedName.prefix,
      isInsideOutput: false)
  }

  static func inside(_ output: Folder) -> Workplace {
    Workplace(folder: output, prefix: ReservedName.prefix, isInsideOutput: true)
  }

  var lock: RelativePath { RelativePath(trusted: (prefix + "lock").utf8) }

  /// The visible folder for files that somebody put into the old site while it was exchanged.
  func savedFolder(for staging: RelativePath) -> RelativePath {
    let number = staging.text.dropFirst(stagingPrefix.count)
    return RelativePath(trusted: (prefix.dropFirst() + "saved-" + number).utf8)
  }

  /// A name that no run before has used.
  func newStagingName() -> RelativePath {
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    let padding = String(repeating: "0", count: Self.digits - number.count)
    return RelativePath(trusted: (stagingPrefix + padding + number).utf8)
  }

  /// Whether a name is of the form that `newStagingName` gives.
  func isStagingName(_ name: [UInt8]) -> Bool {
    name.starts(with: stagingPrefix.utf8)
      && name.count == stagingPrefix.utf8.count + Self.digits
      && name.suffix(Self.digits).allSatisfy { Self.hexadecimal.contains($0) }
  }

  private var stagingPrefix: String { prefix + "staging-" }

  private static let digits = 16
  private static let hexadecimal = Set("0123456789abcdef".utf8)
}
