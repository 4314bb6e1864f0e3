import Foundation
import JSON
import Testing

@Suite("The GitHub action", .enabled(if: Workshop.isThere, Workshop.absent))
struct ActionTests {
  /// A copy of what the action needs of the repository, so that nothing is built or kept there.
  private static func checkout(into guide: Guide) throws -> String {
    for path in ["action.yml", "Package.swift", "Scripts", "Sources", "templates"] {
      try FileManager.default.createDirectory(
        at: guide.at("action"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Repository.folder.appending(path: path), to: guide.at("action/" + path))
    }
    return guide.at("action/action.yml").path
  }

  private struct Step {
    let name: String
    let didRun: Bool
    let status: Int?
    let output: String
    let value: JSONValue
  }

  /// Runs the action on the guide in the folder `work`.
  private static func run(
    in guide: Guide, inputs: [String: String], isCached: Bool, path: String? = nil
  ) throws -> [Step] {
    let action = try checkout(into: guide)
    for folder in ["temp", "work"] {
      try FileManager.default.createDirectory(
        at: guide.at(folder), withIntermediateDirectories: true)
    }
    let given = inputs.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ")
    try guide.write(
      "case.json",
      """
      {
        "inputs": {\(given)}, "cached": \(isCached),
        "github": {
          "workspace": "\(guide.at("work").path)", "action_repository": "someone/turnbook",
          "server_url": "file://\(guide.at("server").path)"
        },
        "runner": {"os": "Linux", "arch": "X64", "temp": "\(guide.at("temp").path)"}
      }
      """)
    let steps = try Workshop.answer(
      "action", action, guide.at("case.json").path, in: guide.folder,
      path: path ?? "/usr/local/bin:/usr/bin:/bin")
    return try #require(steps.array).map { step in
      try Step(
        name: #require(step["name"]?.string), didRun: step["ran"]?.bool == true,
        status: step["status"]?.integer, output: step["output"]?.string ?? "", value: step)
    }
  }

  private static func guide(_ files: [String: String]) throws -> Guide {
    try Guide(
      Dictionary(uniqueKeysWithValues: files.map { ("work/" + $0.key, $0.value) }))
  }

  /// Puts the program where a step looks for it, by its other name.
  private static func place(_ guide: Guide, _ path: String) throws {
    try FileManager.default.createDirectory(
      at: guide.at(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Run.program, to: guide.at(path))
  }

  @Test(
    "takes the program that an earlier run built, and checks with it",
    arguments: [true, false])
  func cached(isGood: Bool) throws {
    let guide = try Self.guide(isGood ? SmallGuide.good : SmallGuide.bad)
    try Self.place(guide, "action/.build/action/turnbook")
    let steps = try Self.run(in: guide, inputs: [:], isCached: true)
    #expect(
      steps.filter(\.didRun).map(\.name) == [
        "Install the libraries", "Look at the sources", "Find what was built before",
        "Put the program into the path", "Check",
      ])
    let cache = try #require(steps.first { $0.name == "Find what was built before" }).value
    let key = try #require(cache["with"]?["key"]?.string)
    #expect(key.wholeMatch(of: /turnbook-Linux-X64-[0-9a-f]{40}/) != nil, "\(key)")
    #expect(cache["with"]?["path"]?.string == guide.at("action/.build/action").path)
    let check = try #require(steps.last)
    #expect(check.status == (isGood ? 0 : 1), "\(check)")
    let mark = "::error file=content/index.md,line=3"
    #expect(check.output.contains(mark) == !isGood, "\(check.output)")
  }

  @Test(
    "downloads a release and checks with it, with the flags that it is given")
  func release() throws {
    // A warning only, which `--strict` makes count.
    let guide = try Self.guide(["guide/content/index.md": "# Home\n\n!!! nte\n    A note.\n"])
    try Self.place(guide, "packed/turnbook")
    let folder = guide.at("server/someone/turnbook/releases/download/v1.2.3")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let packing = try Workshop.bash(
      "tar -czf \"$FOLDER/turnbook-$(uname -s)-$(uname -m).tar.gz\" -C packed turnbook",
      in: guide.folder, environment: ["FOLDER": folder.path])
    try #require(packing.status == 0, "\(packing.errors)")
    for (args, status) in [("", 0), ("--strict", 1), ("--fail-on  error\\n--strict\\n", 1)] {
      try? guide.remove("action")
      let steps = try Self.run(
        in: guide,
        inputs: ["version": args.isEmpty ? "1.2.3" : "v1.2.3", "folder": "guide", "args": args],
        isCached: false)
      #expect(
        steps.filter(\.didRun).map(\.name) == [
          "Install the libraries", "Download the release", "Check",
        ])
      let check = try #require(steps.last)
      #expect(check.status == status, "\(args): \(check)")
      #expect(check.output.contains("::warning file=guide/content/index.md"), "\(check)")
    }
  }

  @Test("says what is missing where there is neither a release nor Swift")
  func noSwift() throws {
    let guide = try Self.guide(SmallGuide.good)
    try FileManager.default.createDirectory(
      at: guide.at("bin"), withIntermediateDirectories: true)
    let programs = "sh bash find sort xargs cksum git pkg-config"
    let linking = try Workshop.bash(
      "for name in \(programs); do ln -s \"$(command -v $name)\" bin/; done", in: guide.folder)
    try #require(linking.status == 0, "\(linking.errors)")
    let steps = try Self.run(in: guide, inputs: [:], isCached: false, path: guide.at("bin").path)
    let last = try #require(steps.last)
    #expect(last.name == "Build the program")
    #expect(last.status == 2, "\(last)")
    #expect(last.output.hasPrefix("::error::Swift 6.2 is needed to build turnbook"))
  }
}
