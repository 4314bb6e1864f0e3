/// Character references in the attributes of fetched pages: numbers, and the names that XML has.
enum HTMLEntities {
  static func decoded(_ value: ArraySlice<UInt8>) -> String {
    let text = String(decoding: value, as: UTF8.self)
    guard value.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing(/&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/) {
      match in
      if let name = match.output.3 { return named[String(name)] ?? String(match.output.0) }
      let code =
        match.output.1.flatMap { UInt32($0, radix: 16) } ?? match.output.2.flatMap { UInt32($0) }
      return code.flatMap(Unicode.Scalar.init).map { String($0) } ?? "\u{FFFD}"
    }
  }

  private static let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
}
