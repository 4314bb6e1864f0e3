package import Diagnostics

/// What a guide's configuration says about its checks.
package struct CheckSettings: Sendable, Hashable {
  /// How much a rule's findings matter.
  package enum Level: String, Sendable, Hashable, CaseIterable {
    case off, note, warning, error

    package var severity: Severity? { Severity(rawValue: rawValue) }
  }

  /// Findings in certain places, or about certain targets, that matter less or not at all.
  package struct Exception: Sendable, Hashable {
    /// Ids; empty for all.
    package var codes: [String] = []
    /// Globs of paths in the content folder; empty for all.
    package var paths: [String] = []
    /// Globs of what findings are about, such as the targets of links; empty for all.
    package var targets: [String] = []
    package var level = Level.off

    package init() {}
  }

  /// Levels by the ids of codes.
  package var levels: [String: Level] = [:]
  package var exceptions: [Exception] = []
  /// The sections of a technique page; nil for the usual ones.
  package var requiredSections: [String]?
  /// The least severity that makes a check fail.
  package var failOn = Severity.error

  package init() {}
}
