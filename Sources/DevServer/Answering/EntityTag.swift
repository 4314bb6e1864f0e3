import FileTree

/// What names one state of what is served: a strong tag of RFC 9110, 8.8.3, with its quotes.
struct EntityTag: Equatable {
  let text: String

  /// By the bytes themselves.
  init(of bytes: [UInt8]) {
    // FNV-1a of 64 bits: it tells one edit from the next, and is no defence against anybody.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    text = "\"\(String(bytes.count, radix: 16))-\(String(hash, radix: 16))\""
  }

  /// By what the file system says, so that a long file need not be read.
  init(of file: DiscoveredFile) {
    let parts = [UInt64(file.size), UInt64(bitPattern: file.modified), file.inode]
    text = "\"\(parts.map { String($0, radix: 16) }.joined(separator: "-"))\""
  }

  /// Whether a list of tags names this one, weakly compared, as `If-None-Match` is read.
  func isIn(_ list: String) -> Bool {
    list.split(separator: ",").contains { each in
      let tag = each.trimming(while: Self.isBlank)
      return tag == "*" || tag == text || tag == "W/" + text
    }
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }
}

extension Substring {
  /// Without what stands around it.
  func trimming(while isOutside: (Character) -> Bool) -> Substring {
    var rest = drop(while: isOutside)
    while let last = rest.last, isOutside(last) { rest.removeLast() }
    return rest
  }
}
