/// What ends an HTML block of CommonMark.
enum HTMLBlockEnd {
  /// `</script>`, `</pre>`, `</style>` or `</textarea>` (kind 1).
  case rawElement
  case comment, instruction, declaration, characterData
  /// A blank line (kinds 6 and 7).
  case blankLine
}

/// The start and end conditions of HTML blocks (CommonMark 0.30, section 4.6).
enum HTMLBlockSyntax {
  /// How an HTML block that begins with the `<` at `start` ends; nil when none begins there.
  static func blockEnd(
    _ bytes: [UInt8], _ start: Int, _ end: Int, inParagraph: Bool
  ) -> HTMLBlockEnd? {
    guard start + 1 < end, bytes[start] == UInt8(ascii: "<") else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      if has("--", bytes, start + 2, end) { return .comment }
      if has("[CDATA[", bytes, start + 2, end) { return .characterData }
      return start + 2 < end && isLetter(bytes[start + 2]) ? .declaration : nil
    case UInt8(ascii: "?"):
      return .instruction
    default:
      break
    }
    let isEndTag = bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = isEndTag ? start + 2 : start + 1
    let nameEnd = tagNameEnd(bytes, nameStart, end)
    guard nameEnd > nameStart else { return nil }
    let name = bytes[nameStart..<nameEnd].map { $0 | 0x20 }
    let boundary =
      nameEnd == end || bytes[nameEnd] == UInt8(ascii: " ") || bytes[nameEnd] == UInt8(ascii: "\t")
      || bytes[nameEnd] == UInt8(ascii: ">")
    if !isEndTag, boundary, rawElements.contains(name) { return .rawElement }
    if boundary || has("/>", bytes, nameEnd, end), blockElements.contains(name) {
      return .blankLine
    }
    if !inParagraph, let tagEnd = HTMLTag.end(bytes, start, end),
      BlockSyntax.isBlank(bytes, tagEnd, end)
    {
      return .blankLine
    }
    return nil
  }

  /// Whether the line ends a block of that kind; a blank line is seen elsewhere.
  static func ends(_ kind: HTMLBlockEnd, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    switch kind {
    case .comment: contains("-->", bytes, start, end)
    case .instruction: contains("?>", bytes, start, end)
    case .declaration: contains(">", bytes, start, end)
    case .characterData: contains("]]>", bytes, start, end)
    case .rawElement:
      contains("</script>", bytes, start, end) || contains("</pre>", bytes, start, end)
        || contains("</style>", bytes, start, end) || contains("</textarea>", bytes, start, end)
    case .blankLine: false
    }
  }

  static func tagNameEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      let digit = (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      guard isLetter(byte) || (index > start && digit) else { break }
      index += 1
    }
    return index
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether the text, in lower case, stands at `start` in any case.
  static func has(_ text: StaticString, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start >= 0, end - start >= text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let wanted = text.utf8Start[index]
      let found = bytes[start + index]
      guard found == wanted || (isLetter(wanted) && found | 0x20 == wanted | 0x20) else {
        return false
      }
    }
    return true
  }

  static func contains(_ text: StaticString, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index + text.utf8CodeUnitCount <= end {
      if has(text, bytes, index, end) { return true }
      index += 1
    }
    return false
  }

  private static func names(_ list: String) -> Set<[UInt8]> {
    Set(list.split(separator: " ").map { Array($0.utf8) })
  }

  private static let rawElements = names("script pre style textarea")

  private static let blockElements = names(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details \
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 \
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option \
    p param section source summary table tbody td tfoot th thead title tr track ul
    """)
}
