/// Which files of an output folder were made by builds; all others are foreign and never changed.
struct Manifest: Sendable {
  private static let heading = "turnbook-manifest 1"

  let paths: Set<RelativePath>

  /// The manifest of a folder that no build has written yet.
  static let none = Manifest(paths: [])

  /// nil if the text was cut off or is not a manifest; its paths are checked like any others.
  init?(parsing text: [UInt8]) {
    guard let files = Self.files(in: text) else { return nil }
    paths = Set(files)
  }

  /// The same in the order of the text.
  static func files(in text: [UInt8]) -> [RelativePath]? {
    guard let lines = PathLines.lines(in: text, heading: heading) else { return nil }
    var files: [RelativePath] = []
    files.reserveCapacity(lines.count)
    for line in lines {
      guard let path = RelativePath(checking: line), !ReservedName.isUsed(in: path) else {
        return nil
      }
      files.append(path)
    }
    return files
  }

  private init(paths: Set<RelativePath>) { self.paths = paths }

  /// Every folder that holds one of the files, at any depth.
  var folders: Set<RelativePath> {
    var folders = Set<RelativePath>()
    for path in paths {
      var above = path.parent
      while let folder = above, folders.insert(folder).inserted { above = folder.parent }
    }
    return folders
  }

  /// The text for files in the order of their bytes, so that equal sites have equal manifests.
  static func text(of sorted: [RelativePath]) -> [UInt8] {
    PathLines.text(heading: heading, lines: sorted.map(\.bytes))
  }
}
