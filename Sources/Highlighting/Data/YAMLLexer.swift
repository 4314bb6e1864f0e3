/// YAML: keys, plain and quoted scalars, block scalars by their indentation, anchors, tags, flow
/// collections.
struct YAMLLexer {
  static let words = WordTable(
    foldsCase: true, [(.builtin, "true false null yes no on off ~")])

  /// Where the line at hand begins.
  var lineStart: Int
  /// The column of the innermost key or dash on the line, -1 if there is none: a block scalar is
  /// indented deeper.
  var parent = -1
  /// How many `[` and `{` are open.
  var flowDepth = 0
  /// Whether a key may begin here.
  var awaitsKey = true

  static func lex(_ painter: inout Painter) {
    var lexer = YAMLLexer(lineStart: painter.position)
    while !painter.isAtEnd { lexer.token(&painter) }
  }

  private init(lineStart: Int) { self.lineStart = lineStart }

  private mutating func token(_ painter: inout Painter) {
    let byte = painter.peek()
    switch byte {
    case .newline:
      painter.skipSpaceOfLine()
      lineStart = painter.position
      parent = -1
      awaitsKey = true
    case .space, .tab, .carriageReturn: painter.skipBlanks()
    case .hash: comment(&painter)
    case .quote, .apostrophe: quoted(&painter, byte)
    case .ampersand, .asterisk: mark(&painter, .variable)
    case .exclamation: mark(&painter, .type)
    case .openBrace, .openBracket: flow(&painter, +1)
    case .closeBrace where flowDepth > 0, .closeBracket where flowDepth > 0: flow(&painter, -1)
    case .comma where flowDepth > 0:
      painter.paint(.plain, count: 1)
      awaitsKey = true
    case .minus, .question:
      if isIndicator(&painter) { indicator(&painter) } else { dashes(&painter) }
    case .dot: dashes(&painter)
    case .colon where isIndicator(&painter):
      painter.paint(.plain, count: 1)
      awaitsKey = false
    case .pipe, .greater: blockScalar(&painter)
    case .percent where painter.position == lineStart:
      painter.paint(.directive, to: painter.lineEnd(from: painter.position))
    default: plain(&painter)
    }
  }

  /// Whether the byte at the position stands alone, as an indicator must.
  func isIndicator(_ painter: inout Painter, at index: Int? = nil) -> Bool {
    let next = (index ?? painter.position) &+ 1
    if next >= painter.end { return true }
    switch painter.bytes[next] {
    case .space, .tab, .newline, .carriageReturn: return true
    case .comma, .closeBrace, .closeBracket, .openBrace, .openBracket: return flowDepth > 0
    default: return false
    }
  }

  private mutating func indicator(_ painter: inout Painter) {
    if flowDepth == 0 { parent = painter.position &- lineStart }
    painter.paint(.plain, count: 1)
    awaitsKey = true
  }

  /// `---` and `...` between documents, otherwise a scalar that begins with such a byte.
  private mutating func dashes(_ painter: inout Painter) {
    let isMarker = painter.matches("---") || painter.matches("...")
    guard isMarker, painter.position == lineStart, painter.byte(at: lineStart &+ 3).isSpaceOrNone
    else { return plain(&painter) }
    painter.paint(.directive, count: 3)
    flowDepth = 0
  }

  mutating func comment(_ painter: inout Painter) {
    let start = painter.position
    guard start == lineStart || painter.byte(at: start &- 1).isBlank else { return plain(&painter) }
    painter.paint(.comment, to: painter.lineEnd(from: start))
  }

  /// An anchor, an alias or a tag.
  private mutating func mark(_ painter: inout Painter, _ style: Style) {
    var end = painter.position &+ 1
    while end < painter.end, !painter.bytes[end].isSpace,
      flowDepth == 0 || !painter.bytes[end].isFlowIndicator
    {
      end &+= 1
    }
    painter.paint(end > painter.position &+ 1 ? style : .plain, to: end)
  }

  private mutating func flow(_ painter: inout Painter, _ change: Int) {
    painter.paint(.plain, count: 1)
    flowDepth += change
    awaitsKey = change > 0
  }
}

extension Painter {
  /// Moves over the line feed, and over the white lines that follow.
  fileprivate mutating func skipSpaceOfLine() {
    while position < end {
      let next = blanksEnd(from: position)
      guard next < end, bytes[next] == .newline else { return }
      skipSpace(to: next &+ 1)
    }
  }
}

extension UInt8 {
  fileprivate var isSpaceOrNone: Bool { isSpace || self == 0 }
}
