import Foundation
import JSON
import Testing

@Suite("What is packed")
struct PackagingTests {
  private static func version(of program: String) throws -> String {
    let text = try Repository.text("Sources/\(program)/Version.swift")
    let match = try #require(text.firstMatch(of: /static let text = "(\d+\.\d+\.\d+(?:-[\w.]+)?)"/))
    return String(match.output.1)
  }

  @Test("both programs and the formula have one version, and --version tells it")
  func version() throws {
    let version = try Self.version(of: "turnbook")
    #expect(try Self.version(of: "turn") == version)
    #expect(try Repository.text("Packaging/homebrew/turnbook.rb").contains("/v\(version).tar.gz"))
    let run = try Guide().run("--version")
    #expect(run.status == 0)
    // A build that is told no commit tells none.
    #expect(
      run.output.wholeMatch(of: /turnbook (\S+)( \([0-9a-f]{7,}(, with changes)?\))?\n/)?.output.1
        .elementsEqual(version) == true, "\(run.output)")
  }

  @Test("every script is one that a shell can read, and make knows where each is")
  func scripts() throws {
    let folder = Repository.folder.appending(path: "Scripts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names where name.hasSuffix(".sh") {
      let outcome = try Workshop.bash("sh -n '\(folder.path)/\(name)'", in: Repository.folder)
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
    }
    let make = try Repository.text("Makefile")
    for match in make.matches(of: /sh Scripts\/([\w-]+\.sh)/) {
      #expect(names.contains(String(match.output.1)), "\(match.output.0)")
    }
  }

  @Test("the container has what the programs load, copies what is there, and has no root")
  func container() throws {
    let text = try Repository.text("Containerfile")
    let stages = Array(text.split(separator: "\nFROM ").dropFirst())
    #expect(stages.count == 2)
    let last = try #require(stages.last)
    #expect(last.contains("\nUSER turnbook\n") && last.contains("useradd"))
    #expect(last.contains("ENTRYPOINT [\"turnbook\"]"))
    let package = try Repository.text("Scripts/deb.sh")
    let recommended = try #require(package.firstMatch(of: #/Recommends: (.+)/#)).output.1
    for name in recommended.split(separator: ", ") {
      #expect(last.contains(name), "the package recommends \(name)")
    }
    let install = try Repository.text("Scripts/install.sh")
    let needed = try #require(install.firstMatch(of: #/set -- (pkg-config .+)/#)).output.1
    for name in needed.split(separator: " ") {
      #expect(stages[0].contains(name), "a build needs \(name)")
    }
    for match in last.matches(of: /COPY (\w+)\s/) {
      let path = Repository.folder.appending(path: String(match.output.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(match.output.0)")
    }
  }

  @Test("the formula needs what a build needs, and is Ruby")
  func formula() throws {
    let text = try Repository.text("Packaging/homebrew/turnbook.rb")
    let install = try Repository.text("Scripts/install.sh")
    let needed = try #require(install.firstMatch(of: #/set -- (pkgconf .+)/#)).output.1
    for name in needed.split(separator: " ") {
      #expect(text.contains("depends_on \"\(name)\""), "a build needs \(name)")
    }
    #expect(text.contains("depends_on \"libmicrohttpd\""))
    let licence = try Repository.text("LICENSE").prefix { $0 != " " }
    #expect(text.contains("license \"\(licence)\""))
    let flags = try Repository.text("Scripts/build-release.sh")
    for match in text.matches(of: /ENV\["(\w+)"\]/) {
      #expect(flags.contains("${\(match.output.1)-}"), "no script reads \(match.output.1)")
    }
    let ruby = try Workshop.bash(
      "! command -v ruby >/dev/null || ruby -c Packaging/homebrew/turnbook.rb",
      in: Repository.folder)
    #expect(ruby.status == 0, "\(ruby.errors)")
  }

  @Test("the list of what the programs are made of is SPDX 2.3", .enabled(if: Workshop.isThere))
  func parts() throws {
    let guide = try Guide(["programs/turnbook": "one", "programs/turn": "two"])
    let script = Workshop.file("Scripts/sbom.py")
    let made = try Workshop.bash(
      "python3 '\(script)' programs", in: guide.folder,
      environment: ["SOURCE_DATE_EPOCH": "1790000000"])
    #expect(made.status == 0, "\(made.errors)")
    try guide.write("turnbook.spdx.json", made.output)
    let judge = Workshop.file("Tests/Peers/sbom.py")
    let python = Workshop.file(".build/venv/bin/python")
    let judged = try Workshop.bash(
      "'\(python)' '\(judge)' turnbook.spdx.json", in: guide.folder)
    #expect(
      judged.output == "SQLite Swift runtime and standard library libcmark libyaml turnbook\n",
      "\(judged.output)\(judged.errors)")

    let list = try JSONValue(parsing: Array(made.output.utf8))
    #expect(list["creationInfo"]?["created"]?.string == "2026-09-21T14:13:20Z")
    let again = try Workshop.bash(
      "python3 '\(script)' programs", in: guide.folder,
      environment: ["SOURCE_DATE_EPOCH": "1790000000"])
    #expect(again.output == made.output)
  }
}
