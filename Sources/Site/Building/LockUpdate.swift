import Checking
package import FileTree

extension CheckReport {
  /// Writes the guide's addresses and anchors into `turnbook.lock`. Returns what changed in words;
  /// nil when nothing did.
  package func updateLock() throws(FileError) -> String? {
    let new = Array(lock.utf8)
    let old = try? FileReader.read(lockPath, limit: 256 << 20)
    if let old {
      guard old != new else { return nil }
      try SourceRewrite.write(new, to: lockPath, in: folder, replacing: old)
    } else {
      try NewFiles.write(
        [NewFiles.File(path: "turnbook.lock", text: lock)], in: folder, replacing: false)
    }
    return "Wrote \(lockPath)"
  }
}
