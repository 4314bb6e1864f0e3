import ByteText
import Diagnostics

/// Findings as workflow commands of GitHub Actions, one a line, which show them beside the source:
/// `::error file=a.md,line=3,col=7,endLine=3,endColumn=9,title=TB-L001::there is no page "b.md"`.
struct GitHubReport {
  func write(_ report: Report, into output: inout ByteBuffer, from sources: inout SourceLines) {
    for diagnostic in report.diagnostics {
      let lines = sources.own(diagnostic.path)
      output.append("::")
      output.append(Self.command(for: diagnostic.severity))
      output.append(" ")
      if let path = diagnostic.path {
        output.append("file=" + Self.escaped(path, isProperty: true) + ",")
        if let lines, let range = diagnostic.range {
          output.append(Self.place(range, in: lines))
        }
      }
      output.append("title=" + diagnostic.code.id + "::")
      let words = FindingWords(diagnostic, places: true, from: &sources)
      output.append(Self.escaped(words.lines.joined(separator: "\n"), isProperty: false))
      output.append("\n")
    }
  }

  private static func command(for severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func place(_ range: ByteRange, in lines: LineTable) -> String {
    let start = lines.position(of: range.start)
    let end = lines.position(of: range.end)
    let place = "line=\(start.line),col=\(start.column),endLine=\(end.line),"
    // GitHub refuses columns for what is longer than a line.
    return place + (start.line == end.line ? "endColumn=\(end.column)," : "")
  }

  /// Text as a command may hold it; in a property, what ends one is escaped too.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default:
        if let sign = VisibleText.sign(for: scalar) {
          escaped += sign
        } else {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
  }
}
