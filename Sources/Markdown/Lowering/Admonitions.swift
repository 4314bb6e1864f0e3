import ByteText
import Diagnostics

/// `!!! type "Title"` and `??? type "Title"`: containers whose body is indented.
extension Lowering {
  struct AdmonitionMarker {
    var words: [String]
    /// nil when none is written; empty when `""` is.
    var title: Range<Int>?
    var isCollapsible: Bool
    var isOpen: Bool
  }

  /// Reads a marker (Python-Markdown's grammar, see dialect.md); nil when the line is none.
  func admonition(at first: Int) -> AdmonitionMarker? {
    let end = line.end
    let mark = bytes[first]
    guard first + 3 <= end, bytes[first + 1] == mark, bytes[first + 2] == mark else { return nil }
    let isCollapsible = mark == UInt8(ascii: "?")
    var index = first + 3
    var isOpen = false
    if isCollapsible, index < end, bytes[index] == UInt8(ascii: "+") {
      isOpen = true
      index += 1
    }
    if index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    var words: [String] = []
    while index < end, bytes[index] != UInt8(ascii: "\"") {
      let start = index
      while index < end, Self.isWordByte(bytes[index]) { index += 1 }
      guard index > start else { break }
      words.append(String(decoding: bytes[start..<index], as: UTF8.self))
      let gap = index
      while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
      if index < end, index == gap { return nil }
    }
    var title: Range<Int>?
    if index < end, bytes[index] == UInt8(ascii: "\"") {
      var close = end - 1
      while close > index, bytes[close] == UInt8(ascii: " ") { close -= 1 }
      guard close > index, bytes[close] == UInt8(ascii: "\"") else { return nil }
      title = index + 1..<close
      index = end
    }
    guard BlockSyntax.isBlank(bytes, index, end) else { return nil }
    guard !words.isEmpty || (isCollapsible && title != nil) else { return nil }
    return AdmonitionMarker(
      words: words, title: title, isCollapsible: isCollapsible, isOpen: isOpen)
  }

  mutating func lowersAdmonition(_ ahead: (columns: Int, first: Int)) -> Bool {
    guard allowsIndent(ahead.columns), let marker = admonition(at: ahead.first) else {
      return false
    }
    checkTitleQuotes(marker, at: ahead.first)
    checkBody(below: ahead)
    let word = marker.words.first
    let type = word.map { admonitionType($0, at: ahead.first) }
    var classes = Array(marker.words.dropFirst())
    if let word, let type, word.lowercased() != type { classes.insert(word.lowercased(), at: 0) }
    let kind: LoweredBlock.Kind =
      marker.isCollapsible
      ? .collapsible(type: type, classes: classes, isOpen: marker.isOpen)
      : .admonition(type: type ?? "note", classes: classes)
    let defaultTitle = word.map(Self.capitalized) ?? ""
    openLowered(
      kind, ahead, title: marker.title, defaultTitle: marker.title == nil ? defaultTitle : "",
      container: Container(kind: .indented, width: ahead.columns + 4))
    return true
  }

  /// Opens a lowered container whose marker line is the current one.
  mutating func openLowered(
    _ kind: LoweredBlock.Kind, _ ahead: (columns: Int, first: Int), title: Range<Int>?,
    defaultTitle: String = "", container: Container
  ) {
    cursor.skip(to: ahead.first, columns: ahead.columns)
    keepApart()
    startLine()
    out.append("> ")
    writeMarker(Marker.Letter.block, blocks.count)
    blocks.append(
      LoweredBlock(
        kind: kind, hasTitle: title?.isEmpty == false || !defaultTitle.isEmpty, file: currentFile,
        start: ahead.first, end: line.end))
    if let title { writeText(title.lowerBound, title.upperBound) } else { out.append(defaultTitle) }
    endMarker()
    push(container)
    leaf = .none
  }

  /// A lowered block quote right after one of the source would become part of it.
  mutating func keepApart() {
    guard closedQuote else { return }
    closedQuote = false
    writeEnd(inside: matched)
  }

  /// Containers begin at the margin; inside a list item, up to three columns in, as its author
  /// indents.
  func allowsIndent(_ columns: Int) -> Bool {
    guard columns > 0 else { return true }
    guard columns < 4, let last = stack.last else { return false }
    if case .item = last.kind { return true }
    return false
  }

  private mutating func admonitionType(_ word: String, at start: Int) -> String {
    let name = word.lowercased()
    if let type = AdmonitionType.named(name) { return type }
    report(
      .unknownAdmonition, .warning, "no admonition has the type \"\(word)\"; it is shown as a note",
      start, line.end, help: AdmonitionType.suggestion(for: name))
    return "note"
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    HTMLBlockSyntax.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }
}
