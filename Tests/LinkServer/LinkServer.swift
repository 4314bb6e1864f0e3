import Foundation
import Synchronization

/// The server of `Tests/Peers/link_server.py`, one for a whole run of tests.
///
/// Needs nothing but Python's own library, and `openssl` for a certificate of its own.
package final class LinkServer: Sendable {
  package let port: Int
  /// nil where there is no `openssl`.
  package let securePort: Int?
  /// The certificate that the secure port shows, for 127.0.0.1 and signed by nobody.
  package let certificate: String
  private let lastSpace = Atomic<Int>(0)
  /// The server ends when this closes, at the end of the process.
  private let input: Pipe

  /// nil where the server cannot run.
  package static let shared = try? LinkServer()
  package static let missing = "SKIPPED: no python3 3.10 or later for Tests/Peers/link_server.py"

  private static let repository =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private struct Ports: Decodable {
    var http: Int
    var https: Int?
  }

  private init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "turnbook-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder + "/key.pem") }
    certificate = folder + "/certificate.pem"
    var arguments = ["python3", Self.repository + "/Tests/Peers/link_server.py"]
    let hasCertificate = Self.makeCertificate(in: folder)
    if hasCertificate { arguments += [certificate, folder + "/key.pem"] }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    input = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
      line += more
    }
    let ports = try JSONDecoder().decode(Ports.self, from: line)
    port = ports.http
    securePort = ports.https
  }

  private static func makeCertificate(in folder: String) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
      "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder + "/key.pem",
      "-out", folder + "/certificate.pem",
    ]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// A place of its own on the server for one test.
  package func space() -> Space {
    Space(server: self, name: "t\(lastSpace.wrappingAdd(1, ordering: .relaxed).newValue)")
  }

  package struct Space: Sendable {
    package let server: LinkServer
    let name: String

    package func url(_ path: String, userinfo: String = "") -> String {
      "http://\(userinfo)127.0.0.1:\(server.port)/\(name)/\(path)"
    }

    package func secureURL(_ path: String) -> String {
      "https://127.0.0.1:\(server.securePort ?? 0)/\(name)/\(path)"
    }

    /// What the server says of itself below this space.
    package struct Log: Decodable, Sendable {
      /// `HEAD /page`, in the order of their coming.
      package var requests: [String]
      /// The most requests that ran at a time.
      package var most: Int
    }

    package func log() throws -> Log {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "python3", "-c",
        "import sys, urllib.request as r; "
          + "print(r.build_opener(r.ProxyHandler({})).open(sys.argv[1]).read().decode())",
        url("log"),
      ]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return try JSONDecoder().decode(Log.self, from: text)
    }
  }
}
