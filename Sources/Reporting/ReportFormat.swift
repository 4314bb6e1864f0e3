/// The forms a report can take; the raw value is what a person types.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people: one finding after the other, with the source line and a mark under the place.
  case text
  /// For programs: one object with all findings and their counts.
  case json
}
