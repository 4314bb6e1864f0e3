import FileTree
import Pages

/// What a person writes on a command line, as a request.
package enum MoveWords {
  /// - Parameters:
  ///   - old: a path as it can be opened from here, or as in the content folder; a heading has its
  ///     anchor behind it: `content/a.md#start`.
  ///   - new: the same; a folder that exists, or one with a slash at its end, takes what is moved
  ///     under its own name. Of a heading its new words, or its new anchor with `#` in front.
  package static func request(
    _ old: String, _ new: String, in options: BuildOptions
  ) throws(MoveRefusal) -> MoveRequest {
    let project: Project
    do throws(BuildFailure) { project = try Project(options) } catch {
      throw MoveRefusal([error.diagnostic])
    }
    if let hash = old.lastIndex(of: "#"), Discovery.stamp(of: old) == nil {
      let page = inside(String(old[..<hash]), project).path
      return .heading(
        page: page, anchor: String(old[old.index(after: hash)...]),
        to: name(new, of: String(old[..<hash])))
    }
    let from = inside(old, project)
    var to = from.isOpenable ? contentPath(new, project) : nil
    if from.isOpenable, to == nil, outside(new, project) {
      throw MoveRefusal(
        .moveTarget, "\"\(new)\" does not lie in the content folder", path: old,
        help: "choose a place in \(project.content)")
    }
    to = to ?? inside(new, project).path
    var target = to ?? new
    let isFolder = new.hasSuffix("/") || Discovery.isFolder(project.printed(target))
    while target.hasSuffix("/") { target.removeLast() }
    if isFolder, target != from.path {
      let name = from.path.split(separator: "/").last.map(String.init) ?? from.path
      let isWhole = Discovery.isFolder(project.printed(from.path))
      // A folder that is not there yet is the new name of the one that is moved.
      if !isWhole || Discovery.isFolder(project.printed(target)) {
        target = target.isEmpty || target == "." ? name : target + "/" + name
      }
    }
    return .path(from: from.path, to: target)
  }

  private static func name(_ new: String, of page: String) -> MoveRequest.HeadingName {
    if new.hasPrefix("#") { return .anchor(String(new.dropFirst())) }
    if new.hasPrefix(page + "#") { return .anchor(String(new.dropFirst(page.count + 1))) }
    return .text(new)
  }

  /// The path in the content folder: of what can be opened under this name, else as it is written.
  private static func inside(
    _ path: String, _ project: Project
  ) -> (path: String, isOpenable: Bool) {
    if let found = contentPath(path, project), Discovery.stamp(of: project.printed(found)) != nil {
      return (found, true)
    }
    if Discovery.stamp(of: project.printed(path)) != nil { return (path, false) }
    return (contentPath(path, project) ?? path, contentPath(path, project) != nil)
  }

  /// The path in the content folder of a path that is written from here; nil where it lies elsewhere.
  private static func contentPath(_ path: String, _ project: Project) -> String? {
    guard let content = absolute(project.content), let path = absolute(path) else { return nil }
    guard path.hasPrefix(content + "/") || path == content else { return nil }
    return path == content ? "" : String(path.dropFirst(content.count + 1))
  }

  private static func outside(_ path: String, _ project: Project) -> Bool {
    path.hasPrefix("/") || path.split(separator: "/").first == ".."
  }

  /// The path without links as far as it exists, but for its last part.
  private static func absolute(_ path: String) -> String? {
    guard !path.utf8.contains(0) else { return nil }
    guard let here = Discovery.realPath(of: ".") else { return nil }
    var parts = path.hasPrefix("/") ? [] : here.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
