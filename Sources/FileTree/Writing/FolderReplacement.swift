/// Putting a new folder in the place of one that is there, so that one of the two is always there.
package enum FolderReplacement {
  /// Afterwards `new` names what was at `place` before, or nothing; the caller removes it.
  /// - Parameters:
  ///   - new: A name in `parent`, as `place`.
  ///   - parent: The folder of both.
  package static func put(
    _ new: String, at place: String, in parent: String
  ) throws(FileError) {
    do throws(FileError.Reason) {
      guard let new = RelativePath(checking: new), let place = RelativePath(checking: place) else {
        throw FileError.Reason.badPath
      }
      do throws(Errno) {
        try put(new, at: place, in: Folder(at: parent))
      } catch {
        throw .system(error)
      }
    } catch {
      throw FileError(.write, "\(parent)/\(place)", error)
    }
  }

  private static func put(
    _ new: RelativePath, at place: RelativePath, in parent: Folder
  ) throws(Errno) {
    do throws(Errno) {
      return try parent.rename(new, into: parent, as: place)
    } catch  where error == .notEmpty || error == .alreadyExists {}
    do throws(Errno) {
      try FolderExchange.swap(new, in: parent, with: place, in: parent)
    } catch  where FolderExchange.isImpossible(after: error) {
      let aside = place.sibling(named: ".turnbook-aside-" + String(UInt32.random(in: 0 ... .max)))
      try parent.rename(place, into: parent, as: aside)
      do throws(Errno) { try parent.rename(new, into: parent, as: place) } catch {
        try? parent.rename(aside, into: parent, as: place)
        throw error
      }
      try parent.rename(aside, into: parent, as: new)
    }
  }
}
