import Foundation
import JSON
import Testing

/// A provider on this machine, which programs ask in the tests.
final class LoopbackProvider {
  let folder: TemporaryFolder
  let address: String
  private let process = Process()
  private let input = Pipe()

  struct Request: Decodable {
    var path: String
    var headers: [String: String]
    var body: String
  }

  init() throws {
    folder = try TemporaryFolder()
    process.executableURL = URL(filePath: PeerPackages.python)
    process.arguments = [PeerPackages.repository + "/Tests/Peers/provider.py", folder.url.path]
    process.standardInput = input
    try process.run()
    let port = folder.url.appending(path: "port")
    for _ in 0..<3000 where !FileManager.default.fileExists(atPath: port.path) {
      Thread.sleep(forTimeInterval: 0.01)
    }
    address = try "http://127.0.0.1:" + folder.read("port")
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// What the Nth request is answered.
  static func answer(_ number: Int) -> String { "answer \"\(number)\" \\ $HOME\nend" }

  var environment: [String: String] {
    [
      "OPENAI_API_KEY": "k'$(id)", "ANTHROPIC_API_KEY": "k'$(id)", "GEMINI_API_KEY": "k'$(id)",
      "OPENAI_BASE_URL": address + "/v1", "ANTHROPIC_BASE_URL": address,
      "GOOGLE_GEMINI_BASE_URL": address, "OLLAMA_HOST": address, "NO_PROXY": "*",
    ]
  }

  var requests: [Request] {
    get throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      let count = names.count { $0.hasPrefix("request-") }
      return try (0..<count).map { index in
        let text = try folder.read("request-\(index + 1).json")
        return try JSONDecoder().decode(Request.self, from: Data(text.utf8))
      }
    }
  }
}
