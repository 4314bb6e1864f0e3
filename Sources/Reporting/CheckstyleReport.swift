import ByteText
import Diagnostics

/// Findings in the XML that Checkstyle writes: a `file` for each file, an `error` for each finding.
/// Those about no file stand under the name `.`, the folder that the program ran in.
struct CheckstyleReport {
  func write(_ report: Report, into output: inout ByteBuffer, from sources: inout SourceLines) {
    output.append(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n")
    var rest = report.diagnostics[...]
    while let first = rest.first {
      let file = rest.prefix { $0.path == first.path }
      rest = rest.dropFirst(file.count)
      output.append("  <file name=\"")
      output.append(xmlAttribute: first.path ?? ".")
      output.append("\">\n")
      for diagnostic in file { write(diagnostic, into: &output, from: &sources) }
      output.append("  </file>\n")
    }
    output.append("</checkstyle>\n")
  }

  private func write(
    _ diagnostic: Diagnostic, into output: inout ByteBuffer, from sources: inout SourceLines
  ) {
    let lines = sources.own(diagnostic.path)
    output.append("    <error")
    if let position = diagnostic.range.flatMap({ lines?.position(of: $0.start) }) {
      output.append(" line=\"\(position.line)\" column=\"\(position.column)\"")
    }
    let severity = diagnostic.severity == .note ? "info" : diagnostic.severity.rawValue
    output.append(" severity=\"\(severity)\" message=\"")
    let words = FindingWords(diagnostic, places: true, from: &sources)
    output.append(xmlAttribute: words.lines.joined(separator: "\n"))
    output.append("\" source=\"turnbook.\(diagnostic.code.id)\"/>\n")
  }
}
