import Diagnostics

/// Finds the files of an input folder: all regular files but those left out.
///
/// Left out are names that begin with `.` or `_`, `node_modules`, and the folders the caller
/// excludes. Links are followed while they stay inside the root, or the folder around it that the
/// caller names. One bad entry never stops the rest.
package enum Discovery {
  /// - Parameters:
  ///   - root: The folder to walk; may itself be a link.
  ///   - excluded: Folders that are not entered by whatever path, such as the output. Need not
  ///     exist.
  ///   - boundary: A folder that holds the root, inside of which links may lead.
  ///   - includesUnderscored: Whether names that begin with `_` are taken too.
  ///   - label: How the root is printed in diagnostics; empty if paths are printed from the root.
  /// - Throws: only if the root itself cannot be opened.
  package static func files(
    in root: String, excluding excluded: [String] = [], linksWithin boundary: String? = nil,
    includesUnderscored: Bool = false, label: String = ""
  ) throws(FileError) -> DiscoveredTree {
    do {
      let folder = try Folder(at: root)
      var walk = TreeWalk(
        root: folder, realRoot: try RealPath.of(root), excluded: excluded, label: label)
      walk.includesUnderscored = includesUnderscored
      if let boundary { walk.realBoundary = try RealPath.of(boundary) }
      walk.run()
      return walk.result()
    } catch {
      throw FileError(.list, root, .system(error))
    }
  }
}
