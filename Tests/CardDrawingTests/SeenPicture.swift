import Foundation
import Testing

/// What Pillow sees in a picture; `Scripts/python.sh` installs it.
struct SeenPicture: Decodable {
  let format: String
  let size: [Int]
  let mode: String
  let colours: Int
  /// Top left, top right, bottom left and bottom right, as `rrggbb`.
  let corners: [String]
  /// Left, top, right and bottom of all that is drawn besides stripes.
  let ink: [Int]?

  private static let repository = #filePath.components(separatedBy: "/Tests/")[0]
  private static let python = repository + "/.build/venv/bin/python"

  static let isPossible: Bool = {
    guard FileManager.default.isExecutableFile(atPath: python) else { return false }
    return (try? answer(["-c", "import PIL"])) != nil
  }()
  static let absent: Comment = "SKIPPED: no Pillow; run Scripts/python.sh"

  static func all(_ pictures: [[UInt8]]) throws -> [SeenPicture] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try pictures.enumerated().map { number, bytes in
      let file = folder.appending(path: "\(number).png")
      try Data(bytes).write(to: file)
      return file.path
    }
    return try JSONDecoder().decode(
      [SeenPicture].self, from: try answer([repository + "/Tests/Peers/cards.py"] + files))
  }

  private struct Refusal: Error {}

  private static func answer(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-B"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refusal() }
    return bytes
  }
}
