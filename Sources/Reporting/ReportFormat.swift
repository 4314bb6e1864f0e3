/// The forms a report can take; the raw value is what a person types.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people: one finding after the other, with the source line and a mark under the place.
  case text
  /// For programs: one object with all findings and their counts.
  case json
  /// For programs that read line by line: one object for each finding, and nothing else.
  case jsonl
  /// For programs that gather findings: SARIF 2.1.0, with the rules and the fixes.
  case sarif
  /// For a run of GitHub Actions: commands that put findings beside the lines of a change.
  case github
  /// For programs that show test results: each file with findings is a test.
  case junit
  /// For programs that read what Checkstyle writes: findings by file.
  case checkstyle
}
