import ByteText
import Diagnostics
import JSON

/// Findings for programs that read line by line: one object a line, with the keys of `JSONFinding`,
/// and nothing else. Without findings there is nothing at all.
struct JSONLinesReport {
  func write(_ report: Report, into output: inout ByteBuffer, from sources: inout SourceLines) {
    for diagnostic in report.diagnostics {
      var json = JSONWriter(into: output, layout: .compact)
      JSONFinding(diagnostic).write(to: &json, from: &sources)
      output = json.finish()
      output.append("\n")
    }
  }
}
