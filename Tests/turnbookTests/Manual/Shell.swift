import Foundation

extension Guide {
  /// What a command line prints, on either stream, and how it ends. The folders `/tmp` and `~` are
  /// the test's own.
  func shell(_ command: String, in folder: String) throws -> (text: String, status: Int32) {
    for name in ["tmp", "home"] {
      try FileManager.default.createDirectory(
        at: at("../" + name), withIntermediateDirectories: true)
    }
    let temporary = at("../tmp").standardizedFileURL.path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command.replacing("/tmp/", with: temporary + "/")]
    process.currentDirectoryURL = at(folder.isEmpty ? "." : folder)
    process.environment = shellEnvironment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: output, as: UTF8.self).replacing(temporary + "/", with: "/tmp/")
    return (text, process.terminationStatus)
  }

  /// Both programs are in the path, and no setting of the machine counts.
  var shellEnvironment: [String: String] {
    let programs = Run.program.deletingLastPathComponent().path
    return [
      "PATH": "\(programs):/usr/local/bin:/usr/bin:/bin",
      "HOME": at("../home").standardizedFileURL.path, "GIT_CONFIG_GLOBAL": "/dev/null",
    ]
  }
}
