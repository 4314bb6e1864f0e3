import Diagnostics
import Site

/// The guide read again, apart from the server, which goes on answering meanwhile.
package struct Refresh: Sendable {
  let options: BuildOptions
  let before: OpenGuide?
  let changed: Set<String>?
  let rescans: Bool
  /// The texts that the guide is read with, by their absolute paths.
  var texts: [String: [UInt8]] { options.unsaved }

  /// What came of it.
  package struct Outcome: Sendable {
    let texts: [String: [UInt8]]
    /// Nil where there is none: no folder, no page, a configuration that cannot be read.
    let guide: OpenGuide?
    /// By the paths that findings print.
    let findings: [String: [Diagnostic]]
    /// What no single file has.
    let failure: Diagnostic?
  }

  package func run() async -> Outcome {
    do throws(BuildFailure) {
      let guide = try await OpenGuide(
        options, after: before, changed: changed, rescans: rescans)
      var findings: [String: [Diagnostic]] = [:]
      for finding in guide.diagnostics {
        findings[finding.path ?? guide.configPath, default: []].append(finding)
      }
      return Outcome(texts: texts, guide: guide, findings: findings, failure: nil)
    } catch {
      var findings: [String: [Diagnostic]] = [:]
      if let path = error.diagnostic.path { findings[path] = [error.diagnostic] }
      return Outcome(texts: texts, guide: nil, findings: findings, failure: error.diagnostic)
    }
  }
}

/// What is to be read again when there is time for it.
struct RefreshWish {
  /// Absolute paths; nil where anything may have changed.
  var changed: Set<String>? = []
  /// Whether the disk has to be looked at.
  var rescans = false
  private(set) var isWished = false

  mutating func wish(_ path: String?, rescans: Bool) {
    isWished = true
    if rescans { self.rescans = true }
    if let path {
      changed?.insert(path)
    }
  }

  mutating func wishEverything() {
    self = RefreshWish(changed: nil, rescans: true, isWished: true)
  }
}
