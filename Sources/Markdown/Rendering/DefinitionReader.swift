import ByteText

/// Reads definitions of reference links as libcmark does (CommonMark 0.30, section 4.7), from the
/// start of a paragraph whose lines it takes as it needs them.
struct DefinitionReader {
  /// Offsets into the text of the paragraph.
  struct Found {
    /// The label with its brackets.
    var label: Range<Int>
    var destination: Range<Int>
  }

  /// The paragraph's text as far as it was read: no marks of containers, no white space in front.
  private(set) var content: [UInt8] = []
  /// Where each line begins in `content`, and where that is in the document.
  private var starts: [(content: Int, document: Int)] = []
  private let text: UnsafeBufferPointer<UInt8>
  /// The next byte of the document to take, and where the paragraph may not go on.
  private var next: Int
  private let limit: Int
  /// How many block quotes the paragraph is in.
  private let quotes: Int
  /// The column that the text of a list item has in its first line; 0 where that is none.
  private let column: Int
  private var index = 0

  /// - Parameter line: where the line begins that `start` is in.
  init(_ text: UnsafeBufferPointer<UInt8>, from line: Int, at start: Int, to limit: Int) {
    self.text = text
    let marks = text[line..<start]
    quotes = marks.count { $0 == UInt8(ascii: ">") }
    let last = marks.lastIndex { $0 != 0x20 && $0 != 0x09 }
    column = last.map { text[$0] == UInt8(ascii: ">") ? 0 : $0 - line + 2 } ?? 0
    self.limit = limit
    next = start
    takeLine(from: start)
  }

  /// The document's offset of a byte of `content`.
  func document(_ offset: Int) -> Int {
    guard let line = starts.last(where: { $0.content <= offset }) else { return next }
    return line.document + offset - line.content
  }

  func document(_ range: Range<Int>) -> Range<Int> {
    let start = document(range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, document(range.upperBound - 1) + 1)
  }

  /// The document's offset after all that was read as a definition.
  var end: Int { index < content.count ? document(index) : next }

  /// Reads the next definition; nil where the paragraph's text begins or ends.
  mutating func read() -> Found? {
    let start = index
    guard let found = readDefinition() else {
      index = start
      return nil
    }
    return found
  }

  private mutating func readDefinition() -> Found? {
    let start = index
    guard peek() == UInt8(ascii: "["), skipsLabel(), peek() == UInt8(ascii: ":") else {
      return nil
    }
    let label = start..<index
    index += 1
    skipSpaceAndLineEnd()
    guard let destination = readDestination() else { return nil }
    let end = index
    skipSpaceAndLineEnd()
    if index > end, skipsTitle(), skipsLineEnd() {
      return Found(label: label, destination: destination)
    }
    index = end
    return skipsLineEnd() ? Found(label: label, destination: destination) : nil
  }

  /// `[label]` of at most 999 bytes, not blank.
  private mutating func skipsLabel() -> Bool {
    index += 1
    let start = index
    var hasText = false
    while let byte = peek(), byte != UInt8(ascii: "]") {
      guard byte != UInt8(ascii: "["), index - start < 1000 else { return false }
      if !PageRenderer.isSpace(byte) { hasText = true }
      index += 1
      if byte == UInt8(ascii: "\\"), let escaped = peek(),
        CharacterReferences.isPunctuation(escaped)
      {
        index += 1
      }
    }
    guard peek() != nil, hasText, index - start <= 1000 else { return false }
    index += 1
    return true
  }

  private mutating func readDestination() -> Range<Int>? {
    guard let first = peek() else { return nil }
    let start = index
    if first == UInt8(ascii: "<") {
      index += 1
      while let byte = peek(), byte != UInt8(ascii: ">") {
        guard byte != 0x0A, byte != UInt8(ascii: "<") else { return nil }
        index += byte == UInt8(ascii: "\\") ? 2 : 1
      }
      guard peek() != nil else { return nil }
      index += 1
      return start + 1..<index - 1
    }
    var depth = 0
    while let byte = peek(), !PageRenderer.isSpace(byte) {
      if byte == UInt8(ascii: "(") {
        depth += 1
        guard depth <= 32 else { return nil }
      } else if byte == UInt8(ascii: ")") {
        guard depth > 0 else { break }
        depth -= 1
      }
      index += 1
      if byte == UInt8(ascii: "\\"), let escaped = peek(),
        CharacterReferences.isPunctuation(escaped)
      {
        index += 1
      }
    }
    return depth == 0 && index > start ? start..<index : nil
  }

  private mutating func skipsTitle() -> Bool {
    guard let first = peek() else { return false }
    let close: UInt8
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = first
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return false
    }
    index += 1
    while let byte = peek(), byte != close {
      if byte == UInt8(ascii: "("), close == UInt8(ascii: ")") { return false }
      index += 1
      if byte == UInt8(ascii: "\\"), let escaped = peek(),
        CharacterReferences.isPunctuation(escaped)
      {
        index += 1
      }
    }
    guard peek() != nil else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaceAndLineEnd() {
    skipSpaces()
    guard peek() == 0x0A else { return }
    index += 1
    skipSpaces()
  }

  private mutating func skipSpaces() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 { index += 1 }
  }

  private mutating func skipsLineEnd() -> Bool {
    skipSpaces()
    guard let byte = peek() else { return true }
    guard byte == 0x0A else { return false }
    index += 1
    return true
  }

  /// The byte at `index`; nil at the end of the paragraph.
  @inline(__always) private mutating func peek() -> UInt8? {
    if index < content.count { return content[index] }
    return peekBeyond()
  }

  private mutating func peekBeyond() -> UInt8? {
    while index >= content.count {
      guard takesNextLine() else { return nil }
    }
    return content[index]
  }

  /// Takes the next line of the paragraph, without the marks of its containers.
  private mutating func takesNextLine() -> Bool {
    var start = next
    var marks = 0
    var isIndented = false
    while start < limit {
      if text[start] == UInt8(ascii: ">"), marks < quotes {
        marks += 1
        isIndented = false
      } else if text[start] == 0x20 || text[start] == 0x09 {
        isIndented = true
      } else {
        break
      }
      start += 1
    }
    guard start < limit, text[start] != 0x0A, text[start] != 0x0D else { return false }
    // White space stays in front of a line that some containers do not continue.
    if isIndented, marks < quotes || start - next < column { start -= 1 }
    takeLine(from: start)
    return true
  }

  private mutating func takeLine(from start: Int) {
    let end = ByteScan.lineEnd(in: text, from: start, to: limit)
    starts.append((content.count, start))
    content.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
    content.append(0x0A)
    next = end
    if next < limit, text[next] == 0x0D { next += 1 }
    if next < limit, text[next] == 0x0A { next += 1 }
  }
}
