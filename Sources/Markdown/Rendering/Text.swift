import ByteText

/// Text: escaped, with the dialect's marks, tokens and abbreviations.
extension PageRenderer {
  private enum Trigger {
    static let escape: UInt8 = 1
    static let marker: UInt8 = 2
    static let delimiter: UInt8 = 3
    static let bracket: UInt8 = 4
    static let mojibake: UInt8 = 5
  }

  static func textTriggers(_ dialect: Dialect) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in "&<>\"".utf8 { table[Int(byte)] = Trigger.escape }
    for byte in "{}".utf8 { table[Int(byte)] = Trigger.marker }
    table[Int(Marker.byte)] = Trigger.marker
    if dialect != .commonMark {
      table[Int(UInt8(ascii: "]"))] = Trigger.bracket
      table[0xC3] = Trigger.mojibake
    }
    if dialect.marks { table[Int(UInt8(ascii: "="))] = Trigger.delimiter }
    if dialect.strikethrough || dialect.subscripts {
      table[Int(UInt8(ascii: "~"))] = Trigger.delimiter
    }
    if dialect.superscripts { table[Int(UInt8(ascii: "^"))] = Trigger.delimiter }
    return table
  }

  /// Writes one run of text. `before` and `after` are the nodes around it, nil at the ends of a
  /// block.
  mutating func writeText(
    _ text: UnsafeBufferPointer<UInt8>, after previous: Node?, before next: Node?, scope: Node?
  ) {
    page.textSize += text.count
    var start = 0
    var needsEscapes = false
    var index = ByteScan.first(markedIn: triggers, text, from: 0, to: text.count)
    while index < text.count {
      switch triggers[Int(text[index])] {
      case Trigger.escape:
        needsEscapes = true
        index += 1
      case Trigger.bracket:
        if Self.isSuspect(bracket: index, in: text) { suspects.hasBracket = true }
        index += 1
      case Trigger.mojibake:
        if Mojibake.find(text, at: index, text.count) != nil { suspects.hasMojibake = true }
        index += 1
      case Trigger.marker:
        guard let end = markerEnd(text, at: index) else {
          index += 1
          break
        }
        writePlain(UnsafeBufferPointer(rebasing: text[start..<index]), needsEscapes)
        writeMarker(text, at: index, end: end)
        index = end
        start = end
        needsEscapes = false
      default:
        var end = index + 1
        while end < text.count, text[end] == text[index] { end += 1 }
        writePlain(UnsafeBufferPointer(rebasing: text[start..<index]), needsEscapes)
        let around = (
          before: index > 0 ? text[index - 1] : Self.edge(previous),
          after: end < text.count ? text[end] : Self.edge(next)
        )
        writeDelimiter(text[index], count: end - index, around: around, scope: scope)
        index = end
        start = end
        needsEscapes = false
      }
      index = ByteScan.first(markedIn: triggers, text, from: index, to: text.count)
    }
    writePlain(UnsafeBufferPointer(rebasing: text[start..<text.count]), needsEscapes)
  }

  /// What stands beside a run of text: a space at a line's end, a letter where other inline content
  /// is.
  private static func edge(_ node: Node?) -> UInt8 {
    guard let node, node.kind != .softBreak, node.kind != .lineBreak else { return 0x20 }
    return UInt8(ascii: ".")
  }

  /// The end of the token or of the part of a block marker that begins at `index`; nil where a
  /// brace is just a brace.
  private func markerEnd(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: "}"):
      return index + 1 < text.count && text[index + 1] == Marker.byte ? index + 2 : nil
    case UInt8(ascii: "{"):
      return TokenText.token(text, at: index)?.end
    default:
      if let token = TokenText.token(text, at: index) { return token.end }
      return TokenText.blockMarker(UnsafeBufferPointer(rebasing: text[index...]))
        .map { index + $0.end }
    }
  }

  private mutating func writeMarker(_ text: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) {
    guard let found = TokenText.token(text, at: index), found.index < lowering.tokens.count else {
      return
    }
    writeToken(found.index)
  }

  /// Writes plain text: escaped, and with abbreviations explained.
  private mutating func writePlain(_ text: UnsafeBufferPointer<UInt8>, _ needsEscapes: Bool) {
    guard text.count > 0 else { return }
    if isInHeading { headingText.append(text) }
    if !lowering.abbreviations.isEmpty {
      writeAbbreviated(text)
    } else if needsEscapes {
      out.append(escaping: text)
    } else {
      out.append(text)
    }
  }

  /// The alternative text of an image.
  mutating func writePlainText(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      guard triggers[Int(text[index])] == Trigger.marker, let end = markerEnd(text, at: index)
      else {
        index += 1
        continue
      }
      out.append(escaping: UnsafeBufferPointer(rebasing: text[start..<index]))
      if let found = TokenText.token(text, at: index), found.index < lowering.tokens.count {
        let token = lowering.tokens[found.index]
        switch token.kind {
        case .symbol(let characters): out.append(escaping: characters ?? "")
        case .escape(let byte): out.append(escaping: [byte])
        default: out.append(escaping: Array(original(token)))
        }
      }
      index = end
      start = end
    }
    out.append(escaping: UnsafeBufferPointer(rebasing: text[start..<text.count]))
  }

  private mutating func writeAbbreviated(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      let atWord = index == 0 || !Self.isWordByte(text[index - 1])
      guard atWord, let found = abbreviation(in: text, at: index) else {
        index += 1
        continue
      }
      out.append(escaping: UnsafeBufferPointer(rebasing: text[start..<index]))
      out.append("<abbr title=\"")
      out.append(escaping: found.meaning)
      out.append("\">")
      out.append(escaping: found.word)
      out.append("</abbr>")
      index += found.word.count
      start = index
    }
    out.append(escaping: UnsafeBufferPointer(rebasing: text[start..<text.count]))
  }

  /// The longest abbreviation that stands at `index` as a word of its own.
  private func abbreviation(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Abbreviation? {
    lowering.abbreviations.longest(in: text, at: index) { end in
      end == text.count || !Self.isWordByte(text[end])
    }
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    HTMLBlockSyntax.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}
