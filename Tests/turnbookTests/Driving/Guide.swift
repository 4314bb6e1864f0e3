import Foundation

/// A guide in a fresh folder, removed with everything around it afterwards.
final class Guide: Sendable {
  /// The folder of the guide; the program runs in it.
  let folder: URL
  /// Holds the guide and what a run printed.
  private let surroundings: URL

  /// - Parameter files: the text of each file by its path.
  init(_ files: [String: String] = [:]) throws {
    surroundings = FileManager.default.temporaryDirectory
      .appending(path: "turnbook-test-\(UUID().uuidString)")
    folder = surroundings.appending(path: "guide")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(at: surroundings) }

  func at(_ path: String) -> URL { folder.appending(path: path) }

  func write(_ path: String, _ text: String) throws { try write(path, bytes: Array(text.utf8)) }

  func write(_ path: String, bytes: [UInt8]) throws {
    let file = at(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func makeLink(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: at(path).path, withDestinationPath: target)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: at(path)) }

  func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: at(path).path) }

  /// A file as text, or nil when there is none.
  func text(_ path: String) -> String? {
    (try? Data(contentsOf: at(path))).map { String(decoding: $0, as: UTF8.self) }
  }

  func inode(_ path: String) throws -> UInt64? {
    let attributes = try FileManager.default.attributesOfItem(atPath: at(path).path)
    return (attributes[.systemFileNumber] as? NSNumber)?.uint64Value
  }

  /// Every file below a folder with its content, Turnbook's own list left out.
  func tree(_ path: String = "site") throws -> [String: Data] {
    var tree: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: at(path).path) {
      var isFolder: ObjCBool = false
      let url = at(path).appending(path: file)
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      guard !isFolder.boolValue, !file.hasPrefix(".turnbook-") else { continue }
      tree[file] = try Data(contentsOf: url)
    }
    return tree
  }

  /// Runs `turnbook` in the guide's folder.
  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(arguments, environment: environment)
  }

  @discardableResult
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    try Run(arguments, in: folder, environment: environment, printingTo: surroundings)
  }
}
