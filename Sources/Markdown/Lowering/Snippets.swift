import ByteText

/// `file`, `file:first:last` or `file:section`, as a snippet line names it.
package struct SnippetReference {
  package var file: String
  var section: String?
  var lines: (first: Int, last: Int?)?

  package init(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    file = parts[0]
    guard parts.count > 1 else { return }
    if parts.count == 2, Int(parts[1]) == nil, !parts[1].isEmpty {
      section = parts[1]
    } else {
      lines = (Int(parts[1]) ?? 1, parts.count > 2 ? Int(parts[2]) : nil)
    }
  }

  /// The names of the files that `bytes` includes; what looks like a snippet line may be in them
  /// too.
  package static func files(in bytes: [UInt8]) -> [String] {
    guard mayInclude(bytes) else { return [] }
    var names: [String] = []
    var index = 0
    var isBlock = false
    while index < bytes.count {
      let (end, next) = Lowering.lineEnd(bytes, index, bytes.count)
      if let marker = Lowering.snippetMarker(bytes, index, end), !marker.isEscaped {
        if let name = marker.name {
          names.append(SnippetReference(name).file)
        } else {
          isBlock.toggle()
        }
      } else if isBlock, let name = Lowering.trimmedName(bytes, index, end) {
        names.append(SnippetReference(name).file)
      }
      index = next
    }
    return names
  }

  /// Whether `8<-` stands anywhere, as in every marker.
  static func mayInclude(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while true {
        index = ByteScan.first(UInt8(ascii: "<"), in: bytes, from: index, to: bytes.count)
        guard index < bytes.count else { return false }
        if index > 0, bytes[index - 1] == UInt8(ascii: "8"), index + 1 < bytes.count,
          bytes[index + 1] == UInt8(ascii: "-")
        {
          return true
        }
        index += 1
      }
    }
  }

  /// The bytes meant; lines of section marks are left to the reader of lines. nil when there is no
  /// such section.
  func range(in bytes: [UInt8]) -> Range<Int>? {
    if let section { return Self.sectionRange(section, in: bytes) }
    guard let lines else { return 0..<bytes.count }
    var number = 1
    var index = 0
    var start: Int?
    while index < bytes.count {
      if number == max(1, lines.first) { start = index }
      let (_, next) = Lowering.lineEnd(bytes, index, bytes.count)
      if let last = lines.last, number == last { return (start ?? index)..<next }
      index = next
      number += 1
    }
    return (start ?? bytes.count)..<bytes.count
  }

  private static func sectionRange(_ name: String, in bytes: [UInt8]) -> Range<Int>? {
    var index = 0
    var start: Int?
    while index < bytes.count {
      let (end, next) = Lowering.lineEnd(bytes, index, bytes.count)
      let line = String(decoding: bytes[index..<end], as: UTF8.self)
      if line.contains("--8<-- [start:\(name)]") {
        start = next
      } else if line.contains("--8<-- [end:\(name)]"), let start {
        return start..<index
      }
      index = next
    }
    return start.map { $0..<bytes.count }
  }
}

extension Lowering {
  struct SnippetMarker {
    var indent: Int
    /// Where the line begins without its escape.
    var start: Int
    var isEscaped = false
    /// nil for the line that opens or closes the block form.
    var name: String?
  }

  /// Reads a line `--8<-- "name"` or `--8<--`; nil for any other line.
  static func snippetMarker(_ bytes: [UInt8], _ start: Int, _ end: Int) -> SnippetMarker? {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    let indent = index - start
    var isEscaped = false
    if index < end, bytes[index] == UInt8(ascii: ";") {
      isEscaped = true
      index += 1
    }
    guard index + 6 <= end, bytes[index] == UInt8(ascii: "-") else { return nil }
    let text = index
    while index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard index > text, HTMLBlockSyntax.has("8<", bytes, index, end) else { return nil }
    index += 2
    let dashes = index
    while index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard index > dashes else { return nil }
    if isEscaped { return SnippetMarker(indent: indent, start: text, isEscaped: true) }
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    if index == end { return SnippetMarker(indent: indent, start: text) }
    let quote = bytes[index]
    var last = end - 1
    while last > index, bytes[last] == UInt8(ascii: " ") { last -= 1 }
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), last > index,
      bytes[last] == quote
    else { return nil }
    let name = String(decoding: bytes[index + 1..<last], as: UTF8.self)
    return SnippetMarker(indent: indent, start: text, name: name)
  }

  /// A file's name on a line of the block form; nil for a blank line or a comment (`;` in front).
  static func trimmedName(_ bytes: [UInt8], _ start: Int, _ end: Int) -> String? {
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    let trimmed = name.drop { $0 == " " || $0 == "\t" }
    return trimmed.isEmpty || trimmed.hasPrefix(";") ? nil : String(trimmed)
  }
}
