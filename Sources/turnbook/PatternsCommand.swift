import ByteText
import Commands
import Diagnostics
import FileTree
import PatternExtraction
import Patterns
import Reporting
import Site
import Terminal

/// `turnbook patterns`: shows the pattern of a page, and what became of its blocks.
struct PatternsCommand {
  private let path: String
  private let folder: String
  private let explains: Bool
  private let isJSON: Bool

  init(_ invocation: Invocation) {
    path = invocation.value("PAGE") ?? ""
    folder = invocation.value("folder") ?? "."
    explains = invocation.isOn("explain")
    isJSON = invocation.isOn("json")
  }

  func run() -> Int32 {
    let answer: PatternInquiry.Answer
    do throws(BuildFailure) {
      answer = try PatternInquiry.ask(path, folder: folder)
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic))
      return 2
    }
    let extraction = answer.extraction
    let found = Set(answer.diagnostics + extraction.diagnostics).sorted()
    if isJSON {
      var buffer = PatternJSON(extraction).text
      buffer.append("\n")
      buffer.withBytes { StandardStream.output.write($0) }
    } else {
      let words = PatternWords(extraction, color: StandardStream.output.showsColour)
      StandardStream.output.write(explains ? words.fences : words.pattern)
    }
    report(found)
    if extraction.pattern == nil, !isJSON, !explains {
      StandardStream.error.write(
        "\(VisibleText.of(path)) has no pattern\(answer.hasOutline ? Self.hint : "")\n")
    }
    return extraction.pattern == nil || found.contains { $0.severity == .error } ? 1 : 0
  }

  private static let hint = "; --explain says what became of its blocks"

  private func report(_ found: [Diagnostic]) {
    guard !found.isEmpty else { return }
    var buffer = ByteBuffer()
    Report(found).write(
      as: .text, color: StandardStream.error.showsColour, into: &buffer,
      source: { try? FileReader.read($0, limit: 64 << 20) })
    buffer.withBytes { StandardStream.error.write($0) }
  }
}
