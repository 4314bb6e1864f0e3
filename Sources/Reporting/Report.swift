package import ByteText
package import Diagnostics

/// The findings of one run in the order of every report, each once.
package struct Report: Sendable {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: some Sequence<Diagnostic>) {
    var seen = Set<Diagnostic>()
    let unique = diagnostics.filter { seen.insert($0).inserted }
    // The place in the input decides between findings that only differ in what `<` does not look
    // at.
    self.diagnostics = unique.enumerated().sorted { left, right in
      if left.element < right.element { return true }
      if right.element < left.element { return false }
      return left.offset < right.offset
    }.map(\.element)
  }

  package func count(of severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The counts in words: `2 errors, 1 warning`; `no problems` when there is nothing to report.
  package var summary: String {
    let counts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
      let count = count(of: severity)
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "no problems" : counts.joined(separator: ", ")
  }

  /// Appends the report in one of its forms.
  ///
  /// - Parameters:
  ///   - color: whether text carries terminal colours; other forms never do.
  ///   - facts: what some forms tell beside the findings.
  ///   - source: the bytes of a file by the path in its findings, asked once a path, or again where
  ///     findings refer to very many files; nil when it cannot be read: then its findings have no
  ///     line, column and excerpt.
  package func write(
    as format: ReportFormat, color: Bool = false, facts: ReportFacts = ReportFacts(),
    into output: inout ByteBuffer, source: (_ path: String) -> [UInt8]?
  ) {
    withoutActuallyEscaping(source) { source in
      var sources = SourceLines(source)
      switch format {
      case .text: TextReport(color: color).write(self, into: &output, from: &sources)
      case .json: JSONReport().write(self, into: &output, from: &sources)
      case .jsonl: JSONLinesReport().write(self, into: &output, from: &sources)
      case .sarif: SARIFReport(facts).write(self, into: &output, from: &sources)
      case .github: GitHubReport().write(self, into: &output, from: &sources)
      case .junit: JUnitReport(facts).write(self, into: &output, from: &sources)
      case .checkstyle: CheckstyleReport().write(self, into: &output, from: &sources)
      }
    }
  }
}
