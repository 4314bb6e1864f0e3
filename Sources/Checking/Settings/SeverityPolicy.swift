import ByteText
package import Diagnostics

/// Gives findings the severity that the configuration wants, and drops those it switches off.
///
/// What keeps a site from being built cannot be switched off: errors about files, configuration,
/// front matter and templates stay as they are.
package struct SeverityPolicy: Sendable {
  private struct Exception: Sendable {
    var codes: Set<String>
    var paths: [Glob]
    var targets: [TextPattern]
    var level: CheckSettings.Level
  }

  private let levels: [String: CheckSettings.Level]
  private let exceptions: [Exception]
  /// What printed paths of pages begin with, and globs do not.
  private let contentPrefix: String

  /// - Parameter content: the content folder as findings print it; `.` where paths are printed
  ///   from it.
  package init(_ settings: CheckSettings, content: String) {
    levels = settings.levels
    exceptions = settings.exceptions.map { exception in
      Exception(
        codes: Set(exception.codes), paths: exception.paths.map { Glob($0) },
        targets: exception.targets.map { TextPattern($0) }, level: exception.level)
    }
    contentPrefix =
      content == "." ? "" : content.hasSuffix("/") ? content : content + "/"
  }

  package func apply(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !levels.isEmpty || !exceptions.isEmpty else { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard !isFixed(diagnostic) else { return diagnostic }
      let exception = exceptions.last { applies($0, to: diagnostic) }
      guard let level = exception?.level ?? levels[diagnostic.code.id] else { return diagnostic }
      // What a page says about itself may be wrong without harm, but not in silence.
      if Self.pageValues.contains(diagnostic.code.id), level == .off || level == .note {
        return diagnostic
      }
      guard let severity = level.severity else { return nil }
      var changed = diagnostic
      changed.severity = severity
      return changed
    }
  }

  /// Values of front matter that are not what their keys want; the page is read as if they were not
  /// there.
  private static let pageValues: Set<String> = ["TB-Y012", "TB-Y013", "TB-Y015"]

  private func isFixed(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.severity == .error, !Self.pageValues.contains(diagnostic.code.id) else {
      return false
    }
    return ["TB-F", "TB-C", "TB-Y", "TB-T"].contains(String(diagnostic.code.id.prefix(4)))
  }

  private func applies(_ exception: Exception, to diagnostic: Diagnostic) -> Bool {
    guard exception.codes.isEmpty || exception.codes.contains(diagnostic.code.id) else {
      return false
    }
    if !exception.paths.isEmpty {
      guard var path = diagnostic.path else { return false }
      if path.hasPrefix(contentPrefix) { path.removeFirst(contentPrefix.count) }
      guard exception.paths.contains(where: { $0.matches(path) }) else { return false }
    }
    guard !exception.targets.isEmpty else { return true }
    guard let subject = diagnostic.subject else { return false }
    return exception.targets.contains { $0.matches(subject) }
  }
}
