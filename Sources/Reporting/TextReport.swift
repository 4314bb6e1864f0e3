import ByteText
import Diagnostics

/// Findings for people, one after the other with an empty line between them:
/// ```
/// content/page.md:12:1: error: the key "titel" is not known [TB-Y003]
///    12 | titel: Foo
///       | ^^^^^
///    help: did you mean "title"?
/// ```
struct TextReport {
  private let style: TerminalStyle

  init(color: Bool) { style = TerminalStyle(color: color) }

  func write(_ report: Report, into output: inout ByteBuffer, from sources: inout SourceLines) {
    for (number, diagnostic) in report.diagnostics.enumerated() {
      if number > 0 { output.append("\n") }
      write(diagnostic, into: &output, from: &sources)
    }
  }

  private func write(
    _ diagnostic: Diagnostic, into output: inout ByteBuffer, from sources: inout SourceLines
  ) {
    let lines = sources.own(diagnostic.path)
    let position = diagnostic.range.flatMap { lines?.position(of: $0.start) }
    output.append(headline(diagnostic, at: position))
    if let lines, let range = diagnostic.range {
      let excerpt = TextExcerpt(range, in: lines)
      output.append(excerpt.text("^", as: .severity(diagnostic.severity), style))
    }
    for note in diagnostic.notes { output.append(remark("note", VisibleText.of(note), as: .note)) }
    for place in diagnostic.places { write(place, into: &output, from: &sources) }
    if let help = diagnostic.help {
      output.append(remark("help", VisibleText.of(help), as: .help))
    }
    if let fix = diagnostic.fix, !FindingWords.tells(diagnostic.help, fix) {
      // The changed lines say it better than words that come after other words.
      if diagnostic.help == nil {
        output.append(remark("help", VisibleText.of(fix.title), as: .help))
      }
      if let lines, let path = diagnostic.path {
        output.append(TextPreview(of: fix, to: path, in: lines).text(style))
      }
    }
  }

  private func write(
    _ place: Diagnostic.Place, into output: inout ByteBuffer, from sources: inout SourceLines
  ) {
    let lines = sources.other(place.path)
    let words = FindingWords.words(place, at: lines?.position(of: place.range.start))
    output.append(remark("note", words, as: .note))
    if let lines {
      output.append(TextExcerpt(place.range, in: lines).text("-", as: .note, style))
    }
  }

  private func remark(_ name: String, _ words: String, as part: TerminalStyle.Part) -> String {
    "   \(style(name + ":", as: part)) \(words)\n"
  }

  private func headline(_ diagnostic: Diagnostic, at position: Position?) -> String {
    var line = ""
    if let path = diagnostic.path {
      let place = position.map { ":\($0.line):\($0.column)" } ?? ""
      line += style(VisibleText.of(path) + place + ":", as: .place) + " "
    }
    line += style(diagnostic.severity.rawValue + ":", as: .severity(diagnostic.severity))
    line += " " + VisibleText.of(diagnostic.message)
    return line + " " + style("[\(diagnostic.code.id)]", as: .code) + "\n"
  }
}
