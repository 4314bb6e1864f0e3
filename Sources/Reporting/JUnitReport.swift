import ByteText
import Diagnostics

/// Findings in the XML of JUnit: each file with findings is a test, which fails when one of them
/// matters as much as `ReportFacts.failure`.
///
/// One `failure` tells all of a test's findings, because several readers take only one. Findings
/// that matter less stand in `system-out`. Without findings there is one test that passes, since a
/// suite without tests looks like a run that went wrong.
struct JUnitReport {
  private let facts: ReportFacts

  init(_ facts: ReportFacts) { self.facts = facts }

  /// The findings of one file, or those about no file.
  private struct Test {
    let path: String?
    var failures: [Diagnostic] = []
    var others: [Diagnostic] = []
  }

  func write(_ report: Report, into output: inout ByteBuffer, from sources: inout SourceLines) {
    let tests = tests(of: report)
    let failing = tests.count { !$0.failures.isEmpty }
    let counts = #"tests="\#(max(1, tests.count))" failures="\#(failing)" errors="0""#
    output.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="turnbook" \(counts)>
        <testsuite name="turnbook" \(counts) skipped="0">

      """)
    if tests.isEmpty {
      output.append("    <testcase classname=\"turnbook\" name=\"no findings\"/>\n")
    }
    for test in tests { write(test, into: &output, from: &sources) }
    output.append("  </testsuite>\n</testsuites>\n")
  }

  /// A test for each path in the order of the report.
  private func tests(of report: Report) -> [Test] {
    var tests: [Test] = []
    for diagnostic in report.diagnostics {
      if tests.isEmpty || tests[tests.count - 1].path != diagnostic.path {
        tests.append(Test(path: diagnostic.path))
      }
      if diagnostic.severity >= facts.failure {
        tests[tests.count - 1].failures.append(diagnostic)
      } else {
        tests[tests.count - 1].others.append(diagnostic)
      }
    }
    return tests
  }

  private func write(
    _ test: Test, into output: inout ByteBuffer, from sources: inout SourceLines
  ) {
    output.append("    <testcase classname=\"turnbook\" name=\"")
    output.append(xmlAttribute: test.path ?? "no file")
    if let path = test.path {
      output.append("\" file=\"")
      output.append(xmlAttribute: path)
    }
    output.append("\">\n")
    if let first = test.failures.first {
      let isOnly = test.failures.count == 1
      output.append("      <failure type=\"\(first.code.id)\" message=\"")
      output.append(xmlAttribute: isOnly ? first.message : Report(test.failures).summary)
      output.append("\">")
      output.append(xmlContent: text(of: test.failures, from: &sources))
      output.append("</failure>\n")
    }
    if !test.others.isEmpty {
      output.append("      <system-out>")
      output.append(xmlContent: text(of: test.others, from: &sources))
      output.append("</system-out>\n")
    }
    output.append("    </testcase>\n")
  }

  /// The findings as text, without excerpts.
  private func text(of diagnostics: [Diagnostic], from sources: inout SourceLines) -> String {
    var text = ""
    for diagnostic in diagnostics {
      let lines = sources.own(diagnostic.path)
      if let path = diagnostic.path {
        text += VisibleText.of(path)
        if let position = diagnostic.range.flatMap({ lines?.position(of: $0.start) }) {
          text += ":\(position.line):\(position.column)"
        }
        text += ": "
      }
      let words = FindingWords(diagnostic, places: true, from: &sources).lines
      text += "\(diagnostic.severity.rawValue): \(words[0]) [\(diagnostic.code.id)]\n"
      for line in words.dropFirst() { text += "   \(line)\n" }
    }
    return text
  }
}
