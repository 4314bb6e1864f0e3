import Reporting

extension StandardStream {
  /// Writes lines that may repeat what is not our own: control characters are shown as symbols.
  package func write(words lines: String) {
    let shown = lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.of(String($0)) }
    write(shown.joined(separator: "\n"))
  }
}
