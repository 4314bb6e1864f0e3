/// Tells whether a folder may be an output at all, before anything is done.
package enum OutputCheck {
  /// - Parameters:
  ///   - output: As the person gave it; need not exist.
  ///   - inputs: Folders that the output must neither be nor hold: content, templates, the home
  ///     folder.
  /// - Returns: nil if it may be used.
  package static func error(output: String, inputs: [String]) -> PublishError? {
    refusal(output, inputs).map { .refused(output: output, $0) }
  }

  static func refusal(_ output: String, _ inputs: [String]) -> OutputRefusal? {
    guard !output.isEmpty, !output.utf8.contains(0) else { return .noName }
    guard let status = try? FileStatus(at: output) else {
      // What does not exist holds nothing.
      if (try? FileStatus(at: output, followingLinks: false)) != nil { return .danglingLink }
      return ["", ".", ".."].contains(OutputPlace.split(output).name) ? .noName : nil
    }
    guard status.kind == .folder else { return .notAFolder }
    if (try? RealPath.of(output)) == "/" { return .isRoot }
    return inputs.first { holds(status.identity, $0) }.map { .holds($0) }
  }

  /// Compares folders, not their names: case, links and bind mounts can give one folder many names.
  private static func holds(_ output: FileStatus.Identity, _ input: String) -> Bool {
    guard var path = try? RealPath.of(input) else { return false }
    while true {
      if (try? FileStatus(at: path))?.identity == output { return true }
      if path == "/" { return false }
      path = OutputPlace.split(path).above
    }
  }
}
