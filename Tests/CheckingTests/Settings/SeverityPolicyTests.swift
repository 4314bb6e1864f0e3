import Diagnostics
import Testing

@testable import Checking

@Suite("How much findings matter")
struct SeverityPolicyTests {
  private typealias Level = CheckSettings.Level

  /// A page with an error, a warning and a note, all about targets.
  private static let page = "[x](gone.md)\n\n![](turns.png)\n\n[x](few-shot)\n"

  private func severities(_ change: (inout CheckSettings) -> Void) -> [String] {
    var fixture = Fixture(Self.page)
    change(&fixture.settings)
    return fixture.findings().map { "\($0.code.id) \($0.severity.rawValue)" }
  }

  private func exception(
    codes: [String] = [], paths: [String] = [], targets: [String] = [], _ level: CheckSettings.Level
  ) -> CheckSettings.Exception {
    var exception = CheckSettings.Exception()
    exception.codes = codes
    exception.paths = paths
    exception.targets = targets
    exception.level = level
    return exception
  }

  @Test("a rule's findings have the level that the settings give it")
  func levels() {
    #expect(severities { _ in } == ["TB-L001 error", "TB-M023 warning", "TB-L003 note"])
    for level in Level.allCases {
      let first = level == .off ? [] : ["TB-L001 \(level.rawValue)"]
      #expect(
        severities { $0.levels["TB-L001"] = level } == first + ["TB-M023 warning", "TB-L003 note"])
    }
    #expect(
      severities { $0.levels = ["TB-L001": .note, "TB-L003": .error, "TB-M023": .off] }
        == ["TB-L001 note", "TB-L003 error"])
  }

  @Test("a level is for all findings of a rule, whatever each would matter by itself")
  func lesserFindings() {
    var fixture = Fixture("Text.\n")
    fixture.settings.levels["TB-M022"] = .error
    #expect(fixture.findings(besides: "TB-M022").map(\.severity) == [.error])
  }

  @Test(
    "an exception holds where its codes, its paths and its targets all do",
    arguments: [
      ([], [], [], []),
      (["TB-L001"], [], [], ["TB-M023", "TB-L003"]),
      (["TB-L001", "TB-L003"], [], [], ["TB-M023"]),
      ([], ["page.md"], [], []), ([], ["*.md"], [], []), ([], ["**"], [], []),
      ([], ["other.md"], [], ["TB-L001", "TB-M023", "TB-L003"]),
      ([], ["other.md", "p*.md"], [], []),
      ([], [], ["gone.md"], ["TB-M023", "TB-L003"]), ([], [], ["*.md"], ["TB-M023", "TB-L003"]),
      ([], [], ["gone.md", "few-*"], ["TB-M023"]),
      (["TB-L003"], ["page.md"], ["gone.md"], ["TB-L001", "TB-M023", "TB-L003"]),
      (["TB-L001"], ["page.md"], ["gone.md"], ["TB-M023", "TB-L003"]),
    ] as [([String], [String], [String], [String])])
  func exceptions(codes: [String], paths: [String], targets: [String], left: [String]) {
    let found = severities {
      $0.exceptions = [exception(codes: codes, paths: paths, targets: targets, .off)]
    }
    #expect(found.map { String($0.prefix(7)) } == left)
  }

  @Test("an exception counts more than a level, and the last one that holds more than those before")
  func order() {
    #expect(
      severities {
        $0.levels["TB-L001"] = .note
        $0.exceptions = [exception(codes: ["TB-L001"], .warning)]
      }.first == "TB-L001 warning")
    #expect(
      severities {
        $0.exceptions = [
          exception(codes: ["TB-L001"], .off), exception(paths: ["page.md"], .note),
          exception(paths: ["other.md"], .error),
        ]
      } == ["TB-L001 note", "TB-M023 note", "TB-L003 note"])
  }

  @Test("paths are seen from the content folder", arguments: ["content", "content/", "."])
  func contentFolder(content: String) {
    var settings = CheckSettings()
    settings.exceptions = [exception(paths: ["page.md"], .off)]
    let policy = SeverityPolicy(settings, content: content)
    let found = { (path: String?) in
      policy.apply([Diagnostic(.ignoreComment, .error, "x", path: path)]).count
    }
    #expect(found(content == "." ? "page.md" : "content/page.md") == 0)
    #expect(found("content/folder/page.md") == 1)
    #expect(found(nil) == 1)
  }

  @Test(
    "errors that keep a guide from being read can neither be switched off nor matter less",
    arguments: ["TB-F001", "TB-C003", "TB-Y001", "TB-T001"])
  func notToBeSwitchedOff(id: String) {
    var settings = CheckSettings()
    settings.levels[id] = .off
    settings.exceptions = [exception(.off)]
    let policy = SeverityPolicy(settings, content: ".")
    let error = Diagnostic(Code(id, "a rule"), .error, "x", path: "a.md")
    #expect(policy.apply([error]) == [error])
    let warning = Diagnostic(Code(id, "a rule"), .warning, "x", path: "a.md")
    #expect(policy.apply([warning]) == [])
  }

  @Test(
    "errors in what a page says of itself may matter less, but are not silenced",
    arguments: ["TB-Y012", "TB-Y013", "TB-Y015"])
  func pageValues(id: String) {
    let error = Diagnostic(Code(id, "a rule"), .error, "x", path: "a.md")
    for (level, expected) in [
      (Level.off, Severity.error), (.note, .error), (.warning, .warning), (.error, .error),
    ] {
      var settings = CheckSettings()
      settings.levels[id] = level
      let found = SeverityPolicy(settings, content: ".").apply([error])
      #expect(found.map(\.severity) == [expected])
    }
  }
}
