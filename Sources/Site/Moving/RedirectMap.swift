import Diagnostics
import YAML

/// The mapping of former addresses in a configuration: `redirects` of turnbook.yml, or
/// `redirect_maps` of the plugin in mkdocs.yml.
struct RedirectMap {
  /// From former addresses to what stands for them.
  let entries: [YAMLEntry]
  /// Whether there is a place for more: in mkdocs.yml where the plugin is used.
  let takesMore: Bool
  private let bytes: [UInt8]
  /// The mapping itself; nil where there is none yet.
  private let map: YAMLNode?
  /// The key that leads to the mapping.
  private let key: YAMLEntry?
  /// The name of the plugin where nothing is said about it.
  private let bare: YAMLNode?

  init(_ bytes: [UInt8], isMkDocs: Bool) {
    self.bytes = bytes
    let root = YAMLDocument(parsing: bytes.span).root
    guard isMkDocs else {
      key = root?.entries?.first { $0.key == "redirects" }
      map = key?.value
      entries = map?.entries ?? []
      bare = nil
      takesMore = false
      return
    }
    var bare: YAMLNode?
    var plugin: YAMLNode?
    let plugins = root?[key: "plugins"]
    for item in plugins?.items ?? [] {
      if item.text == "redirects" { bare = item }
      plugin = item[key: "redirects"] ?? plugin
    }
    plugin = plugins?[key: "redirects"] ?? plugin
    key = plugin?.entries?.first { $0.key == "redirect_maps" }
    map = key?.value
    entries = map?.entries ?? []
    self.bare = bare
    takesMore = bare != nil || map?.entries != nil
  }

  /// The edit that adds entries; nil where there is no place for them.
  func adding(_ more: [(from: String, to: String)]) -> (range: ByteRange, text: String)? {
    if let bare {
      let indent = String(repeating: " ", count: column(of: bare.range.start))
      let lines = more.map { "\n\(indent)      \(entry($0, like: nil))" }
      return (
        ByteRange(bare.range.end, bare.range.end),
        ":\n\(indent)    redirect_maps:" + lines.joined()
      )
    }
    guard let map, map.entries != nil else { return nil }
    let texts = more.map { entry($0, like: entries.last) }
    if bytes[map.range.start] == UInt8(ascii: "{") {
      let end = map.range.end - 1
      return (
        ByteRange(end, end), (entries.isEmpty ? "" : ", ") + texts.joined(separator: ", ")
      )
    }
    guard let last = entries.last else { return nil }
    let indent = String(repeating: " ", count: column(of: last.keyRange.start))
    let end = lineEnd(from: last.value.range.end)
    return (ByteRange(end, end), texts.map { "\n" + indent + $0 }.joined())
  }

  private func entry(_ entry: (from: String, to: String), like other: YAMLEntry?) -> String {
    guard let other else { return Self.plain(entry.from) + ": " + Self.plain(entry.to) }
    let text = { (text: String, range: ByteRange) in
      YAMLText.scalar(text, like: Array(self.bytes[range.indices])).map {
        String(decoding: $0, as: UTF8.self)
      } ?? Self.plain(text)
    }
    return text(entry.from, other.keyRange) + ": " + text(entry.to, other.value.range)
  }

  private static func plain(_ text: String) -> String {
    String(decoding: YAMLText.plain(text), as: UTF8.self)
  }

  /// The bytes that go with entries, by their keys' places; nil where they cannot be taken out.
  func removing(_ keys: Set<ByteRange>) -> [ByteRange]? {
    guard let map, let key else { return nil }
    let gone = entries.indices.filter { keys.contains(entries[$0].keyRange) }
    if bytes[map.range.start] == UInt8(ascii: "{") {
      if gone.count == entries.count, let first = entries.first, let last = entries.last {
        return [ByteRange(first.keyRange.start, last.value.range.end)]
      }
      // Where the first ones go, what follows them stands first.
      let first = gone.enumerated().prefix { $0.offset == $0.element }.count
      let others = gone.dropFirst(first).map { place in
        ByteRange(entries[place - 1].value.range.end, entries[place].value.range.end)
      }
      guard first > 0 else { return others }
      return [ByteRange(entries[0].keyRange.start, entries[first].keyRange.start)] + others
    }
    guard gone.count < entries.count else {
      let start = bareStart(key) ?? lineStart(of: key.keyRange.start)
      let end = lineEnd(from: map.range.end)
      if let bare = bareStart(key) { return [ByteRange(bare, end)] }
      // The break goes with the line, at the end of a file the one before it.
      return [
        end < bytes.count ? ByteRange(start, end + 1) : ByteRange(max(0, start - 1), end)
      ]
    }
    return gone.map { place in
      let start = lineStart(of: entries[place].keyRange.start)
      let end = lineEnd(from: entries[place].value.range.end)
      return end < bytes.count ? ByteRange(start, end + 1) : ByteRange(start - 1, end)
    }
  }

  /// Where the colon after a plugin's name stands that says nothing but its redirects.
  private func bareStart(_ key: YAMLEntry) -> Int? {
    guard key.key == "redirect_maps" else { return nil }
    var start = key.keyRange.start
    while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
    guard start > 0, bytes[start - 1] == UInt8(ascii: ":") else { return nil }
    let end = lineEnd(from: key.value.range.end)
    let next = bytes[min(end + 1, bytes.count)...].prefix { $0 == 0x20 }.count
    let isLast = next < column(of: key.keyRange.start)
    let name = Array("redirects".utf8)
    guard isLast, bytes[..<(start - 1)].suffix(name.count).elementsEqual(name) else { return nil }
    return start - 1
  }

  private func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  private func lineStart(of offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private func lineEnd(from offset: Int) -> Int {
    bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
  }
}
