/// The theme's own style sheets and scripts without what only their authors read: comments that fill
/// lines, indentation, empty lines. Nothing else is known of their languages, so they keep to this:
/// no text in them goes over several lines.
enum LeanText {
  static func of(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    if name.hasSuffix(".js") { return lines(bytes, isComment: { $0.starts(with: "//".utf8) }) }
    if name.hasSuffix(".css") { return lines(withoutComments(bytes), isComment: { _ in false }) }
    return bytes
  }

  private static func lines(
    _ bytes: [UInt8], isComment: (ArraySlice<UInt8>) -> Bool
  ) -> [UInt8] {
    var lean: [UInt8] = []
    lean.reserveCapacity(bytes.count)
    for line in bytes.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 }
      guard !text.isEmpty, !isComment(text) else { continue }
      lean += text
      lean.append(0x0A)
    }
    return lean
  }

  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    var lean: [UInt8] = []
    while let start = rest.firstRange(of: Array("/*".utf8)) {
      lean += rest[..<start.lowerBound]
      let end = rest[start.upperBound...].firstRange(of: Array("*/".utf8))
      rest = rest[(end?.upperBound ?? rest.endIndex)...]
    }
    return lean + rest
  }
}
