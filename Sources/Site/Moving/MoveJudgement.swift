import ByteText
import Diagnostics
import FileTree
import Pages

/// Whether something can be moved to a place at all.
struct MoveJudgement {
  private let guide: GuideReading
  private var project: Project { guide.project }

  init(_ guide: GuideReading) { self.guide = guide }

  /// The move from one path of the content folder to another.
  func paths(from: String, to: String) throws(MoveRefusal) -> MovedPaths {
    guard let from = Self.plain(from), !from.isEmpty else {
      throw MoveRefusal(
        .moveSource, "\"\(from)\" does not lie in the content folder",
        help: "name a page, a file or a folder in \(project.content)")
    }
    let printed = project.printed(from)
    guard Discovery.stamp(of: printed) != nil else { throw unknown(from) }
    guard isPlaced(printed, at: from) else {
      throw MoveRefusal(
        .moveSource, "it is reached through a symbolic link, and is not moved", path: printed,
        help: "move what the link leads to")
    }
    let isFolder = Discovery.isFolder(printed)
    guard let to = Self.plain(to), !to.isEmpty else {
      throw MoveRefusal(
        .moveTarget, "\"\(to)\" lies outside of the content folder", path: printed,
        help: "choose a name in \(project.content)")
    }
    let paths = MovedPaths(from: from, to: to, isFolder: isFolder)
    try checkTarget(paths, printed)
    try checkAddresses(paths)
    return paths
  }

  /// A path without what its spellings differ in; nil where it leads out of its folder.
  private static func plain(_ path: String) -> String? {
    guard !path.utf8.contains(0), !path.hasPrefix("/") else { return nil }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  private func unknown(_ path: String) -> MoveRefusal {
    let all = Set(guide.catalog.pages.map(\.path) + guide.catalog.files)
    let folders = Set(
      all.compactMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } })
    let near = NearMiss.best(for: path, among: all.union(folders).sorted())
    return MoveRefusal(
      .moveSource, "there is nothing at \(project.printed(path))",
      help: near.map { "did you mean \(project.printed($0))?" }
        ?? "name a page, a file or a folder in \(project.content)")
  }

  /// Whether a path leads where it says, through no link.
  private func isPlaced(_ printed: String, at path: String) -> Bool {
    guard let root = Discovery.realPath(of: project.content),
      let real = Discovery.realPath(of: printed)
    else { return false }
    return real == (root == "/" ? root : root + "/") + path
  }

  private func checkTarget(_ paths: MovedPaths, _ source: String) throws(MoveRefusal) {
    let (from, to) = (paths.from, paths.to)
    let printed = project.printed(to)
    if to == from {
      throw MoveRefusal(
        .moveTargetTaken, "it is there already", path: printed, help: "choose another name")
    }
    if paths.isFolder, paths.moves(to) {
      throw MoveRefusal(
        .moveTarget, "a folder cannot be moved into itself", path: source,
        help: "choose a place beside it")
    }
    guard Discovery.stamp(of: printed) == nil, !Discovery.isLink(printed) else {
      throw MoveRefusal(
        .moveTargetTaken, "something is there already", path: printed,
        help: "choose another name, or move what is there first")
    }
    if !paths.isFolder, PagePath.isPage(from) != PagePath.isPage(to) {
      throw MoveRefusal(
        .moveTarget,
        PagePath.isPage(from)
          ? "the name of a page ends with .md" : "only a page has a name that ends with .md",
        path: printed,
        help: PagePath.isPage(from)
          ? "write \(printed).md, or name a folder that exists" : "keep the ending of the file")
    }
    let isHidden = { (part: Substring) in
      part.hasPrefix("_") || part.hasPrefix(".") || part == "node_modules"
    }
    let wasHidden = from.split(separator: "/").contains(where: isHidden)
    if let hidden = to.split(separator: "/").first(where: isHidden), !wasHidden {
      throw MoveRefusal(
        .moveTarget, "what is called \"\(hidden)\" is no part of the guide", path: printed,
        help: "choose a name that begins with a letter or a digit")
    }
    // Nobody has read its links as those of a page.
    if wasHidden, !to.split(separator: "/").contains(where: isHidden) {
      throw MoveRefusal(
        .moveTarget, "it is no part of the guide, and would become one under this name",
        path: printed, help: "choose a name that begins with \"_\", or rename it by hand")
    }
    var parent = to
    while let slash = parent.lastIndex(of: "/") {
      parent = String(parent[..<slash])
      let folder = project.printed(parent)
      guard Discovery.stamp(of: folder) != nil || Discovery.isLink(folder) else { continue }
      guard Discovery.isFolder(folder), isPlaced(folder, at: parent) else {
        throw MoveRefusal(
          .moveTarget, "this is no folder of the guide but a file or a link", path: folder,
          help: "choose another place")
      }
      break
    }
  }

  /// Whether all pages stay pages, each at an address of its own.
  private func checkAddresses(_ paths: MovedPaths) throws(MoveRefusal) {
    let exclude = project.config.exclude.map { (pattern: $0, glob: Glob($0.value)) }
    for page in guide.catalog.pages where paths.moves(page.path) {
      let new = paths.new(page.path)
      guard let excluding = exclude.first(where: { $0.glob.matches(new) }) else { continue }
      throw MoveRefusal(
        .moveTarget, "the configuration excludes \(new) with \"\(excluding.pattern.value)\"",
        path: project.configPath, range: excluding.pattern.range,
        help: "choose another name, or take the pattern out of `exclude`")
    }
    if let left = guide.reading.pages.first(where: {
      paths.moves($0.path)
        && guide.catalog.page(atPath: Array($0.path.utf8)).map {
          guide.catalog.pages[$0].path
        } != $0.path
    }) {
      throw MoveRefusal(
        .moveSource, "this page is left out of the guide: its folder has an index.md as well",
        path: left.printedPath, help: "move or remove the index.md first")
    }
    let after = MovedGuide(guide, paths).after
    let old = Set(guide.catalog.diagnostics.map(\.message))
    guard after.diagnostics.count > guide.catalog.diagnostics.count,
      let clash = after.diagnostics.first(where: { !old.contains($0.message) })
    else { return }
    throw MoveRefusal(
      .moveTargetTaken, "two pages would be one: \(clash.message)", path: clash.path,
      help: "choose another name")
  }

  /// Whether every file that changes lies where its path says.
  func checkLinks(of plan: MovePlan) throws(MoveRefusal) {
    for path in Set(plan.changes.map(\.path) + plan.renames.map(\.from)).sorted() {
      guard let inside = project.contentPath(of: path), path != project.configPath else { continue }
      guard !isPlaced(path, at: inside) else { continue }
      throw MoveRefusal(
        .moveSource,
        "this file would change, and is reached through a symbolic link, which is not followed",
        path: path, help: "put the file itself there, or change its references by hand")
    }
  }
}
