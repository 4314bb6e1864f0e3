import ByteText
import Commands
import Diagnostics
import FileTree
import JSON
import Site
import Terminal

/// `turnbook explain`: says what a code means, or lists all codes.
struct ExplainCommand {
  private let name: String?
  private let isJSON: Bool
  private let folder: String?

  init(_ invocation: Invocation) {
    name = invocation.value("CODE")
    isJSON = invocation.isOn("json")
    folder = invocation.value("write")
  }

  func run() -> Int32 {
    if let folder { return write(into: folder) }
    guard let name else {
      show(CodeReference.all, as: ExplanationText.list)
      return 0
    }
    guard let code = CodeReference.code(named: name) else {
      let hint =
        CodeReference.nearest(to: name).map { "did you mean \"\($0)\"?" }
        ?? "'turnbook explain' lists them all"
      return refuse("there is no code \"\(name)\"; \(hint)")
    }
    show([code]) { text in { codes in codes.map(text.text).joined() } }
    return 0
  }

  private func show(_ codes: [Code], as words: (ExplanationText) -> ([Code]) -> String) {
    guard isJSON else {
      let text = ExplanationText(color: StandardStream.output.showsColour)
      return StandardStream.output.write(words(text)(codes))
    }
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("version", 1)
      json.array("codes") { json in for code in codes { Self.write(code, to: &json) } }
    }
    var buffer = json.finish()
    buffer.append("\n")
    buffer.withBytes { StandardStream.output.write($0) }
  }

  private static func write(_ code: Code, to json: inout JSONWriter) {
    json.object { json in
      json.member("code", code.id)
      json.member("severity", code.severity.rawValue)
      json.member("rule", code.rule)
      json.member("explanation", code.explanation)
      json.member("language", code.language)
      json.member("wrong", code.wrong)
      json.member("right", code.right)
    }
  }

  private func write(into folder: String) -> Int32 {
    guard name == nil, !isJSON else {
      return refuse("--write takes all codes, and takes neither a code nor --json")
    }
    let files = ReferencePages(CodeReference.all).files
    do throws(FileError) {
      try NewFiles.write(
        files.map { NewFiles.File(path: $0.path, text: $0.text) }, in: folder, replacing: true)
      StandardStream.error.write("Wrote \(files.count) pages into \(folder)\n")
      return 0
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic()))
      return 2
    }
  }

  private func refuse(_ problem: String) -> Int32 {
    StandardStream.error.write(
      words: "turnbook explain: \(problem)\nTry 'turnbook explain --help'.\n")
    return UsageError.exitCode
  }
}
