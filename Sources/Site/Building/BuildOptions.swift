/// What a build is asked to do; paths as the person gave them.
package struct BuildOptions: Sendable {
  /// The folder with `turnbook.yml`, or with pages alone.
  package var folder = "."
  /// Where the site is written; nil for the configured folder.
  package var output: String?
  package var isStrict = false
  package var includesDrafts = false
  /// Replaces the configured URL of the site.
  package var baseURL: String?
  /// How many pages are worked on at a time; nil for one on each core.
  package var jobs: Int?
  /// `Turnbook 1.2.3`, as pages name what made them.
  package var generator = "Turnbook"
  /// The file that this program was started from; its state tells one version of it from another.
  /// Nil where every build shall begin anew.
  package var program: String?
  /// Whether everything is built, whatever is remembered of the last build.
  package var isFresh = false
  /// What an editor holds of files and has not saved, by their absolute paths without links.
  package var unsaved: [String: [UInt8]] = [:]
  /// When the build began, in nanoseconds since 1970.
  package var startedAt: Int64 = 0
  /// Told what begins now, in words for a person who waits: `reading 10000 pages`.
  package var onStage: (@Sendable (String) -> Void)?
  /// Asked for the commits of a folder where the configuration wants the days of pages from them.
  package var history: (@Sendable (String) -> History)?

  /// Asked for a variable of the environment where an `mkdocs.yml` names one.
  package var environment: (@Sendable (String) -> String?)?

  package enum History: Sendable {
    /// A NUL and the day before the files of each commit, these parted by NUL, the newest first.
    case log([UInt8])
    /// Only the latest commits are there.
    case shallow
    case unknown
  }

  package init() {}
}
