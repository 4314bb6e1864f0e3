/// The lexer for programming languages: one loop over the bytes, steered by a `CodeGrammar`.
///
/// Code inside a string (`"\(name)"`) is read by the same loop; a stack of frames remembers where
/// to go back to, so depth costs memory, not stack.
struct CodeLexer {
  /// Code inside something else, and what to go back to when it ends.
  struct Frame {
    enum Outside {
      case string(Quote)
      case tagOfMarkup
      case textOfMarkup
    }

    let outside: Outside
    let opener: UInt8
    let closer: UInt8
    /// How many `opener`s are open inside.
    var depth = 0
    /// Whether a format has begun after the expression: `{price:>{width}.2f}`.
    var isInFormat = false
    /// How many elements of markup are open outside.
    let elements: Int
  }

  let grammar: CodeGrammar
  /// `grammar.leads`, lent for the length of a run.
  let leads: UnsafeBufferPointer<CodeGrammar.Lead>
  var frames: [Frame] = []
  /// How many elements of markup are open.
  var elements = 0
  /// What the last word promised the next identifier to be.
  var expected = Style.plain
  /// Whether the last token ends a value, so that `/` divides and `<` compares.
  var followsValue = false
  /// No regular expression can end before this index.
  var regexBarrier = 0

  static func lex(_ painter: inout Painter, _ grammar: CodeGrammar) {
    grammar.leads.withUnsafeBufferPointer { leads in
      var lexer = CodeLexer(grammar: grammar, leads: leads)
      lexer.run(&painter)
    }
  }

  private mutating func run(_ painter: inout Painter) {
    if painter.position == 0, painter.matches("#!"), painter.peek(2) != .openBracket {
      painter.paint(.comment, to: painter.lineEnd(from: 0))
    }
    while !painter.isAtEnd {
      let byte = painter.bytes[painter.position]
      switch leads[Int(byte)] {
      case .letter: word(&painter)
      case .blank: painter.skipBlanks()
      case .newline: newline(&painter)
      case .open: open(&painter, byte)
      case .close: close(&painter, byte)
      case .other: other(&painter, byte)
      case .digit: number(&painter)
      case .dot: dot(&painter)
      case .string: string(&painter, byte)
      case .slash: slash(&painter)
      case .dashes: dashes(&painter)
      case .hashComment: lineComment(&painter)
      default: special(&painter, leads[Int(byte)])
      }
    }
  }

  /// The leads that only one or two languages have.
  private mutating func special(_ painter: inout Painter, _ lead: CodeGrammar.Lead) {
    switch lead {
    case .preprocessor: preprocessor(&painter)
    case .bracketAttribute: bracketAttribute(&painter)
    case .pound: pound(&painter)
    case .decorator: decorator(&painter)
    case .dollarName: sigil(&painter)
    case .dollarQuote: dollarQuote(&painter)
    case .signedString: signedString(&painter)
    case .parameter: sigil(&painter)
    case .tick: tick(&painter)
    case .quotedName: quotedName(&painter)
    case .markup: markup(&painter)
    default: punctuation(&painter, 1)
    }
  }

  /// Punctuation that begins nothing.
  mutating func punctuation(_ painter: inout Painter, _ count: Int) {
    painter.paint(.plain, count: count)
    expected = .plain
    followsValue = false
  }

  private mutating func other(_ painter: inout Painter, _ byte: UInt8) {
    if byte == .colon, isFormatSpecification() { return formatSpecification(&painter) }
    punctuation(&painter, 1)
  }

  private mutating func newline(_ painter: inout Painter) {
    // A string that must end on its line has ended with it, whatever was open inside.
    while let frame = frames.last, case .string(let quote) = frame.outside, !quote.isMultiline {
      elements = frame.elements
      frames.removeLast()
    }
    painter.skipSpace()
  }

  private mutating func dot(_ painter: inout Painter) {
    if painter.peek(1).isDigit, !followsValue { return number(&painter) }
    painter.paint(.plain, count: 1)
    followsValue = false
  }

  private mutating func open(_ painter: inout Painter, _ byte: UInt8) {
    if !frames.isEmpty, frames[frames.count - 1].opener == byte {
      frames[frames.count - 1].depth += 1
    }
    punctuation(&painter, 1)
  }

  private mutating func close(_ painter: inout Painter, _ byte: UInt8) {
    if let frame = frames.last, frame.closer == byte {
      if frame.depth == 0 { return leave(&painter, frame) }
      frames[frames.count - 1].depth -= 1
      if frame.isInFormat, frame.depth == 1 {
        painter.paint(.plain, count: 1)
        return formatSpecification(&painter)
      }
    }
    punctuation(&painter, 1)
    followsValue = true
  }

  /// Goes back from code to what it stands in.
  private mutating func leave(_ painter: inout Painter, _ frame: Frame) {
    frames.removeLast()
    elements = frame.elements
    switch frame.outside {
    case .string(let quote):
      painter.paint(.escape, count: 1)
      continueString(&painter, quote)
    case .tagOfMarkup:
      painter.paint(.plain, count: 1)
      continueMarkup(&painter, .tag)
    case .textOfMarkup:
      painter.paint(.plain, count: 1)
      continueMarkup(&painter, .text)
    }
  }

  /// Enters code that stands in something else; its opener is already painted.
  mutating func enter(_ outside: Frame.Outside, _ opener: UInt8, _ closer: UInt8) {
    frames.append(Frame(outside: outside, opener: opener, closer: closer, elements: elements))
    elements = 0
    expected = .plain
    followsValue = false
  }
}
