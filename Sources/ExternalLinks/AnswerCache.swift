import ByteText
import Fetch
package import FileTree
import JSON

/// Good answers of earlier runs, so that nobody is asked twice a day. Errors are never kept: what
/// was mended is seen at once.
///
/// A file of JSON lines: a head with the version, then one address a line, sorted.
package struct AnswerCache: Sendable {
  struct Entry: Hashable, Sendable {
    var status: Int
    var finalAddress: String
    var hasMoved: Bool
    /// Seconds since 1970.
    var checkedAt: Int
    /// The fragments that were asked for and are in order.
    var anchors: Set<String>
  }

  private(set) var entries: [String: Entry] = [:]

  private static let mark = #"{"turnbook-links":"#
  private static let head = mark + "1}"
  private static let largestFile = 64 << 20

  package init() {}

  /// Reads the file at a path. One that is missing, damaged or of another version counts as empty.
  package init(path: String) {
    self.init((try? FileReader.read(path, limit: Self.largestFile)) ?? [])
  }

  init(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard lines.first?.elementsEqual(Self.head.utf8) == true else { return }
    var entries: [String: Entry] = [:]
    for line in lines.dropFirst() {
      guard let value = try? JSONValue(parsing: Array(line)), let url = value["url"]?.string,
        let entry = Entry(value)
      else { return }
      entries[url] = entry
    }
    self.entries = entries
  }

  package var count: Int { entries.count }

  /// Writes the file in one step. A file there that is no such cache is left alone.
  package func write(to path: String) throws(FileError) {
    try ReplacedFile.write(bytes, to: path, replacingWhatBeginsWith: Self.mark)
  }

  var bytes: [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(Self.head + "\n")
    for (url, entry) in entries.sorted(by: { $0.key < $1.key }) {
      var json = JSONWriter(into: buffer)
      json.object { json in
        json.member("url", url)
        json.member("at", entry.checkedAt)
        json.member("status", entry.status)
        json.member("final", entry.finalAddress)
        json.member("moved", entry.hasMoved)
        json.array("anchors") { json in
          for anchor in entry.anchors.sorted() { json.value(anchor) }
        }
      }
      buffer = json.finish()
      buffer.append("\n")
    }
    return buffer.array
  }

  /// The answer for an address if it is young enough and tells of every fragment.
  func answer(
    for address: WebAddress, fragments: [String], now: Int, age: Int
  ) -> Answer? {
    // Two people's answers may differ, and a password has no place in a file.
    guard !address.hasUserinfo, let entry = entries[address.printed],
      Self.isYoung(entry, now: now, age: age), entry.anchors.isSuperset(of: fragments),
      let final = WebAddress(entry.finalAddress)
    else { return nil }
    var answer = Answer(.status(entry.status), finalAddress: final)
    if entry.hasMoved { answer.redirects = [Answer.Redirect(from: address.printed, status: 301)] }
    for fragment in fragments { answer.anchors[fragment] = .found }
    return answer
  }

  mutating func store(_ answer: Answer, for address: WebAddress, now: Int) {
    guard !address.hasUserinfo, case .status(let status) = answer.outcome else { return }
    let sound = answer.anchors.filter {
      if case .missing = $0.value { false } else { true }
    }
    let final = answer.finalAddress
    entries[address.printed] = Entry(
      status: status, finalAddress: final.printed + (final.fragment.map { "#" + $0 } ?? ""),
      hasMoved: answer.hasMoved,
      checkedAt: now, anchors: Set(sound.keys))
  }

  mutating func forget(_ address: WebAddress) { entries[address.printed] = nil }

  /// Drops what will not be believed any more.
  mutating func prune(now: Int, age: Int) {
    entries = entries.filter { Self.isYoung($0.value, now: now, age: age) }
  }

  private static func isYoung(_ entry: Entry, now: Int, age: Int) -> Bool {
    entry.checkedAt <= now && now - entry.checkedAt < age
  }
}

extension AnswerCache.Entry {
  init?(_ value: JSONValue) {
    guard let status = value["status"]?.integer, let final = value["final"]?.string,
      let moved = value["moved"]?.bool, let at = value["at"]?.integer, at >= 0,
      let anchors = value["anchors"]?.array
    else { return nil }
    self.init(
      status: status, finalAddress: final, hasMoved: moved, checkedAt: at,
      anchors: Set(anchors.compactMap(\.string)))
  }
}
