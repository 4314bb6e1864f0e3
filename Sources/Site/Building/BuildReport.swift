package import Diagnostics

/// What a build did, and everything it found.
package struct BuildReport: Sendable {
  package enum Outcome: Sendable {
    /// The site stands complete in the output folder.
    case published
    /// The input has errors that would make the site wrong; the old one stands.
    case blocked
    /// A folder or file could not be used; the old site stands.
    case failed
  }

  package var outcome = Outcome.published
  /// In the order of a report, each once.
  package var diagnostics: [Diagnostic] = []
  package var pageCount = 0
  package var fileCount = 0
  /// Files that are new or changed, and those that stayed.
  package var written = 0
  package var unchanged = 0
  /// Social cards that the old site did not have.
  package var drawnCards = 0
  /// The output folder as a person would name it.
  package var output = ""
  /// Whether nothing had changed since the last build, so that nothing was done.
  package var isAsBefore = false
  package var timings: [(stage: String, duration: Duration)] = []
  /// Bytes of Markdown read.
  package var sourceSize = 0

  /// 0 clean, 1 problems in the content, 2 the work could not be done.
  package func exitCode(isStrict: Bool) -> Int32 {
    if case .failed = outcome { return 2 }
    let limit: Severity = isStrict ? .warning : .error
    return diagnostics.contains { $0.severity >= limit } ? 1 : 0
  }
}

/// A folder or file of the environment that could not be used.
package struct BuildFailure: Error {
  package var diagnostic: Diagnostic
}
