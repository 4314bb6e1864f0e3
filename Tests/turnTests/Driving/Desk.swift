import ByteText
import Foundation
import JSON
import Testing

/// A fresh folder to run `turn` in, with a home of its own; removed afterwards.
final class Desk: Sendable {
  /// The program runs in it; the patterns of the tests are in `patterns`.
  let folder: URL
  private let surroundings: URL

  static let program: URL = {
    let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" } ?? .main
    let place = bundle.bundleURL
    let folder = place.pathExtension == "xctest" ? place.deletingLastPathComponent() : place
    return folder.appending(path: "turn")
  }()

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "PatternsTests/Fixtures")

  /// - Parameter patterns: Where the pattern files are put, if anywhere.
  init(patterns: String? = "patterns") throws {
    surroundings = FileManager.default.temporaryDirectory
      .appending(path: "turn-test-\(UUID().uuidString)")
    folder = surroundings.appending(path: "desk")
    for place in [folder, home] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    guard let patterns else { return }
    var entries: [JSONValue] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path).sorted() {
      let bytes = try Data(contentsOf: Self.fixtures.appending(path: name))
      try write("\(patterns)/\(name)", bytes)
      entries.append(try Self.entry(name, bytes))
    }
    let index: JSONValue = ["format": "turnbook.patterns/1", "patterns": .array(entries)]
    try write("\(patterns)/index.json", Self.text(of: index))
  }

  deinit { try? FileManager.default.removeItem(at: surroundings) }

  var home: URL { surroundings.appending(path: "home") }

  static func text(of value: JSONValue) -> String {
    var buffer = ByteBuffer()
    buffer.append(json: value)
    return String(decoding: buffer.array, as: UTF8.self)
  }

  /// The entry of an index, made without the program's own code for it.
  private static func entry(_ name: String, _ bytes: Data) throws -> JSONValue {
    let file = try JSONValue(parsing: Array(bytes))
    func names(_ key: String, _ part: String) -> JSONValue {
      .array((file[key]?.array ?? []).compactMap { $0[part] })
    }
    var entry = JSONObject()
    for key in ["id", "title", "description", "platforms", "tags"] { entry[key] = file[key] }
    entry["variables"] = names("variables", "name")
    entry["variants"] = names("variants", "id")
    entry["url"] = .string(name)
    entry["sha256"] = .string(try digest(of: name))
    return .object(entry)
  }

  /// By the program `sha256sum`.
  private static func digest(of name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum", fixtures.appending(path: name).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output.prefix(64), as: UTF8.self)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func write(_ path: String, _ bytes: Data) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func text(_ path: String) -> String? {
    (try? Data(contentsOf: folder.appending(path: path))).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// With the place for counts of lines where these are made.
  var environment: [String: String] {
    ["PATH": "/usr/bin:/bin", "HOME": home.path].merging(
      ProcessInfo.processInfo.environment.filter { $0.key == "LLVM_PROFILE_FILE" }
    ) { $1 }
  }

  /// Runs `turn`; its input is `input`, or nothing.
  @discardableResult
  func run(
    _ arguments: String..., input: String = "", environment more: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, input: input, environment: more)
  }

  @discardableResult
  func run(
    _ arguments: [String], input: String = "", environment more: [String: String] = [:]
  ) throws -> Run {
    let place = surroundings.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let files = ["input", "output", "errors"].map { place.appending(path: $0) }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(more) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "the program crashed: \(arguments)")
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}

/// What a run printed, and how it ended.
struct Run {
  let status: Int32
  let output: String
  let errors: String

  func json() throws -> JSONValue { try JSONValue(parsing: Array(output.utf8)) }
}
