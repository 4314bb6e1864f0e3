import ByteText
import Diagnostics
import JSON

/// The codes that occur in a report, as the rules of a SARIF log.
struct SARIFRules {
  /// By their ids.
  private let codes: [Code]
  private let indices: [Code: Int]

  init(_ report: Report) {
    codes = Set(report.diagnostics.map(\.code)).sorted { $0.id < $1.id }
    indices = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
  }

  func index(of code: Code) -> Int? { indices[code] }

  /// What the run's tool is, with its rules.
  func writeDriver(_ facts: ReportFacts, to json: inout JSONWriter) {
    json.object("driver") { json in
      json.member("name", "turnbook")
      if let version = facts.version { json.member("version", version) }
      if let homepage = facts.homepage { json.member("informationUri", homepage) }
      json.array("rules") { json in
        for code in codes { write(code, facts, to: &json) }
      }
    }
  }

  private func write(_ code: Code, _ facts: ReportFacts, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", code.id)
      json.object("shortDescription") { json in json.member("text", code.rule) }
      if !code.explanation.isEmpty {
        json.object("fullDescription") { json in
          json.member("text", Self.firstParagraph(of: code.explanation))
          json.member("markdown", Self.firstParagraph(of: code.explanation))
        }
        json.object("help") { json in
          json.member("text", code.explanation)
          json.member("markdown", Self.help(code))
        }
      }
      if let page = facts.page(of: code) { json.member("helpUri", page) }
      json.object("defaultConfiguration") { json in
        json.member("level", code.severity.rawValue)
      }
    }
  }

  /// What is shown where there is room for a thousand characters, as GitHub has.
  private static func firstParagraph(of text: String) -> String {
    text.split(separator: "\n\n", maxSplits: 1).first.map { String($0) } ?? text
  }

  /// The explanation with both examples, in Markdown.
  private static func help(_ code: Code) -> String {
    var text = code.explanation
    if let wrong = code.wrong { text += "\n\nWrong:\n\n" + fenced(wrong, code.language) }
    if let right = code.right { text += "\n\nRight:\n\n" + fenced(right, code.language) }
    return text
  }

  /// A block of code with a fence longer than any in it.
  private static func fenced(_ text: String, _ language: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return fence + language + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence
  }
}
