import ByteText
import Diagnostics
import JSON

/// Findings for programs: `{"version": 1, "diagnostics": [...], "counts": {...}}`.
///
/// Lines and columns count from 1, columns in Unicode scalars; `end_column` is one past the last.
/// What is not known is null. A key is never removed or given another meaning without a new
/// `version`.
struct JSONReport {
  static let version = 1

  func write(_ report: Report, into output: inout ByteBuffer, source: (String) -> [UInt8]?) {
    var json = JSONWriter(into: output, layout: .indented)
    var lines = SourceLines()
    json.object { json in
      json.member("version", Self.version)
      json.array("diagnostics") { json in
        for diagnostic in report.diagnostics {
          write(diagnostic, in: lines.of(diagnostic.path, source), to: &json)
        }
      }
      json.object("counts") { json in
        for severity in Severity.allCases.sorted(by: >) {
          json.member(severity.rawValue + "s", report.count(of: severity))
        }
      }
    }
    output = json.finish()
    output.append("\n")
  }

  private func write(_ diagnostic: Diagnostic, in lines: LineTable?, to json: inout JSONWriter) {
    let start = diagnostic.range.flatMap { lines?.position(of: $0.start) }
    let end = diagnostic.range.flatMap { lines?.position(of: $0.end) }
    json.object { json in
      json.member("code", diagnostic.code.id)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      json.member("path", diagnostic.path)
      json.member("line", start?.line)
      json.member("column", start?.column)
      json.member("end_line", end?.line)
      json.member("end_column", end?.column)
      json.array("notes") { json in for note in diagnostic.notes { json.value(note) } }
      json.member("help", diagnostic.help)
    }
  }
}
