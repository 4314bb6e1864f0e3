internal import ByteText

/// Walks once over a piece of code and writes it as HTML, run by run.
///
/// A lexer moves `position` with `paint` and `skip`, never back. Runs of one style that touch, or
/// have only white space between them, become one span. A span never crosses a line feed and
/// neither begins nor ends with white space.
struct Painter: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the lexer at work must stop: the end of the code, or of an embedded part of it.
  private(set) var end: Int
  private(set) var position = 0
  /// Whether the lexer at work was called by another language's lexer.
  private(set) var isEmbedded = false

  private var runStart = 0
  private var runStyle = Style.plain
  private var output: ByteBuffer

  init(_ code: UnsafeBufferPointer<UInt8>, into output: consuming ByteBuffer) {
    bytes = code
    end = code.count
    self.output = output
  }

  /// Writes what is still to be written and gives the buffer back.
  consuming func finish() -> ByteBuffer {
    paint(.plain, to: end)
    writeRun(upTo: end)
    return output
  }

  /// Whether nothing is left for the lexer at work.
  var isAtEnd: Bool { position >= end }

  /// The byte `offset` places on, 0 past the end.
  func peek(_ offset: Int = 0) -> UInt8 { byte(at: position &+ offset) }

  /// The byte at an index, 0 outside the code at hand.
  func byte(at index: Int) -> UInt8 {
    index >= 0 && index < end ? bytes[index] : 0
  }

  /// Gives a style to everything from the position to `index`, and moves there.
  mutating func paint(_ style: Style, to index: Int) {
    assert(index >= position && index <= end)
    if style != runStyle { turn(to: style) }
    position = index
  }

  mutating func paint(_ style: Style, count: Int) {
    paint(style, to: min(position &+ count, end))
  }

  /// Moves over white space, which never has a style, up to `index`.
  mutating func skipSpace(to index: Int) {
    assert(index >= position && index <= end)
    position = index
  }

  /// Moves over white space and line feeds.
  mutating func skipSpace() {
    while position < end, bytes[position].isSpace { position &+= 1 }
  }

  /// Moves over white space inside the line.
  mutating func skipBlanks() {
    while position < end, bytes[position].isBlank { position &+= 1 }
  }

  /// Lets another lexer work up to `limit`; what it leaves is plain.
  mutating func embed(upTo limit: Int, _ lex: (inout Painter) -> Void) {
    let outer = (end, isEmbedded)
    assert(limit >= position && limit <= end)
    end = limit
    isEmbedded = true
    lex(&self)
    paint(.plain, to: limit)
    (end, isEmbedded) = outer
  }

  private mutating func turn(to style: Style) {
    writeRun(upTo: position)
    runStart = position
    runStyle = style
  }

  private mutating func writeRun(upTo limit: Int) {
    if runStyle == .plain {
      output.append(escaping: bytes.part(runStart, limit))
      return
    }
    var start = runStart
    while start < limit {
      var stop = start
      while stop < limit, bytes[stop] != .newline { stop &+= 1 }
      writeSpan(start, stop)
      if stop < limit {
        output.append(.newline)
        stop &+= 1
      }
      start = stop
    }
  }

  /// Writes a part of the run that lies within one line, white space at its ends outside the span.
  private mutating func writeSpan(_ start: Int, _ stop: Int) {
    var first = start
    while first < stop, bytes[first].isBlank { first &+= 1 }
    var last = stop
    while last > first, bytes[last &- 1].isBlank { last &-= 1 }
    output.append(bytes.part(start, first))
    if first < last {
      output.append(runStyle.openingTag)
      output.append(escaping: bytes.part(first, last))
      output.append("</span>")
    }
    output.append(bytes.part(last, stop))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes from `start` to `end`, without a copy.
  func part(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[start..<end])
  }
}
