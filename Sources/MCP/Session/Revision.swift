/// The revisions of the protocol that are spoken, by their dates.
enum Revision: String, CaseIterable, Comparable {
  case november2024 = "2024-11-05"
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"
  case july2026 = "2026-07-28"

  static func < (left: Revision, right: Revision) -> Bool { left.rawValue < right.rawValue }

  /// Whether each request says itself what holds for it; earlier ones begin with a handshake.
  var isStateless: Bool { self >= .july2026 }

  /// What a client is offered that asks for a revision nobody here knows.
  static let latestWithHandshake = Revision.november2025

  /// The newest first.
  static var names: [String] { allCases.reversed().map(\.rawValue) }

  // MARK: - What came when

  /// Several messages in one array; the next revision took it away again.
  var hasBatches: Bool { self == .march2025 }
  /// Hints about what a tool does, and the capability `completions`.
  var hasToolHints: Bool { self >= .march2025 }
  /// Titles, results of tools as values with a schema, `_meta` of prompts and resources, and
  /// questions to the person.
  var hasTitles: Bool { self >= .june2025 }
  /// A choice of several in a form.
  var hasListsInForms: Bool { self >= .november2025 }
  /// An error may be without an id.
  var hasErrorsWithoutID: Bool { self >= .november2025 }
}
