/// URLs and addresses that stand in text without brackets (GFM, autolinks extension).
enum BareLink {
  enum Kind {
    case url, www, email
  }

  /// `http://…` or `https://…` around the colon at `colon`.
  static func url(_ bytes: [UInt8], colon: Int, from: Int, _ end: Int) -> Range<Int>? {
    guard colon + 3 < end, bytes[colon + 1] == UInt8(ascii: "/"),
      bytes[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    var start = colon
    while start > from, HTMLBlockSyntax.isLetter(bytes[start - 1]) { start -= 1 }
    let scheme = bytes[start..<colon]
    guard
      scheme.elementsEqual("https".utf8) || scheme.elementsEqual("http".utf8)
        || scheme.elementsEqual("ftp".utf8),
      isBoundary(bytes, start, from),
      let domain = domainEnd(bytes, colon + 3, end, needsDot: false)
    else { return nil }
    return start..<linkEnd(bytes, domain, start, end)
  }

  /// `www.…` around the dot at `dot`.
  static func www(_ bytes: [UInt8], dot: Int, from: Int, _ end: Int) -> Range<Int>? {
    guard dot - from >= 3, HTMLBlockSyntax.has("www.", bytes, dot - 3, end),
      isBoundary(bytes, dot - 3, from),
      let domain = domainEnd(bytes, dot - 3, end, needsDot: true)
    else { return nil }
    return dot - 3..<linkEnd(bytes, domain, dot - 3, end)
  }

  /// An address around the `@` at `at`.
  static func email(_ bytes: [UInt8], at: Int, from: Int, _ end: Int) -> Range<Int>? {
    var start = at
    while start > from, isLocalByte(bytes[start - 1]) { start -= 1 }
    guard start < at, start == 0 || bytes[start - 1] != UInt8(ascii: "/"),
      start == 0 || bytes[start - 1] != UInt8(ascii: ":"), !isInDestination(bytes, start, from)
    else { return nil }
    if start > from, bytes[start - 1] == UInt8(ascii: "<") || bytes[start - 1] == UInt8(ascii: "\\")
    {
      return nil
    }
    var index = at + 1
    var dots = 0
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        guard index + 1 < end, isAlphanumeric(bytes[index + 1]) else { break }
        dots += 1
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      index += 1
    }
    guard dots > 0, index > at + 1, isAlphanumeric(bytes[index - 1]) else { return nil }
    return start..<index
  }

  /// A link begins a line, or follows white space or one of `* _ ~ (`; not the target of a link
  /// with brackets.
  private static func isBoundary(_ bytes: [UInt8], _ start: Int, _ from: Int) -> Bool {
    guard start > from else {
      // What was copied before `from` ended in a token or begins the text.
      return start == 0 || !isAlphanumeric(bytes[start - 1])
    }
    switch bytes[start - 1] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "("), UInt8(ascii: " "), UInt8(ascii: "\t"):
      return !isInDestination(bytes, start, from)
    default: return false
    }
  }

  private static func isInDestination(_ bytes: [UInt8], _ start: Int, _ from: Int) -> Bool {
    var index = start
    while index > from, bytes[index - 1] == UInt8(ascii: " ") { index -= 1 }
    return index - 1 > from && bytes[index - 1] == UInt8(ascii: "(")
      && bytes[index - 2] == UInt8(ascii: "]")
  }

  /// The end of a domain: parts of letters, digits, `-` and `_`, no `_` in the last two.
  private static func domainEnd(
    _ bytes: [UInt8], _ start: Int, _ end: Int, needsDot: Bool
  ) -> Int? {
    var index = start
    var dots = 0
    var underscores = (last: 0, before: 0)
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if byte == UInt8(ascii: ".") {
        dots += 1
        underscores = (0, underscores.last)
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-"), byte < 0x80 {
        break
      }
      index += 1
    }
    guard index > start, underscores.last == 0, underscores.before == 0, dots > 0 || !needsDot
    else { return nil }
    return index
  }

  /// The end of the whole link: white space or `<` ends it, closing punctuation is not part of it.
  private static func linkEnd(_ bytes: [UInt8], _ domain: Int, _ start: Int, _ end: Int) -> Int {
    var index = domain
    while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "<") { index += 1 }
    var opened = 0
    var closed = 0
    for byte in bytes[start..<index] {
      if byte == UInt8(ascii: "(") { opened += 1 }
      if byte == UInt8(ascii: ")") { closed += 1 }
    }
    while index > start {
      switch bytes[index - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "]"),
        UInt8(ascii: "}"):
        index -= 1
      case UInt8(ascii: ")") where closed > opened:
        closed -= 1
        index -= 1
      case UInt8(ascii: ";"):
        var entity = index - 1
        while entity > start, isAlphanumeric(bytes[entity - 1]) { entity -= 1 }
        guard entity > start, bytes[entity - 1] == UInt8(ascii: "&"), entity < index - 1 else {
          index -= 1
          continue
        }
        index = entity - 1
      default:
        return index
      }
    }
    return index
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    HTMLBlockSyntax.isLetter(byte) || (0x30...0x39).contains(byte)
  }

  private static func isLocalByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
  }
}
