import Diagnostics

/// Where in YAML the cursor stands: below which keys, and at a key or at a value. The lines alone
/// decide, so that it is known while the text is no YAML yet.
struct KeyPlace {
  enum Kind: Hashable {
    case key
    /// Of the last of `keys`.
    case value
    /// An entry of a list that may be a value, or begin with a key.
    case item
  }

  /// From the outermost one; lists between them are left out.
  private(set) var keys: [String] = []
  private(set) var kind = Kind.key
  /// What is typed so far, up to the end of the word.
  private(set) var word: ByteRange
  /// The keys of the mapping that the cursor is in, but for the cursor's own line.
  private(set) var siblings: Set<String> = []
  /// The key of the cursor's line.
  private(set) var ownKey: (name: String, range: ByteRange)?

  /// - Parameter yaml: the bytes that are YAML.
  init(_ text: TextDocument, at offset: Int, in yaml: Range<Int>) {
    let number = text.lineNumber(of: offset)
    let first = text.lineNumber(of: yaml.lowerBound)
    let last = text.lineNumber(of: max(yaml.lowerBound, yaml.upperBound - 1))
    let line = Line(text.bytes, text.line(number))
    word = ByteRange(offset, offset)
    ownKey = line.key
    var column = line.content
    var isItem = false
    if let key = line.key, offset > key.range.end {
      keys = [key.name]
      kind = .value
      word = Self.value(text, line, offset)
    } else {
      word = ByteRange(min(line.text, offset), line.key?.range.end ?? line.end)
      if line.isItem {
        kind = line.key == nil ? .item : .key
      }
    }
    if kind == .value, line.isItem { (column, isItem) = (line.content, false) }
    if kind == .item || (kind == .key && line.isItem) { (column, isItem) = (line.indent, true) }
    // The keys above belong to the same mapping up to a line that is further left, or to the mark of
    // the item that the mapping is.
    var isSibling = !line.isItem
    for above in stride(from: number - 1, through: first, by: -1) {
      let other = Line(text.bytes, text.line(above))
      guard !other.isBlank else { continue }
      if isSibling, other.content == line.content, let key = other.key { siblings.insert(key.name) }
      if other.content < line.content || other.isItem { isSibling = false }
      if isItem {
        guard let key = other.key,
          other.content < column || (other.content == column && !other.isItem)
        else { continue }
        keys.insert(key.name, at: 0)
        (column, isItem) = other.isItem ? (other.indent, true) : (other.content, false)
      } else if other.isItem, other.content == column {
        (column, isItem) = (other.indent, true)
      } else if let key = other.key, other.content < column {
        keys.insert(key.name, at: 0)
        (column, isItem) = other.isItem ? (other.indent, true) : (other.content, false)
      }
    }
    guard number < last else { return }
    for below in (number + 1)...last {
      let other = Line(text.bytes, text.line(below))
      guard !other.isBlank else { continue }
      guard other.content >= line.content, !(other.isItem && other.content == line.content) else {
        break
      }
      if other.content == line.content, let key = other.key { siblings.insert(key.name) }
    }
  }

  /// The part of the word before the cursor.
  func typed(at offset: Int) -> Range<Int> { word.start..<max(word.start, min(offset, word.end)) }

  /// The word of a value that the cursor is in: of `[a, b` the last.
  private static func value(_ text: TextDocument, _ line: Line, _ offset: Int) -> ByteRange {
    let bytes = text.bytes
    let marks = Array(" [,\"'".utf8)
    var start = offset
    while start > line.value, !marks.contains(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < line.end, !Array(" ],\"'".utf8).contains(bytes[end]) { end += 1 }
    return ByteRange(start, end)
  }

  /// One line of YAML.
  private struct Line {
    let isBlank: Bool
    /// Spaces before anything.
    let indent: Int
    let isItem: Bool
    /// The column of what stands behind the marks of lists.
    let content: Int
    /// Where that is in the file.
    let text: Int
    let end: Int
    let key: (name: String, range: ByteRange)?
    /// Where the value of the key begins.
    let value: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
      end = range.upperBound
      var index = range.lowerBound
      while index < end, bytes[index] == 0x20 { index += 1 }
      indent = index - range.lowerBound
      var isItem = false
      while index < end, bytes[index] == UInt8(ascii: "-"),
        index + 1 == end || bytes[index + 1] == 0x20
      {
        isItem = true
        index += 1
        while index < end, bytes[index] == 0x20 { index += 1 }
      }
      self.isItem = isItem
      content = isItem ? max(index - range.lowerBound, indent + 2) : indent
      text = index
      isBlank = !isItem && (index == end || bytes[index] == UInt8(ascii: "#"))
      let last = end
      let colon = (index..<last).first { place in
        bytes[place] == UInt8(ascii: ":") && (place + 1 == last || bytes[place + 1] == 0x20)
      }
      let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{")]
      if let colon, colon > index, !quotes.contains(bytes[index]) {
        key = (
          String(decoding: bytes[index..<colon], as: UTF8.self), ByteRange(index, colon)
        )
        value = colon + 1
      } else {
        key = nil
        value = end
      }
    }
  }
}
