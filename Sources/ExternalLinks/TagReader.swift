/// Reads the start tags of an HTML page one after another.
struct TagReader {
  struct Tag {
    var name: String
    /// The id, and the name of a link.
    var anchors: [String] = []
    /// What stands in an element whose content is not markup.
    var content: ArraySlice<UInt8> = []

    var isScript: Bool { name == "script" }
  }

  private let bytes: [UInt8]
  private var index = 0
  /// Bytes of text so far that are no white space.
  private(set) var textCount = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let unparsed: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
  ]

  mutating func next() -> Tag? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        if bytes[index] > 0x20 { textCount += 1 }
        index += 1
        continue
      }
      if starts(with: "<!--") {
        skip(past: "-->")
      } else if index + 1 < bytes.count, isLetter(bytes[index + 1]) {
        return tag()
      } else if index + 1 < bytes.count, "/!?".utf8.contains(bytes[index + 1]) {
        skip(past: ">")
      } else {
        textCount += 1
        index += 1
      }
    }
    return nil
  }

  private mutating func tag() -> Tag {
    index += 1
    var tag = Tag(name: lowercased(word(endingAt: " />")))
    while let (name, value) = attribute() {
      if name == "id" || name == "name" && tag.name == "a", !value.isEmpty {
        tag.anchors.append(HTMLEntities.decoded(value))
      }
    }
    if Self.unparsed.contains(tag.name) {
      let start = index
      skip(toEndOf: tag.name)
      tag.content = bytes[start..<index]
    }
    return tag
  }

  /// The next attribute; nil after the end of the tag.
  private mutating func attribute() -> (name: String, value: ArraySlice<UInt8>)? {
    while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") {
      index += 1
    }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: ">") {
      index += 1
      return nil
    }
    let start = index
    // A name may begin with an equals sign, strange as it is.
    index += 1
    _ = word(endingAt: " />=")
    let name = lowercased(bytes[start..<index])
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, []) }
    index += 1
    skipSpace()
    guard index < bytes.count else { return (name, []) }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (name, word(endingAt: " >"))
    }
    index += 1
    let value = index
    while index < bytes.count, bytes[index] != quote { index += 1 }
    let end = index
    index = min(index + 1, bytes.count)
    return (name, bytes[value..<end])
  }

  /// Bytes up to one of these; a space stands for all white space.
  private mutating func word(endingAt ends: StaticString) -> ArraySlice<UInt8> {
    let start = index
    let ends = UnsafeBufferPointer(start: ends.utf8Start, count: ends.utf8CodeUnitCount)
    while index < bytes.count, bytes[index] > 0x20, !ends.contains(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  private mutating func skip(past end: StaticString) {
    while index < bytes.count, !starts(with: end) { index += 1 }
    index = min(index + end.utf8CodeUnitCount, bytes.count)
  }

  private mutating func skip(toEndOf name: String) {
    let end = Array("</".utf8) + Array(name.utf8)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + end.count <= bytes.count,
        lowercased(bytes[index..<(index + end.count)]).utf8.elementsEqual(end)
      {
        return
      }
      index += 1
    }
  }

  private func starts(with text: StaticString) -> Bool {
    bytes[index...].starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
