import Foundation
import JSON
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("The page on checks in CI", .enabled(if: Workshop.isThere, Workshop.absent))
struct ServicesTests {
  private static let page = Workshop.file("content/manual/checks-in-ci.md")

  private static func block(_ title: String) throws -> JSONValue {
    try Workshop.answer("page", page, title, in: Repository.folder)
  }

  @Test("gives the action only inputs that it has, and a version that it can download")
  func workflow() throws {
    let steps = try Self.block(".github/workflows/guide.yml")["jobs"]?["check"]?["steps"]?.array
    let step = try #require(steps?.first { $0["uses"]?.string?.contains("turnbook@") == true })
    let given = try #require(step["with"]?.object)
    let action = try Workshop.answer("yaml", Workshop.file("action.yml"), in: Repository.folder)
    for name in given.keys { #expect(action["inputs"]?[name] != nil, "\(name)") }
    #expect(given["version"]?.string.map { "OWNER/turnbook@v" + $0 } == step["uses"]?.string)
  }

  @Test(
    "GitLab's job fails with the guide, and its report is there in any case",
    arguments: [true, false])
  func gitLab(isGood: Bool) throws {
    let job = try #require(try Self.block(".gitlab-ci.yml")["check guide"])
    #expect(job["artifacts"]?["when"]?.string == "always")
    let report = try #require(job["artifacts"]?["reports"]?["junit"]?.string)
    let script = try #require(job["script"]?.array).compactMap(\.string)
    let guide = try Guide(isGood ? SmallGuide.good : SmallGuide.bad)
    let run = try Workshop.bash(script.joined(separator: "\n"), in: guide.folder)
    #expect(run.status == (isGood ? 0 : 1), "\(run.errors)")
    let text = try #require(guide.text(report))
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "line \(parser.lineNumber)")
    #expect(text.contains("<testsuite"))
    #expect(text.contains("<failure") == !isGood)
    #expect(text.contains("TB-L001") == !isGood)
  }

  @Test(
    "the line for any shell tells a good guide from a bad one by its exit code",
    arguments: [true, false])
  func shell(isGood: Bool) throws {
    let text = try Repository.text("content/manual/checks-in-ci.md")
    let block = try #require(text.firstMatch(of: /```sh\n(turnbook .*)\n```/))
    let guide = try Guide(isGood ? SmallGuide.good : SmallGuide.bad)
    let run = try Workshop.bash(String(block.output.1), in: guide.folder)
    #expect(run.status == (isGood ? 0 : 1), "\(run.errors)")
  }

  @Test("names the formats that the program has")
  func formats() throws {
    let text = try Repository.text("content/manual/checks-in-ci.md")
    let line = try #require(text.firstMatch(of: /`--format` chooses .*:(.*)\./))
    let guide = try Guide(SmallGuide.bad)
    let names = line.output.1.matches(of: /`(\w+)`/).map { String($0.output.1) }
    #expect(names.count == 7)
    for name in names {
      #expect(try guide.run("check", "--format", name).status == 1, "\(name)")
    }
  }

  @Test("shows a hook that exists")
  func hookExists() throws {
    let repos = try #require(try Self.block(".pre-commit-config.yaml")["repos"]?.array)
    let hooks = try Workshop.answer(
      "yaml", Workshop.file(".pre-commit-hooks.yaml"), in: Repository.folder)
    let ids = try #require(hooks.array).compactMap { $0["id"]?.string }
    #expect(ids == ["turnbook-check"])
    for hook in repos.flatMap({ $0["hooks"]?.array ?? [] }) {
      #expect(ids.contains(hook["id"]?.string ?? ""))
    }
  }
}

@Suite("The hook for pre-commit", .enabled(if: Workshop.isThere, Workshop.absent))
struct HookTests {
  @Test("is described as pre-commit wants it")
  func manifest() throws {
    let run = try Workshop.bash(
      "'\(Workshop.preCommit)' validate-manifest '\(Workshop.file(".pre-commit-hooks.yaml"))'",
      in: Repository.folder)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  /// A repository that offers the hook, and a guide in a repository that uses it.
  private static func guide() throws -> Guide {
    let guide = try Guide(SmallGuide.good)
    try guide.write("../hooks/.pre-commit-hooks.yaml", Repository.text(".pre-commit-hooks.yaml"))
    try guide.write(
      ".pre-commit-config.yaml",
      """
      repos:
        - repo: ../hooks
          rev: v1
          hooks:
            - id: turnbook-check
              args: [--strict]

      """)
    try run(
      """
      (cd ../hooks && git init -q && git add -A && git commit -qm Hooks && git tag v1)
      git init -q && git add -A && '\(Workshop.preCommit)' install && git commit -qm Begin
      """, in: guide, status: 0)
    return guide
  }

  /// Runs a script with a home of its own, so that no setting of the machine counts.
  @discardableResult
  private static func run(_ script: String, in guide: Guide, status: Int32) throws -> String {
    let program = Run.program.deletingLastPathComponent().path
    let home = guide.at("../home").path
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let run = try Workshop.bash(
      script, in: guide.folder,
      environment: Run.surroundings.merging([
        "PATH": program + ":/usr/local/bin:/usr/bin:/bin", "HOME": home, "NO_COLOR": "1",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": "/dev/null",
      ]) { $1 })
    #expect((run.status == 0) == (status == 0), "\(run.output)\(run.errors)")
    return run.output + run.errors
  }

  @Test(
    "lets a good guide be committed and keeps a dead link out")
  func commit() throws {
    let guide = try Self.guide()
    try guide.write("content/other.md", "# Other\n\n[home](index.md)\n")
    try guide.write("content/index.md", "# Home\n\n[other](other.md)\n")
    try Self.run("git add -A && git commit -qm More", in: guide, status: 0)
    try guide.write("content/index.md", "# Home\n\n[gone](gone.md)\n")
    let said = try Self.run("git add -A && git commit -qm Gone", in: guide, status: 1)
    #expect(said.contains("Turnbook check") && said.contains("[TB-L001]"), "\(said)")
  }

  @Test(
    "finds what the deletion of a page breaks")
  func deletion() throws {
    let guide = try Self.guide()
    try guide.write("content/other.md", "# Other\n")
    try guide.write("content/index.md", "# Home\n\n[other](other.md)\n")
    try Self.run("git add -A && git commit -qm More", in: guide, status: 0)
    let said = try Self.run(
      "git rm -q content/other.md && git commit -qm Less", in: guide, status: 1)
    #expect(said.contains("[TB-L001]"), "\(said)")
  }
}
