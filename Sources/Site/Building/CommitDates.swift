import Diagnostics
import YAML

/// The day on which each file was last committed.
struct CommitDates: Sendable {
  private var days: [String: YAMLDate] = [:]

  /// - Parameter log: `git log --name-only -z` with a NUL and the day before the files of each
  ///   commit, the newest first.
  init(log: [UInt8]) {
    var day: YAMLDate?
    var isAfterNothing = false
    for part in log.split(separator: 0, omittingEmptySubsequences: false) {
      defer { isAfterNothing = part.isEmpty }
      if isAfterNothing, let date = Self.date(part) {
        day = date
        continue
      }
      // A commit's first file stands on a line of its own.
      let name = part.drop { $0 == 0x0A }
      guard let day, !name.isEmpty else { continue }
      let path = String(decoding: name, as: UTF8.self)
      if days[path] == nil { days[path] = day }
    }
  }

  private static func date(_ bytes: ArraySlice<UInt8>) -> YAMLDate? {
    bytes.count == 10 ? YAMLDate(String(decoding: bytes, as: UTF8.self)) : nil
  }

  subscript(path: String) -> YAMLDate? { days[path] }
}

extension CommitDates {
  /// The days of a guide's pages, where its configuration wants them, and why there are none.
  static func read(
    _ project: Project, _ options: BuildOptions
  ) -> (dates: CommitDates?, diagnostics: [Diagnostic]) {
    guard project.config.takesDatesFromGit, let history = options.history else { return (nil, []) }
    let message: String
    let help: String
    switch history(project.content) {
    case .log(let log): return (CommitDates(log: log), [])
    case .shallow:
      message = "the history of the pages is cut off, so nobody knows when they were last changed"
      help = "fetch all of it, as with `git fetch --unshallow` or `fetch-depth: 0`"
    case .unknown:
      message = "git knows no history of the content folder"
      help = "install git and commit the pages, or take `git_dates` out of \(project.configPath)"
    }
    return (
      nil, [Diagnostic(.pageHistory, .warning, message, path: project.configPath, help: help)]
    )
  }
}

extension Code {
  static let pageHistory = Code(
    "TB-S028", "git can say when each page was last changed", .warning,
    explanation: """
      `git_dates` in `turnbook.yml` asks for the day of each page's last commit, and git cannot tell. \
      In a shallow clone, which many CI services make, all pages would seem to have been changed \
      today, so no day is shown at all. Fetch the whole history, or take the key out.
      """)
}
