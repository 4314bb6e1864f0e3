/// The names that Turnbook keeps for itself in and beside an output folder.
enum ReservedName {
  static let prefix = ".turnbook-"

  /// The list of the files that builds made, in the output.
  static let manifest = RelativePath(trusted: (prefix + "manifest").utf8)
  /// The lock, where it must lie in the output.
  static let lock = RelativePath(trusted: (prefix + "lock").utf8)
  /// A file on its way to its place, beside it.
  static let part = prefix + "part"

  /// Whether no site may write a path because a part of it is kept.
  static func isUsed(in path: RelativePath) -> Bool {
    path.bytes.split(separator: UInt8(ascii: "/")).contains { $0.starts(with: prefix.utf8) }
  }

  /// Whether an entry of the output is neither the site's nor anybody else's, but Turnbook's own.
  static func isOwn(_ path: RelativePath) -> Bool {
    path == manifest || path == lock || path.name.elementsEqual(part.utf8)
  }
}
