import ByteText
import Reporting

extension TestResults {
  /// The XML of JUnit: a suite for each target. What could not be run is an `error`.
  package var junit: [UInt8] {
    var output = ByteBuffer()
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<testsuites name=\"turn test\" \(counts)>\n")
    var rest = cases[...]
    while let first = rest.first {
      let suite = rest.prefix { $0.target == first.target }
      rest = rest.dropFirst(suite.count)
      var part = TestResults()
      part.cases = Array(suite)
      output.append("  <testsuite name=\"")
      output.append(xmlAttribute: first.target)
      output.append("\" \(part.counts) skipped=\"0\">\n")
      for each in suite { Self.write(each, into: &output) }
      output.append("  </testsuite>\n")
    }
    output.append("</testsuites>\n")
    return output.array
  }

  private var counts: String {
    "tests=\"\(cases.count)\" failures=\"\(failed)\" errors=\"\(unrun)\""
  }

  private static func write(_ test: Case, into output: inout ByteBuffer) {
    output.append("    <testcase classname=\"")
    output.append(xmlAttribute: test.target)
    output.append("\" name=\"")
    output.append(xmlAttribute: test.name)
    switch test.state {
    case .passed: output.append("\"/>\n")
    case .failed(let failures):
      let message =
        failures.count == 1
        ? failures[0].demand : "\(failures.count) things were expected otherwise"
      let text = failures.map { "\($0.demand)\ncame: \($0.came)\n" }.joined()
      element("failure", "expectation", message, text, into: &output)
    case .unrun(let words, let help):
      element("error", "not run", words, "\(words)\n\(help)\n", into: &output)
    }
  }

  private static func element(
    _ name: String, _ type: String, _ message: String, _ text: String,
    into output: inout ByteBuffer
  ) {
    output.append("\">\n      <\(name) type=\"\(type)\" message=\"")
    output.append(xmlAttribute: message)
    output.append("\">")
    output.append(xmlContent: text)
    output.append("</\(name)>\n    </testcase>\n")
  }
}
