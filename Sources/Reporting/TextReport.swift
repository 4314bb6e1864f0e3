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

  func write(_ report: Report, into output: inout ByteBuffer, source: (String) -> [UInt8]?) {
    var lines = SourceLines()
    for (number, diagnostic) in report.diagnostics.enumerated() {
      if number > 0 { output.append("\n") }
      write(diagnostic, in: lines.of(diagnostic.path, source), to: &output)
    }
  }

  private func write(_ diagnostic: Diagnostic, in lines: LineTable?, to output: inout ByteBuffer) {
    let position = diagnostic.range.flatMap { lines?.position(of: $0.start) }
    output.append(headline(diagnostic, at: position))
    if let lines, let range = diagnostic.range, let position {
      output.append(excerpt(lines.line(position.line), range, at: position, diagnostic.severity))
    }
    for note in diagnostic.notes {
      output.append("   \(style("note:", as: .note)) \(VisibleText.of(note))\n")
    }
    if let help = diagnostic.help {
      output.append("   \(style("help:", as: .help)) \(VisibleText.of(help))\n")
    }
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

  private func excerpt(
    _ line: ArraySlice<UInt8>, _ range: ByteRange, at position: Position, _ severity: Severity
  ) -> String {
    let digits = String(position.line)
    let gutter = max(5, digits.count)
    let number = String(repeating: " ", count: gutter - digits.count) + digits
    let blank = String(repeating: " ", count: gutter)
    let excerpt = SourceExcerpt(line: line, range: range, column: gutter + 3)
    return style(number + " |", as: .gutter) + (excerpt.text.isEmpty ? "" : " ") + excerpt.text
      + "\n" + style(blank + " |", as: .gutter) + " " + excerpt.indent
      + style(excerpt.carets, as: .severity(severity)) + "\n"
  }
}
