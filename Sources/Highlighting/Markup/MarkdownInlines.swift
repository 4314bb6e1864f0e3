/// What stands within a line of Markdown: code, emphasis, links, tags, attribute lists.
///
/// A mark without a partner on its line is text; that it has none is remembered, so that no line is
/// searched twice for the same mark.
struct MarkdownInlines {
  private let lineEnd: Int
  /// Bit n: no run of n backticks is ahead on the line.
  private var missingRuns: UInt32 = 0
  /// The marks that have no partner ahead on the line.
  private var missing: Mark = []

  private struct Mark: OptionSet {
    let rawValue: UInt16
    static let bracket = Mark(rawValue: 1)
    static let paren = Mark(rawValue: 2)
    static let angle = Mark(rawValue: 4)
    static let brace = Mark(rawValue: 8)

    /// One, two or three asterisks or underscores.
    static func emphasis(_ byte: UInt8, _ length: Int) -> Mark {
      Mark(rawValue: 8 << UInt16(length + (byte == .asterisk ? 0 : 3)))
    }
  }

  init(lineEnd: Int) { self.lineEnd = lineEnd }

  mutating func lex(_ painter: inout Painter) {
    while painter.position < lineEnd {
      let byte = painter.peek()
      switch byte {
      case .backtick: code(&painter)
      case .asterisk, .underscore: emphasis(&painter, byte)
      case .openBracket: link(&painter)
      case .exclamation where painter.peek(1) == .openBracket: painter.paint(.plain, count: 1)
      case .backslash where !painter.peek(1).isWord && !painter.peek(1).isSpace:
        painter.paint(.escape, to: min(painter.position &+ 2, lineEnd))
      case .less: tag(&painter)
      case .openBrace: attributes(&painter)
      case .semicolon, .minus:
        if painter.matches("--8<--") { snippet(&painter) } else { painter.paint(.plain, count: 1) }
      case .space, .tab, .carriageReturn: painter.skipBlanks()
      case _ where byte.isWord: painter.paint(.plain, to: wordEnd(painter.position, &painter))
      default: painter.paint(.plain, count: 1)
      }
    }
  }

  /// The end of a word; an underscore inside it emphasises nothing.
  private func wordEnd(_ start: Int, _ painter: inout Painter) -> Int {
    var index = painter.wordEnd(from: start)
    while index > start &+ 1, painter.bytes[index &- 1] == .underscore { index &-= 1 }
    return min(index, lineEnd)
  }

  private mutating func code(_ painter: inout Painter) {
    let start = painter.position
    let length = painter.count(of: .backtick, from: start)
    if length < 16, missingRuns & (1 << length) == 0 {
      var index = start &+ length
      while let tick = painter.index(of: .backtick, from: index, upTo: lineEnd) {
        let run = painter.count(of: .backtick, from: tick)
        index = tick &+ run
        if run == length { return painter.paint(.string, to: index) }
      }
      missingRuns |= 1 << length
    }
    painter.paint(.plain, to: start &+ length)
  }

  private mutating func emphasis(_ painter: inout Painter, _ byte: UInt8) {
    let start = painter.position
    let length = min(painter.count(of: byte, from: start), lineEnd &- start)
    let inner = start &+ length
    let mark = Mark.emphasis(byte, min(length, 3))
    if length <= 3, inner < lineEnd, !painter.bytes[inner].isSpace, !missing.contains(mark) {
      var index = inner
      while let found = painter.index(of: byte, from: index, upTo: lineEnd) {
        let run = painter.count(of: byte, from: found)
        index = found &+ run
        if run == length, !painter.byte(at: found &- 1).isBlank {
          return painter.paint(length == 1 ? .emphasis : .strong, to: index)
        }
      }
      missing.insert(mark)
    }
    painter.paint(.plain, to: inner)
  }

  /// `[text](address)`, `[text][id]`, `[id]: address`, `[^1]`
  private mutating func link(_ painter: inout Painter) {
    let start = painter.position
    guard let close = partner(of: .bracket, .closeBracket, from: start, &painter) else {
      return painter.paint(.plain, count: 1)
    }
    painter.paint(.plain, count: 1)
    painter.paint(.tag, to: close)
    painter.paint(.plain, count: 1)
    switch painter.peek() {
    case .openParen:
      guard let end = partner(of: .paren, .closeParen, from: painter.position, &painter)
      else { return }
      painter.paint(.plain, count: 1)
      painter.paint(.attribute, to: end)
      painter.paint(.plain, count: 1)
    case .colon:
      painter.paint(.plain, count: 1)
      painter.skipBlanks()
      guard painter.isFirstInLine(start), painter.byte(at: start &+ 1) != .caret else { return }
      var end = painter.position
      while end < lineEnd, !painter.bytes[end].isSpace { end &+= 1 }
      painter.paint(.attribute, to: end)
    default: return
    }
  }

  /// `--8<-- "file"`
  private func snippet(_ painter: inout Painter) {
    painter.paint(.directive, count: 6)
    painter.skipBlanks()
    if painter.peek() == .quote { painter.paintString() }
  }

  /// `<div class="x">`, `<https://example.org>`
  private mutating func tag(_ painter: inout Painter) {
    let next = painter.peek(1)
    guard next.isASCIILetter || next == .slash || next == .exclamation,
      let close = partner(of: .angle, .greater, from: painter.position, &painter)
    else { return painter.paint(.plain, count: 1) }
    painter.paint(.tag, to: close &+ 1)
  }

  /// `{: #id .class }`, `{ .class }`, `{#id}`, `{ width="300" }`
  private mutating func attributes(_ painter: inout Painter) {
    let first = painter.blanksEnd(from: painter.position &+ 1)
    let next = painter.byte(at: first)
    let isPair = painter.byte(at: painter.wordEnd(from: first)) == .equals
    guard next == .dot || next == .hash || next == .colon || isPair,
      let close = partner(of: .brace, .closeBrace, from: painter.position, &painter)
    else { return painter.paint(.plain, count: 1) }
    painter.paint(.attribute, to: close &+ 1)
  }

  /// The index of the first `closer` on the line after `start`.
  private mutating func partner(
    of opener: Mark, _ closer: UInt8, from start: Int, _ painter: inout Painter
  ) -> Int? {
    if missing.contains(opener) { return nil }
    let found = painter.index(of: closer, from: start &+ 1, upTo: lineEnd)
    if found == nil { missing.insert(opener) }
    return found
  }
}
