/// The folder that holds a path below another folder, reached through no link, and the name there.
struct ChildPlace {
  let folder: Folder
  let name: RelativePath

  init(_ path: RelativePath, in root: Folder) throws(Errno) {
    var folder = root
    for part in path.parent?.bytes.split(separator: UInt8(ascii: "/")) ?? [] {
      folder = try Folder(RelativePath(trusted: part), in: folder)
    }
    self.folder = folder
    name = RelativePath(trusted: path.name)
  }
}
