/// `{: #id .class key="value" }`, the colon optional (Python-Markdown's attr_list).
struct AttributeList {
  var id: [UInt8]?
  /// Where the id stands in the source.
  var idRange: Range<Int>?
  var classes: [[UInt8]] = []
  var pairs: [(name: [UInt8], value: [UInt8])] = []
  /// The offset after the closing brace.
  var end = 0

  /// Reads the list that begins with the brace at `start`. Without the colon its first entry must
  /// look like an attribute, so that `{topic}` in a sentence stays text.
  init?(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    var index = start + 1
    let hasColon = index < end && bytes[index] == UInt8(ascii: ":")
    if hasColon { index += 1 }
    var count = 0
    while true {
      while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
      guard index < end else { return nil }
      if bytes[index] == UInt8(ascii: "}") { break }
      switch bytes[index] {
      case UInt8(ascii: "#"), UInt8(ascii: "."):
        let isID = bytes[index] == UInt8(ascii: "#")
        let word = Self.word(bytes, index + 1, end)
        guard !word.isEmpty else { return nil }
        if isID {
          id = Array(bytes[word])
          idRange = word
        } else {
          classes.append(Array(bytes[word]))
        }
        index = word.upperBound
      default:
        let name = Self.name(bytes, index, end)
        guard !name.isEmpty else { return nil }
        index = name.upperBound
        guard index < end, bytes[index] == UInt8(ascii: "=") else {
          // A bare word is an attribute only where a colon or an earlier entry says that this is a
          // list, or where it can be nothing else.
          guard hasColon || count > 0 || bytes[name].starts(with: "data-".utf8) else {
            return nil
          }
          pairs.append((Array(bytes[name]), Array(bytes[name])))
          break
        }
        guard let value = Self.value(bytes, index + 1, end) else { return nil }
        add(Array(bytes[name]), Array(bytes[value.range]), at: value.range)
        index = value.end
      }
      count += 1
    }
    guard count > 0 else { return nil }
    self.end = index + 1
  }

  /// HTML has no attribute `align` any more.
  private static let sides = ["left", "center", "right"].map(\.utf8)

  private mutating func add(_ name: [UInt8], _ value: [UInt8], at range: Range<Int>) {
    if name.elementsEqual("id".utf8) {
      id = value
      idRange = range
    } else if name.elementsEqual("class".utf8) {
      classes += value.split(separator: UInt8(ascii: " ")).map(Array.init)
    } else if name.elementsEqual("align".utf8),
      Self.sides.contains(where: { value.elementsEqual($0) })
    {
      classes.append(Array("align-".utf8) + value)
    } else {
      pairs.append((name, value))
    }
  }

  /// Leaves only what may stand on pages that anybody may have written.
  mutating func restrict() {
    if let name = id, !SafeNames.isID(name) {
      id = nil
      idRange = nil
    }
    classes.removeAll { !SafeNames.isClass($0) }
    pairs = pairs.compactMap { pair in
      let name = String(decoding: pair.name, as: UTF8.self).lowercased()
      return SafeAttribute.named(name, on: nil)?.value(pair.value).map {
        (Array(name.utf8), $0)
      }
    }
  }

  private static func word(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
    var index = start
    while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "}"),
      bytes[index] != UInt8(ascii: "{"), bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "<")
    {
      index += 1
    }
    return start..<index
  }

  private static func name(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
    var index = start
    while index < end {
      let byte = bytes[index]
      let isInner =
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
      guard
        HTMLBlockSyntax.isLetter(byte) || byte == UInt8(ascii: "_") || (index > start && isInner)
      else { break }
      index += 1
    }
    return start..<index
  }

  private static func value(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (range: Range<Int>, end: Int)? {
    guard start < end else { return nil }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = bytes[(start + 1)..<end].firstIndex(of: quote) else { return nil }
      return (start + 1..<close, close + 1)
    }
    let word = word(bytes, start, end)
    return word.isEmpty ? nil : (word, word.upperBound)
  }
}
