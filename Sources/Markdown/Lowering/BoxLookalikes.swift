import Diagnostics

/// Lines that look like the marker of a box or tab, and are none.
extension Lowering {
  /// Reports a line that begins with marks of a box and does not begin one.
  mutating func checkBoxMarker(_ ahead: (columns: Int, first: Int)) {
    let first = ahead.first
    let mark = bytes[first]
    var index = first
    while index < line.end, bytes[index] == mark { index += 1 }
    let count = index - first
    guard count >= 3, count <= 6, lineIndex >= shallowEnd else { return }
    if count == 3, let marker = admonition(at: first) {
      if let word = marker.words.first, AdmonitionType.named(word.lowercased()) != nil {
        reportIndentedMarker(ahead)
      }
      return
    }
    if mark == UInt8(ascii: "?"), index < line.end, bytes[index] == UInt8(ascii: "+") { index += 1 }
    let (word, rest) = words(from: index)
    let title = MarkerTitle(bytes, rest)
    if let word {
      guard AdmonitionType.named(bytes.text(word).lowercased()) != nil else { return }
    } else if mark == UInt8(ascii: "?") {
      // A collapsible needs no type.
      guard title.kind == .otherQuotes || (count > 3 && title.kind == .quoted) else { return }
    } else {
      guard title.kind == .otherQuotes || title.kind == .quoted else { return }
    }
    if count > 3 {
      guard title.kind == .none || title.kind == .quoted, word != nil || title.kind == .quoted
      else {
        return
      }
      let sign = String(repeating: Character(Unicode.Scalar(mark)), count: 3)
      return reportMarker(
        "a box begins with three marks, not \(count)", first, first + count,
        help: "write \(sign)",
        Fix("write \(sign)", [edit(first, first + count, sign)], isSafe: true))
    }
    if word == nil, mark == UInt8(ascii: "!") {
      let better = "note \"\(bytes.text(title.text))\""
      return reportMarker(
        "this box has a title but no type", first, title.whole.upperBound,
        help: "write a type before the title, such as note",
        Fix(
          "write note before the title",
          [edit(title.whole.lowerBound, title.whole.upperBound, better)], isSafe: false))
    }
    reportTitle(title)
  }

  /// Reports a line that begins with equals signs and does not begin a tab.
  mutating func checkTabMarker(_ ahead: (columns: Int, first: Int), inParagraph: Bool) {
    let first = ahead.first
    var index = first
    while index < line.end, bytes[index] == UInt8(ascii: "=") { index += 1 }
    let count = index - first
    guard count >= 3, count <= 6, lineIndex >= shallowEnd else { return }
    if count == 3, tab(at: first) != nil { return reportIndentedMarker(ahead) }
    while index < line.end, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "+") {
      index += 1
    }
    guard index < line.end, bytes[index] == UInt8(ascii: " "),
      bytes[line.end - 1] != UInt8(ascii: "=")
    else { return }
    let title = MarkerTitle(bytes, index..<line.end)
    let hasBody = (nextText()?.columns ?? 0) >= ahead.columns + 4
    if count > 3 {
      guard title.kind == .quoted, hasBody else { return }
      return reportMarker(
        "a tab begins with three equals signs, not \(count)", first, first + count,
        help: "write ===", Fix("write ===", [edit(first, first + count, "===")], isSafe: true))
    }
    if title.kind == .bare {
      guard hasBody, !inParagraph else { return }
      let better = "\"\(bytes.text(title.whole))\""
      return reportMarker(
        "a tab's label stands in double quotes", title.whole.lowerBound, title.whole.upperBound,
        help: "write \(better)",
        Fix(
          "write \(better)", [edit(title.whole.lowerBound, title.whole.upperBound, better)],
          isSafe: true))
    }
    reportTitle(title)
  }

  /// Reports a title in other quotes than double ones, though the line is a box with odd classes.
  mutating func checkTitleQuotes(_ marker: AdmonitionMarker, at first: Int) {
    guard marker.title == nil, marker.words.count > 1, marker.words[1].utf8.first ?? 0 >= 0x80,
      let start = bytes[first..<line.end].firstIndex(where: { $0 >= 0x80 })
    else { return }
    let title = MarkerTitle(bytes, start..<line.end)
    if title.kind == .otherQuotes { reportTitle(title) }
  }

  private mutating func reportTitle(_ title: MarkerTitle) {
    let (start, end) = (title.whole.lowerBound, title.whole.upperBound)
    let better = "\"\(bytes.text(title.text))\""
    switch title.kind {
    case .otherQuotes:
      reportMarker(
        "a title stands in double quotes", start, end, help: "write \(better)",
        Fix("write \(better)", [edit(start, end, better)], isSafe: true))
    case .unclosed:
      reportMarker(
        "this title has no closing quote", start, end, help: "write \(better)",
        Fix("write \(better)", [edit(start, end, better)], isSafe: false))
    case .attributes:
      reportMarker(
        "a line that begins a box or tab takes no attribute list", title.text.upperBound, end,
        help: "take it out; classes of a box are words after its type",
        Fix("take out the attribute list", [edit(title.text.upperBound, end, "")], isSafe: false))
    case .none, .quoted, .bare: return
    }
  }

  /// Reports a marker that would be right at the margin.
  private mutating func reportIndentedMarker(_ ahead: (columns: Int, first: Int)) {
    guard (1...3).contains(ahead.columns), !isPartial else { return }
    let hasBody = (nextText()?.columns ?? 0) >= ahead.columns + 1
    var fix: Fix?
    if bytes[(ahead.first - ahead.columns)..<ahead.first].allSatisfy({ $0 == 0x20 }) {
      fix = Fix(
        "take out the spaces before it", [edit(ahead.first - ahead.columns, ahead.first, "")],
        isSafe: hasBody)
    }
    reportMarker(
      "a box or tab begins at the margin, this line \(ahead.columns) columns in", ahead.first,
      line.end, help: "take out the spaces before it", fix)
  }

  private mutating func reportMarker(
    _ message: String, _ start: Int, _ end: Int, help: String, _ fix: Fix?
  ) {
    report(.brokenMarker, .warning, message, start, end, help: help, fix: fix)
  }

  func edit(_ start: Int, _ end: Int, _ text: String) -> Edit {
    Edit(path: paths[currentFile], range: ByteRange(start, end), replacement: text)
  }

  /// The first of the words that begin at `start`, and what follows the last.
  private func words(from start: Int) -> (first: Range<Int>?, rest: Range<Int>) {
    var first: Range<Int>?
    var index = start
    while true {
      while index < line.end, bytes[index] == UInt8(ascii: " ") { index += 1 }
      let word = index
      // Curly quotes are no part of a word here.
      while index < line.end, Self.isWordByte(bytes[index]), bytes[index] < 0x80 { index += 1 }
      guard index > word else { return (first, index..<line.end) }
      first = first ?? word..<index
    }
  }

  /// The text of the next line that has any, inside the containers open now.
  func nextText() -> (file: Int, first: Int, end: Int, columns: Int)? {
    var index = lineIndex + 1
    while isBlank(line: index) { index += 1 }
    return text(ofLine: index)
  }
}

/// What stands where a marker has its title.
private struct MarkerTitle {
  enum Kind {
    case none, quoted
    /// Single or curly quotes.
    case otherQuotes
    case unclosed
    /// A list in braces after what would be right.
    case attributes
    case bare
  }

  var kind = Kind.none
  /// Without the white space around it.
  var whole: Range<Int>
  /// What the quotes hold; before attributes, all that is right.
  var text: Range<Int>

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    whole = start..<end
    text = whole
    guard start < end else { return }
    let isQuoted = bytes[start] == UInt8(ascii: "\"")
    if isQuoted, end - start > 1, bytes[end - 1] == UInt8(ascii: "\"") {
      kind = .quoted
      text = start + 1..<end - 1
    } else if bytes[end - 1] == UInt8(ascii: "}"),
      let brace = bytes[start..<end].firstIndex(of: UInt8(ascii: "{")),
      Self.isRight(bytes, start, brace)
    {
      kind = .attributes
      text = start..<brace
      while text.upperBound > start, bytes[text.upperBound - 1] == 0x20 {
        text = start..<text.upperBound - 1
      }
    } else if let inner = Self.inner(bytes, start, end) {
      kind = .otherQuotes
      text = inner
    } else if isQuoted {
      kind = bytes[(start + 1)..<end].contains(UInt8(ascii: "\"")) ? .bare : .unclosed
      text = start + 1..<end
    } else {
      kind = .bare
    }
  }

  /// Whether nothing, or a title in double quotes, stands before a brace.
  private static func isRight(_ bytes: [UInt8], _ start: Int, _ brace: Int) -> Bool {
    var end = brace
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return end == start
      || (end - start > 1 && bytes[start] == UInt8(ascii: "\"")
        && bytes[end - 1] == UInt8(ascii: "\""))
  }

  private static let openings = ["'", "‘", "“", "„", "”", "’", "`"].map { Array($0.utf8) }
  private static let closings = ["'", "’", "”", "“", "‘", "´"].map { Array($0.utf8) }

  private static func inner(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int>? {
    guard let opening = openings.first(where: { bytes[start..<end].starts(with: $0) }),
      let closing = closings.first(where: { bytes[start..<end].suffix($0.count).elementsEqual($0) }
      ),
      end - start > opening.count + closing.count
    else { return nil }
    return start + opening.count..<end - closing.count
  }
}

extension [UInt8] {
  fileprivate func text(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }
}
