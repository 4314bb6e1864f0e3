/// Which targets links and images may have on pages that anybody may have written.
enum SafeTarget {
  enum Use { case link, image }

  /// Whether a browser would at most open a page or show a picture.
  /// - Parameter target: after character references are decoded, as a browser has it.
  static func isAllowed(_ target: some Collection<UInt8>, for use: Use) -> Bool {
    // A URL loses its tabs and line ends wherever they stand, and what is around it (URL Standard,
    // basic URL parser).
    let text = target.drop { $0 <= 0x20 }.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard let scheme = scheme(of: text) else { return true }
    switch use {
    case .link: return links.contains { scheme.elementsEqual($0) }
    case .image:
      return pictures.contains { scheme.elementsEqual($0) }
        || (scheme.elementsEqual("data".utf8) && isPicture(text.dropFirst(scheme.count + 1)))
    }
  }

  private static let links: [[UInt8]] = ["http", "https", "mailto", "tel"].map { Array($0.utf8) }
  private static let pictures: [[UInt8]] = ["http", "https"].map { Array($0.utf8) }

  /// The scheme in lower case; nil for a target that is relative.
  private static func scheme(of text: [UInt8]) -> [UInt8]? {
    guard let first = text.first, isLetter(first) else { return nil }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon]
    let isScheme = scheme.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return isScheme ? scheme.map { isLetter($0) ? $0 | 0x20 : $0 } : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether the data is of a format that holds nothing but a picture; SVG may hold scripts.
  private static func isPicture(_ data: ArraySlice<UInt8>) -> Bool {
    let type = data.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
      .map { isLetter($0) ? $0 | 0x20 : $0 }
    return ["image/png", "image/gif", "image/jpeg", "image/webp"].contains {
      type.elementsEqual($0.utf8)
    }
  }
}
