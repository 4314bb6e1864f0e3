import Foundation
import Search

/// The program's own reader, `search.js`, run by node.
enum NodePeer {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let isInstalled = path != nil

  private static let path: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/node" }.first(where: FileManager.default.isExecutableFile)
  }()

  struct Failure: Error {
    var text: String
  }

  struct Shown: Decodable {
    struct Section: Decodable {
      var anchor: String
      var heading: String
    }
    var url: String
    var title: String
    var sections: [Section]
  }

  struct Answer: Decodable {
    var count: Int
    var pages: [Int]
    var isPartial: Bool
    var corrected: [String]
    var shown: [Shown]
    var files: Int
    var compressed: Int
  }

  private struct Question: Encodable {
    var q: String
    var all = true
    var fresh: Bool
  }

  /// The words of each text.
  static func words(of texts: [String]) throws -> [[String]] {
    try lines(["words"], texts).map { try JSONDecoder().decode([String].self, from: $0) }
  }

  /// What is found for each question.
  /// - Parameter fresh: Whether a reader asks each without having asked another before.
  static func answers(
    to questions: [String], in index: WrittenIndex, fresh: Bool = false
  ) throws -> [Answer] {
    // The folder is gone with the index.
    try withExtendedLifetime(index) {
      try lines(["find", index.folder.path], questions.map { Question(q: $0, fresh: fresh) })
        .map { try JSONDecoder().decode(Answer.self, from: $0) }
    }
  }

  struct Faults: Decodable {
    var rounds: Int
    var answers: Int
    var refusals: Int
  }

  /// What comes of questions about an index whose files are damaged, a different way each round.
  static func faults(in index: WrittenIndex, rounds: Int, seed: Int) throws -> Faults {
    try withExtendedLifetime(index) {
      let arguments = [index.folder.path, "\(rounds)", "\(seed)"]
      let (data, complaint) = try run("search_faults.mjs", arguments, input: nil)
      guard !data.isEmpty else { throw Failure(text: complaint) }
      return try JSONDecoder().decode(Faults.self, from: data)
    }
  }

  private static func lines(
    _ arguments: [String], _ input: [some Encodable]
  ) throws -> [Data] {
    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: place) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    var text = Data()
    for line in input { text += try encoder.encode(line) + [0x0A] }
    try text.write(to: place)
    let (data, complaint) = try run(
      "search_index.mjs", arguments, input: try FileHandle(forReadingFrom: place))
    let found = data.split(separator: 0x0A).map { Data($0) }
    guard found.count == input.count else { throw Failure(text: complaint) }
    return found
  }

  /// What a script of `Tests/Browser` prints about the program's own reader, and complains of.
  private static func run(
    _ script: String, _ arguments: [String], input: FileHandle?
  ) throws -> (Data, String) {
    guard let path else { throw Failure(text: "node is not installed") }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments =
      [
        repository.appending(path: "Tests/Browser/\(script)").path,
        repository.appending(path: "templates/theme/search.js").path,
      ] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: complaint, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure(text: text) }
    return (data, text)
  }
}

/// An index of some pages, written to a folder of its own.
final class WrittenIndex {
  let folder: URL
  let files: [String: [UInt8]]

  /// - Parameter parts: How many workers share the pages.
  init(_ pages: [SearchPage], parts: Int = 1) throws {
    var found: [PartialIndex] = []
    let size = max(1, (pages.count + parts - 1) / parts)
    for start in stride(from: 0, to: pages.count, by: size) {
      var indexer = PageIndexer()
      for page in pages[start..<min(pages.count, start + size)] { indexer.add(page) }
      found.append(indexer.finished())
    }
    let index = MergedIndex(found)
    let half = index.wordCount / 2
    let texts = TextShards(index)
    let shards = Shards(
      index, [index.postings(0..<half), index.postings(half..<index.wordCount)], texts)
    var files: [String: [UInt8]] = [:]
    for file in shards.files { files[file.path] = file.bytes }
    var writer = TextWriter()
    let places = index.places
    for (number, pieces) in texts.pieces.enumerated() {
      files[texts.path(of: number)] = writer.file(number, places[pieces]) { pages[$0] }
    }
    self.files = files
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    for (path, bytes) in files {
      let place = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: place)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
