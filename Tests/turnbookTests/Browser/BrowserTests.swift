import Foundation
import Testing

/// What the tests of this folder need, and how its scripts are started.
enum Surfing {
  static let python = Workshop.file(".build/venv/bin/python")
  static let folder = Workshop.file("Tests/Browser")

  static var hasBrowser: Bool {
    let packages = Workshop.file(".build/venv/lib")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: packages)) ?? []
    let hasDriver = versions.contains {
      FileManager.default.fileExists(atPath: "\(packages)/\($0)/site-packages/playwright")
    }
    return hasDriver && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
  }
  static let noBrowser: Comment = "SKIPPED: no Chromium; run Scripts/install.sh tests, python.sh"

  static var hasNode: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/node") }
  static let noNode: Comment = "SKIPPED: no node; run Scripts/install.sh tests"

  /// Each file of `Tests/Browser` but the one that they share.
  static let subjects =
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?
    .filter { $0.hasSuffix(".py") && $0 != "browser.py" }.sorted() ?? []
}

@Suite("Pages in a browser")
struct BrowserTests {
  @Test(
    "do what the checks of a subject say", .enabled(if: Surfing.hasBrowser, Surfing.noBrowser),
    arguments: Surfing.subjects)
  func subject(name: String) throws {
    let programs = Run.program.deletingLastPathComponent()
    let run = try Workshop.bash(
      "'\(Surfing.python)' '\(Surfing.folder)/\(name)' '\(programs.path)'", in: programs)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("ok: "), "no check was run")
  }

  @Test("have subjects")
  func subjects() { #expect(Surfing.subjects.contains("panel.py")) }

  @Test(
    "have a panel whose engine agrees with the vectors of filling and with a shell",
    .enabled(if: Surfing.hasNode, Surfing.noNode), arguments: ["vectors.mjs", "commands.mjs"])
  func engine(script: String) throws {
    let path = Workshop.file("Tests/Peers/" + script)
    let run = try Workshop.bash("/usr/bin/node '\(path)'", in: Repository.folder)
    #expect(run.status == 0, "\(run.output.prefix(5000))\(run.errors)")
  }
}
