import ByteText
import Diagnostics
import JSON

/// Findings for programs: `{"version": 1, "diagnostics": [...], "counts": {...}}`.
///
/// What each finding holds is told at `JSONFinding`. A key is never removed or given another meaning
/// without a new `version`.
struct JSONReport {
  static let version = 1

  func write(_ report: Report, into output: inout ByteBuffer, from sources: inout SourceLines) {
    var json = JSONWriter(into: output, layout: .indented)
    json.object { json in
      json.member("version", Self.version)
      json.array("diagnostics") { json in
        for diagnostic in report.diagnostics {
          JSONFinding(diagnostic).write(to: &json, from: &sources)
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
}
