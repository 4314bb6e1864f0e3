import Site
import Terminal

/// The history of a folder's files, as git tells it.
enum GitHistory {
  static func read(_ folder: String) -> BuildOptions.History {
    let git = ["git", "-C", folder]
    guard let answer = OtherProgram.output(of: git + ["rev-parse", "--is-shallow-repository"])
    else { return .unknown }
    // A shallow clone would date every page to its one commit.
    guard answer.starts(with: "false".utf8) else { return .shallow }
    let log = OtherProgram.output(
      of: git + [
        "log", "--format=%x00%cs", "--name-only", "--no-renames", "--relative", "-z", "--", ".",
      ])
    return log.map { .log($0) } ?? .unknown
  }
}
