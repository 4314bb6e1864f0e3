/// What every kind of diagram may begin with or have between its lines: front matter, directives,
/// comments, a title and a description for those who cannot see it.
struct Preamble {
  /// The source with all of that as spaces, so that every byte stays where it is.
  private(set) var bytes: [UInt8]
  /// What `title:` in the front matter says.
  private(set) var caption: String?
  private(set) var accessibleTitle: String?
  private(set) var accessibleDescription: String?
  /// The first word of the diagram, which names its kind; empty where there is none.
  private(set) var kind = 0..<0
  /// Whether a directive has no end, and so none after it has one.
  private var isUnclosed = false

  init(_ source: [UInt8]) {
    bytes = source
    var index = blankFrontMatter()
    while index < bytes.count {
      let end = lineEnd(index)
      index = blank(lineAt: index, end)
    }
    let start = bytes.firstIndex { !$0.isBlank && $0 != 0x0A } ?? bytes.count
    let end = bytes[start...].firstIndex { $0.isBlank || $0 == 0x0A || $0 == UInt8(ascii: ";") }
    kind = start..<(end ?? bytes.count)
  }

  private func lineEnd(_ start: Int) -> Int {
    bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private mutating func clear(_ range: Range<Int>) {
    for index in range where bytes[index] != 0x0A { bytes[index] = 0x20 }
  }

  /// Returns where the text after the front matter begins.
  private mutating func blankFrontMatter() -> Int {
    guard let start = bytes.firstIndex(where: { !$0.isBlank && $0 != 0x0A }),
      bytes[start..<lineEnd(start)].trimmed.elementsEqual("---".utf8)
    else { return 0 }
    var index = lineEnd(start) + 1
    while index < bytes.count {
      let end = lineEnd(index)
      let line = bytes[index..<end]
      if line.trimmed.elementsEqual("---".utf8) {
        clear(start..<end)
        return end
      }
      if line.starts("title:") { caption = Self.unquoted(line.dropFirst(6)) }
      index = end + 1
    }
    // It has no end, so it is none.
    caption = nil
    return 0
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = bytes.trimmed
    if text.count >= 2, let mark = text.first, mark == text.last,
      mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    {
      text = text.dropFirst().dropLast()
    }
    return text.isEmpty ? nil : LabelReader.read(text).plain
  }

  /// Returns where the next line begins.
  private mutating func blank(lineAt start: Int, _ end: Int) -> Int {
    let line = bytes[start..<end].drop { $0.isBlank }
    if line.starts("%%{"), !isUnclosed {
      // A directive may go over several lines.
      var index = line.startIndex
      while index + 2 < bytes.count, !bytes[index...].starts("}%%") { index += 1 }
      isUnclosed = index + 2 >= bytes.count
      let close = isUnclosed ? end : index + 3
      clear(line.startIndex..<close)
      return close < bytes.count && bytes[close] != 0x0A ? close : close + 1
    }
    if line.starts("%%") {
      clear(line.startIndex..<end)
    } else if line.starts("accTitle") {
      guard let value = Self.value(line.dropFirst(8)) else { return end + 1 }
      accessibleTitle = LabelReader.read(value).plain
      clear(line.startIndex..<end)
    } else if line.starts("accDescr") {
      let rest = line.dropFirst(8).drop { $0.isBlank }
      if rest.first == UInt8(ascii: "{") {
        let close = bytes[rest.startIndex...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
        let lines = bytes[(rest.startIndex + 1)..<close].split(separator: 0x0A).map(\.trimmed)
        accessibleDescription = LabelReader.read(ArraySlice(lines.joined(separator: [0x20]))).plain
        clear(line.startIndex..<min(close + 1, bytes.count))
        return min(close + 1, bytes.count)
      }
      guard let value = Self.value(rest) else { return end + 1 }
      accessibleDescription = LabelReader.read(value).plain
      clear(line.startIndex..<end)
    }
    return end + 1
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let rest = bytes.drop { $0.isBlank }
    return rest.first == UInt8(ascii: ":") ? rest.dropFirst().trimmed : nil
  }
}
