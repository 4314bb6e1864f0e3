import Foundation
import Testing

/// A reader who does what *First guide in five minutes* says, word for word, in an empty folder.
@Suite("First guide in five minutes")
struct FirstGuideTests {
  @Test("leads to a guide with a pattern that is filled in")
  func followed() throws {
    let desk = try Guide()
    var folder = ""
    var count = 0
    for sample in try ManualPage("manual/first-guide.md").samples {
      switch SampleKind(sample) {
      case .page: try desk.write(folder + #require(sample.title), sample.text)
      // A line for the list of the start page.
      case .fragment:
        let index = folder + "content/index.md"
        var lines = try #require(desk.text(index)).components(separatedBy: "\n")
        let place = try #require(lines.lastIndex { $0.hasPrefix("- [") })
        lines.insert(sample.text.trimmingCharacters(in: .newlines), at: place + 1)
        try desk.write(index, lines.joined(separator: "\n"))
      case .session:
        for step in Session(sample.text).steps {
          if step.command.hasPrefix("cd ") {
            folder = step.command.dropFirst(3) + "/"
            continue
          }
          let printed = try printed(by: step, at: desk, in: folder)
          #expect(Session.shows(step.output, printed), "\(step.command) prints\n\(printed)")
          count += 1
        }
      default: Issue.record("\(sample.place): nobody has said what to do with it")
      }
    }
    #expect(count > 8)
    #expect(desk.has("my-guide/site/patterns/write-it-twice.json"))
    #expect(desk.text("my-guide/requests.json")?.contains("a family on its first visit") == true)
  }

  /// What a command prints; one that asks questions gets the answers that the page shows.
  private func printed(by step: Session.Step, at desk: Guide, in folder: String) throws -> String {
    let prompt = /^(?:> |1\. )/.anchorsMatchLineEndings()
    let answers = step.output.matches(of: prompt).map { match in
      String(step.output[match.range.upperBound...].prefix { $0 != "\n" })
    }
    guard !answers.isEmpty else { return try desk.shell(step.command, in: folder).text }
    return try Terminal().talk(
      step.command, in: desk.at(folder), environment: desk.shellEnvironment, answering: answers,
      at: prompt)
  }
}
