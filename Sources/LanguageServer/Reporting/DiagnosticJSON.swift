import Diagnostics
import JSON

/// A finding as the protocol has it.
struct DiagnosticJSON {
  private let terms: ClientTerms
  /// The folder of the guide, which the words of findings need not repeat.
  private let prefix: String
  /// What the address of a code's page in the reference begins with.
  private let reference: String?

  init(_ terms: ClientTerms, folder: String, reference: String?) {
    self.terms = terms
    prefix = folder == "/" ? "/" : folder + "/"
    self.reference = reference
  }

  /// - Parameters:
  ///   - text: the file; nil where it cannot be read.
  ///   - location: the place of something in another file.
  func json(
    _ finding: Diagnostic, in text: TextDocument?,
    location: (ByteRange, String) -> JSONValue?
  ) -> JSONValue {
    var object: JSONObject = [
      "range": Self.range(finding.range, text), "severity": Self.severity(finding.severity),
      "code": .string(finding.code.id),
    ]
    if terms.hasCodeLinks, let reference {
      object["codeDescription"] = ["href": .string(reference + finding.code.id.lowercased())]
    }
    object["source"] = "turnbook"
    object["message"] = .string(words(finding))
    if terms.hasDiagnosticTags, Self.unneeded.contains(finding.code.id) { object["tags"] = [1] }
    let related = finding.places.compactMap { place -> JSONValue? in
      location(place.range, place.path).map {
        ["location": $0, "message": .string(plain(place.label))]
      }
    }
    if terms.hasRelatedInformation, !related.isEmpty {
      object["relatedInformation"] = .array(related)
    }
    return .object(object)
  }

  /// What is wrong, further facts, and the next step, a line each.
  private func words(_ finding: Diagnostic) -> String {
    ([finding.message] + finding.notes + [finding.help].compactMap(\.self))
      .map(plain).joined(separator: "\n")
  }

  private func plain(_ words: String) -> String {
    words.split(separator: prefix, omittingEmptySubsequences: false).joined()
  }

  static func range(_ range: ByteRange?, _ text: TextDocument?) -> JSONValue {
    guard let range, let text else {
      let start = TextPosition(line: 0, character: 0).json
      return ["start": start, "end": start]
    }
    return Desk.range(range, in: text)
  }

  private static func severity(_ severity: Severity) -> JSONValue {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }

  /// The codes of what may go without anything being missed: definitions and footnotes that nothing
  /// refers to, comments that ignore nothing.
  private static let unneeded: Set<String> = ["TB-M025", "TB-L015", "TB-L017"]
}
