/// The text of a message: its lines without the indentation that they share and without the quotes
/// that wrap the whole.
enum TurnText {
  /// - Parameter hasFirst: whether the first line stands behind a label, so that its indentation
  ///   says nothing.
  static func joined(_ lines: [MappedText], hasFirst: Bool) -> MappedText {
    var lines = lines
    var hasFirst = hasFirst
    while let last = lines.last, last.isBlank { lines.removeLast() }
    while let first = lines.first, first.isBlank {
      lines.removeFirst()
      hasFirst = false
    }
    let following = hasFirst ? lines.dropFirst() : lines[...]
    let shared = indentation(of: following)
    var text = MappedText()
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append(0x0A, at: text.lastOffset.map { $0 } ?? 0) }
      let isFirst = index == 0 && hasFirst
      let start = isFirst ? leading(line) : min(shared, leading(line))
      text.append(line[start..<end(of: line)])
    }
    return text
  }

  /// The white space that all lines with text begin with.
  private static func indentation(of lines: ArraySlice<MappedText>) -> Int {
    let full = lines.filter { !$0.isBlank }
    guard let first = full.first else { return 0 }
    var shared = leading(first)
    for line in full.dropFirst() {
      var same = 0
      while same < min(shared, leading(line)), line.bytes[same] == first.bytes[same] { same += 1 }
      shared = same
    }
    return shared
  }

  private static func leading(_ line: MappedText) -> Int {
    line.bytes.firstIndex { !MappedText.isSpace($0) } ?? line.count
  }

  private static func end(of line: MappedText) -> Int {
    (line.bytes.lastIndex { !MappedText.isSpace($0) } ?? -1) + 1
  }

  /// Without quotes around the whole text. Quotes inside must come in pairs, and the first of them
  /// must open one: `"A" and "B"` keeps all of its own.
  static func unquoted(_ text: MappedText) -> MappedText {
    for (open, close) in [("\"", "\""), ("\u{201C}", "\u{201D}")] {
      let open = Array(open.utf8)
      let close = Array(close.utf8)
      guard text.count >= open.count + close.count, text.bytes.starts(with: open),
        text.bytes.suffix(close.count).elementsEqual(close)
      else { continue }
      let inner = text[open.count..<(text.count - close.count)]
      if isBalanced(inner.bytes, open, close) { return inner }
    }
    return text
  }

  private static func isBalanced(_ bytes: [UInt8], _ open: [UInt8], _ close: [UInt8]) -> Bool {
    var isOpen = false
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if open == close, rest.starts(with: open) {
        if !isOpen, index > 0, !isBeforeQuote(bytes[index - 1]) { return false }
        isOpen.toggle()
      } else if rest.starts(with: open) {
        isOpen = true
      } else if rest.starts(with: close) {
        guard isOpen else { return false }
        isOpen = false
      }
      index += 1
    }
    return !isOpen
  }

  private static func isBeforeQuote(_ byte: UInt8) -> Bool {
    MappedText.isSpace(byte) || "([{:=-/".utf8.contains(byte) || byte >= 0x80
  }
}

extension MappedText {
  /// The place after its last byte.
  var lastOffset: Int? { offsets.last.map { $0 + 1 } }
}
