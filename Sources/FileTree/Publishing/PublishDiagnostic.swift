package import Diagnostics

extension PublishError {
  /// The finding for a report.
  package var diagnostic: Diagnostic {
    switch self {
    case .file(let error):
      return error.diagnostic()
    case .refused(let output, let refusal):
      return refusal.diagnostic(output: output)
    case .locked(let output, let process):
      let holder = process.map { " (process \($0))" } ?? ""
      return Diagnostic(
        .outputLocked, .error, "another build\(holder) is writing this folder", path: output,
        help: "wait until it is done, or choose another output folder")
    case .badPath(let path):
      return Diagnostic(
        .badOutputPath, .error, "the output path \"\(path)\" cannot be used",
        notes: ["names that begin with \"\(ReservedName.prefix)\" are kept for Turnbook"],
        help: "use a relative path without empty, \".\" or \"..\" parts")
    case .writtenTwice(let path):
      return Diagnostic(
        .writtenTwice, .error, "the output path \"\(path)\" is written twice",
        help: "rename one of the two sources")
    case .fileAndFolder(let path):
      return Diagnostic(
        .fileAndFolder, .error, "the output path \"\(path)\" is both a file and a folder",
        help: "rename the source of one of them")
    case .foreignFiles(let paths, let output):
      return Diagnostic(
        .foreignFiles, .error,
        paths.count == 1
          ? "a file that no build made stands where one is to be written"
          : "\(paths.count) files that no build made stand where others are to be written",
        path: output, notes: paths,
        help: "move what is named, or choose another output folder")
    case .damagedManifest(let path):
      return Diagnostic(
        .damagedManifest, .error, "the list of the files that earlier builds made is damaged",
        path: path, help: "delete the output folder's content, or choose another output folder")
    case .halfPublished(let error, let output):
      return Diagnostic(
        .halfPublished, .error, "publishing stopped half-way: the site is partly new", path: output,
        notes: [error.diagnostic().message + ": " + error.path],
        help: "remove the cause and build again; the next build finishes what is left")
    }
  }
}

extension OutputRefusal {
  fileprivate func diagnostic(output: String) -> Diagnostic {
    let (message, help) =
      switch self {
      case .isRoot: ("the output would be the root of the file system", "name a folder of its own")
      case .holds(let folder):
        (
          "the output is or holds the folder \"\(folder)\"",
          "choose an output folder beside it, such as \"site\""
        )
      case .notAFolder: ("the output is not a folder", "remove it, or choose another output folder")
      case .danglingLink:
        ("the output is a link that leads to nothing", "make the folder it names, or remove it")
      case .noName: ("the output has no name", "name a folder, such as \"site\"")
      }
    return Diagnostic(.outputRefused, .error, message, path: output, help: help)
  }
}
