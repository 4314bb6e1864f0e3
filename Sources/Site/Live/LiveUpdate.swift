package import Diagnostics

/// What came of looking at a guide again.
package struct LiveUpdate: Sendable {
  /// What a browser that shows the site has to do.
  package enum Change: Sendable, Equatable {
    case nothing
    /// Only style sheets look otherwise.
    case styles
    /// Only these files of the site look otherwise: `manual/install/index.html`.
    case pages(Set<String>)
    case everything
  }

  /// Nil where nothing can be shown: no folder, no page, a configuration that cannot be read.
  package let site: LiveSite?
  /// Everything that a build would say, and what a check would.
  package let diagnostics: [Diagnostic]
  package let change: Change
  /// Files and folders whose changes matter, by absolute paths; some need not exist.
  package let watched: [String]
}
