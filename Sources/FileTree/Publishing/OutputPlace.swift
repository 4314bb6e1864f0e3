/// Where an output folder is or will be, with all links resolved.
struct OutputPlace: Sendable {
  let path: String
  let parent: Folder
  let name: RelativePath
  /// The folders above the output that had to be made, the outermost first, and the folder they are
  /// seen from.
  private let made: [RelativePath]
  private let start: Folder

  /// Makes the folders above the output if they are missing, but not the output. `OutputCheck`
  /// comes first.
  init(_ output: String) throws(Errno) {
    start = try Folder(at: output.hasPrefix("/") ? "/" : ".")
    do {
      path = try RealPath.of(output)
      made = []
    } catch {
      guard error == .notFound else { throw error }
      let (above, name) = Self.split(output)
      let relative = output.utf8.drop { $0 == UInt8(ascii: "/") }
      made = try start.makeParents(of: RelativePath(trusted: relative))
      let realAbove = try RealPath.of(above.isEmpty ? "." : above)
      path = realAbove == "/" ? "/" + name : realAbove + "/" + name
    }
    let (above, name) = Self.split(path)
    parent = try Folder(at: above)
    self.name = RelativePath(trusted: name.utf8)
  }

  /// The output as it is now, nil if there is none.
  func openOutput() throws(Errno) -> Folder? {
    do { return try Folder(name, in: parent) } catch {
      if error == .notFound { return nil }
      throw error
    }
  }

  /// Takes back the folders that were made, as far as they are empty; those above a site are not.
  func removeMadeParents() {
    for folder in made.reversed() { try? start.removeFolder(folder) }
  }

  /// The two halves of a path; slashes at its end do not count. The folder above is empty for a
  /// bare name.
  static func split(_ path: String) -> (above: String, name: String) {
    var path = path[...]
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", String(path)) }
    let above = path[..<slash]
    return (above.isEmpty ? "/" : String(above), String(path[path.utf8.index(after: slash)...]))
  }
}
