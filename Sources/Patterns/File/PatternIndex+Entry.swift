import ByteText
import JSON

extension PatternIndex {
  /// The entry of one pattern, without reading the others: an index may tell of thousands.
  /// - Returns: Nil where it is not found in this way, which says nothing: only files in our own
  ///   notation are looked through.
  package static func entry(_ id: String, in bytes: [UInt8]) -> Entry? {
    guard bytes.starts(with: "{\n  \"format\": \"\(format)\",\n  \"patterns\": [\n".utf8) else {
      return nil
    }
    var start = ByteBuffer()
    start.append("{\n      \"id\": ")
    start.append(jsonString: id)
    start.append(",\n")
    // No string of a JSON file has a line break in it, so these bytes are what they seem to be.
    let end = Array("\n    }".utf8)
    guard let first = place(of: start.array, in: bytes, from: 0),
      let last = place(of: end, in: bytes, from: first)
    else { return nil }
    let alone =
      Array("{\"format\": \"\(format)\", \"patterns\": [".utf8) + bytes[first..<last]
      + Array("}]}".utf8)
    return (try? PatternIndex(decoding: alone))?.entries.first { $0.id == id }
  }

  /// Horspool's search: it looks at few of the bytes, of which an index of thousands has millions.
  private static func place(of text: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var steps = [Int](repeating: text.count, count: 256)
    for (index, byte) in text.dropLast().enumerated() {
      steps[Int(byte)] = text.count - 1 - index
    }
    var index = start
    while index + text.count <= bytes.count {
      let last = bytes[index + text.count - 1]
      if last == text.last, bytes[index...].starts(with: text) { return index }
      index += steps[Int(last)]
    }
    return nil
  }
}
