import Diagnostics
import FileTree

/// The edits of a move by their files. One place may be read by several pages, each of which may want
/// something else there.
struct ReferenceEdits {
  struct Wish {
    var text: [UInt8]
    /// The page that wants it, as findings name it.
    var page: String
  }

  private var wishes: [String: [ByteRange: Wish]] = [:]
  private var sources: [String: [UInt8]] = [:]
  /// Edits that no other page has a say in.
  private var others: [String: [Edit]] = [:]
  /// Why some references cannot be rewritten.
  private(set) var refusals: [Diagnostic] = []
  /// References that are no longer written as they were.
  private(set) var count = 0

  /// The bytes of a file; nil, and a refusal, where it cannot be read.
  mutating func source(of path: String) -> [UInt8]? {
    if let known = sources[path] { return known }
    do throws(FileError) {
      let bytes = try FileReader.read(path, limit: PageReading.sizeLimit)
      sources[path] = bytes
      return bytes
    } catch {
      refusals.append(error.diagnostic(path: path))
      return nil
    }
  }

  /// The bytes that stand at a place.
  mutating func bytes(at range: ByteRange, in path: String) -> [UInt8]? {
    guard let source = source(of: path), range.end <= source.count else { return nil }
    return Array(source[range.indices])
  }

  /// Notes what a reference is to be afterwards, the same as now included.
  mutating func want(_ text: [UInt8], at range: ByteRange, in path: String, for page: String) {
    guard let old = bytes(at: range, in: path) else { return }
    if let other = wishes[path]?[range] {
      guard other.text != text else { return }
      refuse(
        "\(other.page) and \(page) both read this reference, and after the move it would have to be "
          + "another for each", path, range,
        help: "write it from the top of the content folder, with a slash in front, and run again")
      return
    }
    wishes[path, default: [:]][range] = Wish(text: text, page: page)
    if text != old { count += 1 }
  }

  /// Adds an edit that is no reference.
  mutating func add(_ text: String, at range: ByteRange, in path: String) {
    guard source(of: path) != nil else { return }
    others[path, default: []].append(Edit(path: path, range: range, replacement: text))
  }

  mutating func refuse(_ message: String, _ path: String, _ range: ByteRange?, help: String) {
    refusals.append(
      Diagnostic(.unmovableReference, .error, message, path: path, range: range, help: help))
  }

  mutating func refuse(_ diagnostic: Diagnostic) { refusals.append(diagnostic) }

  /// The files that change, in the order of their paths.
  /// - Parameter moved: the printed path that a file has afterwards.
  mutating func changes(_ moved: (String) -> String) -> [MovePlan.Change] {
    var changes: [MovePlan.Change] = []
    for path in Set(wishes.keys).union(others.keys).sorted() {
      guard let old = source(of: path) else { continue }
      var edits = others[path] ?? []
      for (range, wish) in wishes[path] ?? [:] where !old[range.indices].elementsEqual(wish.text) {
        edits.append(
          Edit(
            path: path, range: range, replacement: String(decoding: wish.text, as: UTF8.self)))
      }
      guard !edits.isEmpty else { continue }
      edits.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
      if let clash = zip(edits, edits.dropFirst()).first(where: { $0.range.end > $1.range.start }) {
        refuse(
          "two changes of this move meet here", path, clash.1.range,
          help: "write what stands here more simply, and run again")
        continue
      }
      changes.append(MovePlan.Change(path: path, newPath: moved(path), old: old, edits: edits))
    }
    return changes
  }
}
