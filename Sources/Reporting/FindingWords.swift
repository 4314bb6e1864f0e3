import Diagnostics

/// What a finding says beside its place, for forms that have one text for all of it: a line each for
/// the message, the notes, the other places and the help.
struct FindingWords {
  /// Harmless lines: what a terminal would obey is shown as a sign.
  private(set) var lines: [String]

  /// - Parameter places: Whether the other places are told; not where the form has room for them.
  init(_ diagnostic: Diagnostic, places: Bool, from sources: inout SourceLines) {
    lines = [VisibleText.of(diagnostic.message)]
    lines += diagnostic.notes.map { "note: " + VisibleText.of($0) }
    if places {
      for place in diagnostic.places {
        let position = sources.other(place.path)?.position(of: place.range.start)
        lines.append("note: " + Self.words(place, at: position))
      }
    }
    if let help = Self.help(diagnostic) { lines.append("help: " + VisibleText.of(help)) }
  }

  /// The other place in one line: `it is defined first at content/a.md:3:1`.
  static func words(_ place: Diagnostic.Place, at position: Position?) -> String {
    let words = VisibleText.of(place.label) + " at " + VisibleText.of(place.path)
    return words + (position.map { ":\($0.line):\($0.column)" } ?? "")
  }

  /// The next step, and what the fix would do where the help does not tell.
  static func help(_ diagnostic: Diagnostic) -> String? {
    guard let fix = diagnostic.fix, !tells(diagnostic.help, fix) else { return diagnostic.help }
    return diagnostic.help.map { $0 + "; " + fix.title } ?? fix.title
  }

  /// Whether the help says what the fix does: by its title, or by the one text that it writes.
  static func tells(_ help: String?, _ fix: Fix) -> Bool {
    guard let help else { return false }
    if help.contains(fix.title) { return true }
    guard fix.edits.count == 1, let text = fix.edits.first?.replacement else { return false }
    return !text.isEmpty && !text.contains { $0.isWhitespace } && help.contains(text)
  }
}
