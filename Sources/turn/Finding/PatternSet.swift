import ByteText
import FileTree
import Patterns

/// The patterns of one index, and how their files are read.
struct PatternSet {
  /// What a person calls the place.
  let place: String
  private let listing: Listing
  /// Patterns that were read to make the index.
  private let known: [String: Pattern]
  private let readFile: (PatternIndex.Entry) throws(Refusal) -> [UInt8]
  /// The largest file that is read.
  static let limit = 1 << 26

  init(
    place: String, index: PatternIndex, known: [String: Pattern] = [:],
    readFile: @escaping (PatternIndex.Entry) throws(Refusal) -> [UInt8]
  ) {
    self.place = place
    listing = .read(index)
    self.known = known
    self.readFile = readFile
  }

  /// An index may tell of more patterns than anybody asks for.
  private enum Listing {
    case read(PatternIndex)
    case file([UInt8], String)
  }

  /// The set whose index lies in a folder.
  init(folder: String) throws(Refusal) {
    let path = folder + "/index.json"
    place = folder
    listing = .file(try Self.read(path), path)
    known = [:]
    readFile = { (entry) throws(Refusal) in try Self.read("\(folder)/\(entry.url)") }
  }

  var index: PatternIndex {
    get throws(Refusal) {
      switch listing {
      case .read(let index): index
      case .file(let bytes, let path): try Self.index(bytes, path)
      }
    }
  }

  /// What the index says of one pattern; nil where it does not know it.
  func entry(_ id: String) throws(Refusal) -> PatternIndex.Entry? {
    if case .file(let bytes, _) = listing, let entry = PatternIndex.entry(id, in: bytes) {
      return entry
    }
    return try index.entries.first { $0.id == id }
  }

  /// Files that no index tells of.
  init(files: [String], place: String) throws(Refusal) {
    var entries: [PatternIndex.Entry] = []
    var bytesOfID: [String: [UInt8]] = [:]
    var patterns: [String: Pattern] = [:]
    for path in files {
      let bytes = try Self.read(path)
      let pattern = try Self.decoded(bytes, path)
      guard bytesOfID[pattern.id] == nil else {
        throw Refusal(.work, "\(path): there are two patterns \"\(pattern.id)\"")
      }
      bytesOfID[pattern.id] = bytes
      patterns[pattern.id] = pattern
      entries.append(PatternIndex.Entry(pattern, file: bytes))
    }
    self.init(place: place, index: PatternIndex(entries), known: patterns) { entry in
      bytesOfID[entry.id] ?? []
    }
  }

  /// The bytes of a pattern's file, which are those that the index was made with.
  func bytes(of entry: PatternIndex.Entry) throws(Refusal) -> [UInt8] {
    guard Self.isSafe(entry.url) else {
      throw Refusal(.work, "\(place): the address \"\(entry.url)\" leads out of the folder")
    }
    let bytes = try readFile(entry)
    guard SHA256.hexadecimal(of: bytes) == entry.sha256 else {
      throw Refusal(
        .work,
        "\(place)/\(entry.url): it is not the file that the index tells of; "
          + "build the guide again, or run 'turn update'")
    }
    return bytes
  }

  func pattern(_ entry: PatternIndex.Entry) throws(Refusal) -> Pattern {
    if let pattern = known[entry.id] { return pattern }
    return try Self.decoded(bytes(of: entry), "\(place)/\(entry.url)")
  }

  /// The Markdown of a pattern's page, where the folder is that of a site: pages lie beside it.
  func page(_ pattern: Pattern) -> [UInt8]? {
    guard case .file = listing, Self.isSafe(pattern.markdownURL) else { return nil }
    return try? FileReader.read("\(place)/../\(pattern.markdownURL)", limit: Self.limit)
  }

  // MARK: - Files

  static func read(_ path: String) throws(Refusal) -> [UInt8] {
    do throws(FileError) {
      return try FileReader.read(path, limit: limit)
    } catch {
      throw Refusal(error)
    }
  }

  static func index(_ bytes: [UInt8], _ path: String) throws(Refusal) -> PatternIndex {
    do throws(PatternFileError) {
      return try PatternIndex(decoding: bytes)
    } catch {
      throw Refusal(error, in: path)
    }
  }

  /// A pattern; what a later version has more is told on standard error.
  static func decoded(_ bytes: [UInt8], _ path: String) throws(Refusal) -> Pattern {
    do throws(PatternFileError) {
      let contents = try PatternFile.decoded(bytes)
      if !contents.ignored.isEmpty {
        Notice.tell(
          "\(path): not known here and left out: " + contents.ignored.joined(separator: ", "))
      }
      return contents.pattern
    } catch {
      throw Refusal(error, in: path)
    }
  }

  /// Whether a path stays in its folder.
  private static func isSafe(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(UInt8(ascii: "\\"))
      }
  }
}
