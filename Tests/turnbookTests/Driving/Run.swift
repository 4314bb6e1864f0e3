import Foundation
import JSON
import Testing

/// One run of the real program: what it printed, and how it ended.
struct Run {
  let status: Int32
  let output: String
  let errors: String

  /// The program that was built beside these tests.
  static let program: URL = {
    let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" } ?? .main
    let place = bundle.bundleURL
    let folder = place.pathExtension == "xctest" ? place.deletingLastPathComponent() : place
    return folder.appending(path: "turnbook")
  }()

  /// What every run finds in its environment; the place for counts of lines only where these are made.
  static let surroundings = ["PATH": "/usr/bin:/bin"].merging(
    ProcessInfo.processInfo.environment.filter { $0.key == "LLVM_PROFILE_FILE" }
  ) { $1 }

  init(
    _ arguments: [String], in folder: URL, environment: [String: String], printingTo place: URL
  ) throws {
    let output = place.appending(path: "output-\(UUID().uuidString)")
    let errors = place.appending(path: "errors-\(UUID().uuidString)")
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.surroundings.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "the program crashed: \(arguments)")
    status = process.terminationStatus
    self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
  }

  /// The findings as printed: `content/a.md:3:1: error: … [TB-M002]`, each one line.
  var findings: [String] {
    let severities = [": error: ", ": warning: ", ": note: "]
    return (output + errors).split(separator: "\n").map(String.init).filter { line in
      line.hasSuffix("]") && severities.contains { line.contains($0) }
    }
  }

  /// The codes of the findings in their order.
  var codes: [String] {
    findings.compactMap { $0.split(separator: "[").last.map { String($0.dropLast()) } }
  }

  /// Whether a finding stands at a place and has a code.
  func reports(_ code: String, at place: String) -> Bool {
    findings.contains { $0.hasPrefix(place + ": ") && $0.hasSuffix("[\(code)]") }
  }

  func json() throws -> JSONValue { try JSONValue(parsing: Array(output.utf8)) }
}
