/// The rule that makes a heading's anchor of its text.
package enum SlugRule: String, Sendable, CaseIterable {
  /// As mkdocs does by default: only ASCII letters, digits, `_` and `-` remain.
  case mkdocs
  /// The same, but letters and digits of every script remain.
  case unicode
  /// As GitHub does: lower case, spaces become `-` one by one, punctuation is dropped.
  case github

  /// The anchor for a heading's plain text; may be empty.
  package func slug(of text: String) -> String {
    if self != .github, let slug = Self.slug(ofASCII: text) { return slug }
    return switch self {
    case .mkdocs: Self.collapsed(Self.asciiScalars(of: text))
    case .unicode: Self.collapsed(text.lowercased().unicodeScalars.filter(Self.isKept))
    case .github: Self.github(text)
    }
  }

  /// The slug of text that is all ASCII, for which both rules of mkdocs agree; nil for any other.
  private static func slug(ofASCII text: String) -> String? {
    var text = text
    return text.withUTF8 { text in
      // A dash at most for each kept character, and one more for a dash at either end.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * text.count + 1) { slug in
        slugged(ascii: text, into: slug).map {
          String(decoding: UnsafeBufferPointer(rebasing: slug[..<$0]), as: UTF8.self)
        }
      }
    }
  }

  /// Writes the slug of text that is all ASCII. Returns its length; nil for any other text.
  private static func slugged(
    ascii text: UnsafeBufferPointer<UInt8>, into slug: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    func add(_ byte: UInt8) {
      slug[count] = byte
      count += 1
    }
    // Only what stands between two kept characters, or has a dash in it, becomes a dash.
    var gap: UInt8 = 0
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "_"), 0x41...0x5A:
        if gap == UInt8(ascii: "-") || (gap != 0 && count > 0) { add(UInt8(ascii: "-")) }
        gap = 0
        add((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      case UInt8(ascii: "-"): gap = byte
      case 0x09...0x0D, 0x1C...0x20: if gap == 0 { gap = byte }
      case 0x80...: return nil
      default: break
      }
    }
    if gap == UInt8(ascii: "-") { add(gap) }
    return count
  }

  /// Trims, lower-cases, and turns runs of spaces and dashes into one dash.
  private static func collapsed(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var slug = ""
    var gap: Unicode.Scalar?
    for scalar in scalars {
      if scalar == "-" || scalar.properties.isWhitespace {
        // White space is trimmed, a dash at either end stays.
        if scalar == "-" || gap == nil { gap = gap == "-" ? gap : scalar }
        continue
      }
      if let waiting = gap {
        if !slug.isEmpty || waiting == "-" { slug.append("-") }
        gap = nil
      }
      slug.unicodeScalars.append(scalar)
    }
    if gap == "-" { slug.append("-") }
    return slug.lowercased()
  }

  private static func asciiScalars(of text: String) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        if isKept(scalar) { kept.append(scalar) }
      } else {
        kept += remains[scalar.value] ?? []
      }
    }
    return kept
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return scalar == "_" || scalar == "-" || properties.isAlphabetic || properties.isWhitespace
      || properties.numericType != nil || properties.generalCategory == .nonspacingMark
  }

  private static func github(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars where isKept(scalar) {
      slug.unicodeScalars.append(scalar == " " ? "-" : scalar)
    }
    return slug
  }

  private static let remains: [UInt32: [Unicode.Scalar]] = {
    let words = ASCIIRemains.text.split(separator: " ")
    var table: [UInt32: [Unicode.Scalar]] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      let code = words[index].split(separator: "+")
      guard let first = UInt32(code[0], radix: 16) else { continue }
      let count = code.count > 1 ? UInt32(code[1], radix: 16) ?? 1 : 1
      let text = words[index + 1].unicodeScalars.map { $0 == "." ? " " : $0 }
      for offset in 0..<count {
        table[first + offset] =
          count == 1 ? text : text.compactMap { Unicode.Scalar($0.value + offset) }
      }
    }
    return table
  }()
}
