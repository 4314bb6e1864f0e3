import Foundation
import JSON
import Testing

/// What services read is read as they do, by PyYAML and by pre-commit itself.
@Suite(
  "The files for services on the pages of the manual",
  .enabled(if: Workshop.isThere, Workshop.absent))
struct ServiceSampleTests {
  private static let samples = ManualPage.all.flatMap(\.samples).filter {
    SampleKind($0) == .service
  }

  private static func value(of sample: Sample, in guide: Guide) throws -> JSONValue {
    try guide.write("sample.yml", sample.text)
    return try Workshop.answer("yaml", guide.at("sample.yml").path, in: guide.folder)
  }

  @Test("are of a service that is known", arguments: samples)
  func known(sample: Sample) throws {
    let title = try #require(sample.title)
    let guide = try Guide()
    let value = try Self.value(of: sample, in: guide)
    switch title {
    case ".gitlab-ci.yml":
      // `ServicesTests` runs it.
      #expect(value.object?.isEmpty == false)
    case ".pre-commit-config.yaml":
      let run = try Workshop.bash(
        "'\(Workshop.preCommit)' validate-config sample.yml", in: guide.folder)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
    case _ where title.hasPrefix(".github/workflows/"): try Self.readWorkflow(value)
    default: Issue.record("\(sample.place): nobody reads \(title)")
    }
  }

  /// GitHub takes a step that uses an action or runs a script, and never both.
  private static func readWorkflow(_ value: JSONValue) throws {
    let action = try Workshop.answer("yaml", Workshop.file("action.yml"), in: Repository.folder)
    let jobs = try #require(value["jobs"]?.object)
    #expect(!jobs.isEmpty && value["name"]?.string != nil)
    for job in jobs.members.map(\.value) {
      #expect(job["runs-on"]?.string != nil)
      for step in try #require(job["steps"]?.array) {
        let used = step["uses"]?.string
        #expect((used == nil) == (step["run"]?.string != nil), "\(step)")
        if let used { #expect(used.contains(/^[\w-]+\/[\w-]+@v\d/), "\(used)") }
        if let script = step["run"]?.string { try Workshop.readWords(of: script) }
        guard used?.contains("/turnbook@") == true else { continue }
        for input in step["with"]?.object?.members.map(\.key) ?? [] {
          #expect(action["inputs"]?[input] != nil, "\(input)")
        }
      }
    }
  }
}
