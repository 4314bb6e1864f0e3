package import Diagnostics

extension SnippetReference {
  /// The names of the files that some bytes include, and where they stand; without sections and
  /// lines. As `files(in:)`, it takes what looks like a snippet line for one.
  package static func places(in bytes: [UInt8]) -> [Located<String>] {
    guard mayInclude(bytes) else { return [] }
    var places: [Located<String>] = []
    var index = 0
    var isBlock = false
    while index < bytes.count {
      let (end, next) = Lowering.lineEnd(bytes, index, bytes.count)
      if let marker = Lowering.snippetMarker(bytes, index, end), !marker.isEscaped {
        if let name = marker.name {
          let quote = bytes[marker.start..<end].firstIndex {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
          }
          if let quote { places.append(file(of: name, at: quote + 1)) }
        } else {
          isBlock.toggle()
        }
      } else if isBlock, let name = Lowering.trimmedName(bytes, index, end) {
        let start = bytes[index..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? index
        places.append(file(of: name, at: start))
      }
      index = next
    }
    return places
  }

  private static func file(of name: String, at start: Int) -> Located<String> {
    let file = SnippetReference(name).file
    return Located(file, ByteRange(start, start + file.utf8.count))
  }
}
