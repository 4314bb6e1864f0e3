import BuildStamp

/// The commit that the program was built from.
package enum BuildCommit {
  /// Behind the line that `--version` prints: ` (abc1234)`; nothing where the build did not know.
  package static var suffix: String {
    let commit = String(cString: build_stamp_commit())
    return commit.isEmpty ? "" : " (\(commit))"
  }
}
