import Diagnostics
import JSON
import Reporting
import Testing

@Suite("Reports for programs that read line by line")
struct JSONLinesReportTests {
  @Test("each finding is one line, the same object as in JSON")
  func lines() throws {
    let whole = try JSONValue(parsing: Array(SampleReport.written(as: .json).utf8))
    let text = SampleReport.written(as: .jsonl)
    #expect(text.hasSuffix("}\n"))
    let lines = try text.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    #expect(lines == whole["diagnostics"]?.array)
    #expect(lines.count == SampleReport.all.count)
  }

  @Test("without findings there is nothing")
  func empty() {
    #expect(SampleReport.written([], as: .jsonl).isEmpty)
  }
}
