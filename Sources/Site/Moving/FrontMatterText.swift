import Diagnostics
import Pages
import YAML

/// The front matter of a page as text, for adding entries and taking them out again: what was added
/// can be taken out without a trace.
struct FrontMatterText {
  private let bytes: [UInt8]
  private let block: FrontMatterBlock
  private let entries: [YAMLEntry]
  /// Whether entries can be added a line each.
  private let isPlain: Bool
  private let lineEnd: String

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    block = FrontMatterBlock(in: bytes.span)
    lineEnd = Self.endsWithCarriageReturn(bytes) ? "\r\n" : "\n"
    guard let yaml = block.yaml else {
      entries = []
      isPlain = true
      return
    }
    let document = YAMLDocument(parsing: bytes.span, in: yaml, path: path)
    entries = document.root?.entries ?? []
    let isEmpty = document.root.map(\.isNull) ?? true
    let isBlock = document.root.map { bytes[$0.range.start] != UInt8(ascii: "{") } ?? true
    isPlain =
      block.unclosed == nil && document.diagnostics.isEmpty && isBlock
      && (isEmpty || document.root?.entries != nil)
  }

  /// The edits that add a former path to `redirect_from`, and other entries; nil where the front
  /// matter is written in a way that leaves no room for them.
  func adding(_ former: String?, lines: [String] = []) -> [(range: ByteRange, text: String)]? {
    guard isPlain else { return nil }
    var lines = lines
    var edits: [(range: ByteRange, text: String)] = []
    if let former {
      let item = String(decoding: YAMLText.plain(former), as: UTF8.self)
      let text = former.contains(",") || former.contains("[") ? "\"\(former)\"" : item
      if let entry = entries.first(where: { $0.key == "redirect_from" }), !entry.value.isNull {
        guard let edit = adding(text, to: entry.value) else { return nil }
        edits.append(edit)
      } else if entries.contains(where: { $0.key == "redirect_from" }) {
        return nil
      } else {
        lines.append("redirect_from: [\(text)]")
      }
    }
    guard !lines.isEmpty else { return edits }
    let text = lines.map { $0 + lineEnd }.joined()
    if let yaml = block.yaml {
      edits.append((ByteRange(yaml.upperBound, yaml.upperBound), text))
    } else {
      let start = block.bodyStart
      edits.append(
        (ByteRange(start, start), "---" + lineEnd + text + "---" + lineEnd + lineEnd))
    }
    return edits
  }

  private func adding(_ item: String, to value: YAMLNode) -> (range: ByteRange, text: String)? {
    guard let items = value.items else {
      guard value.text != nil, !bytes[value.range.indices].contains(0x0A) else { return nil }
      let written = String(decoding: bytes[value.range.indices], as: UTF8.self)
      return (value.range, "[\(written), \(item)]")
    }
    if bytes[value.range.start] == UInt8(ascii: "[") {
      let end = value.range.end - 1
      return (ByteRange(end, end), (items.isEmpty ? "" : ", ") + item)
    }
    guard let last = items.last else { return nil }
    let line = line(of: last.range.start)
    let indent = bytes[line.start..<last.range.start]
    guard indent.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
    let next = self.line(of: last.range.end).end
    return (
      ByteRange(next, next), lineEnd + String(decoding: indent, as: UTF8.self) + item
    )
  }

  /// The edits that take a former path out of `redirect_from`, and other keys with their values; nil
  /// where they cannot be taken out alone.
  func removing(_ former: Located<String>?, keys: [String] = []) -> [ByteRange]? {
    guard isPlain, let yaml = block.yaml else { return nil }
    var ranges: [ByteRange] = []
    var removed = keys
    if let former, let entry = entries.first(where: { $0.key == "redirect_from" }) {
      if let items = entry.value.items, items.count > 1 {
        guard let place = items.firstIndex(where: { $0.range == former.range }) else { return nil }
        ranges.append(range(of: place, of: items, in: entry.value))
      } else {
        removed.append(entry.key)
      }
    }
    for key in removed {
      guard let entry = entries.first(where: { $0.key == key }) else { continue }
      ranges.append(lines(from: entry.keyRange.start, to: entry.value.range.end))
    }
    // Front matter that was made for these entries goes with them.
    let gone = ranges.reduce(0) { $0 + $1.count }
    guard gone == yaml.count else { return ranges }
    let opening = line(of: yaml.lowerBound - 1)
    var end = block.bodyStart
    if line(of: end).end == end, end < bytes.count { end = lines(from: end, to: end).end }
    return [ByteRange(opening.start, end)]
  }

  private func range(of place: Int, of items: [YAMLNode], in value: YAMLNode) -> ByteRange {
    if bytes[value.range.start] != UInt8(ascii: "[") {
      return lines(from: items[place].range.start, to: items[place].range.end)
    }
    return place > 0
      ? ByteRange(items[place - 1].range.end, items[place].range.end)
      : ByteRange(items[0].range.start, items[1].range.start)
  }

  /// Whole lines, with the break after the last.
  private func lines(from start: Int, to end: Int) -> ByteRange {
    let last = line(of: end).end
    var next = last
    if next < bytes.count, bytes[next] == 0x0D { next += 1 }
    if next < bytes.count, bytes[next] == 0x0A { next += 1 }
    return ByteRange(line(of: start).start, next)
  }

  /// The line that a byte is in, without its break.
  private func line(of offset: Int) -> ByteRange {
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? bom
    var end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    if end > start, end <= bytes.count, end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    return ByteRange(start, end)
  }

  private var bom: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  private static func endsWithCarriageReturn(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: 0x0A), end > 0 else { return false }
    return bytes[end - 1] == 0x0D
  }
}
