/// Bash and its kin: commands, options, expansions, strings with code in them, here-documents.
struct ShellLexer {
  enum Dialect { case shell, makeRecipe }

  /// Code inside `$(…)`, `$((…))` or backticks.
  struct Frame {
    let closer: UInt8
    /// How many `closer`s end it.
    let length: Int
    /// Whether it stands in a string in double quotes.
    let isInString: Bool
    /// How many parentheses are open inside.
    var depth = 0
    var isArithmetic: Bool { length == 2 }
  }

  /// A here-document announced on the line at hand.
  struct HereDocument {
    let delimiter: Range<Int>
    let expands: Bool
  }

  let dialect: Dialect
  var frames: [Frame] = []
  var hereDocuments: [HereDocument] = []
  /// Whether the next word is the name of a command.
  var awaitsCommand = true
  /// Whether the next word begins here; if not, it goes on after a string or an expansion.
  var isAtWordStart = true
  /// What the last keyword promised the next word to be.
  var expected = Style.plain
  /// Whether `in` is a keyword: after `for` and `case`.
  var awaitsIn = false
  /// Whether words of the form `NAME=value` assign: before a command, and after `export` and its
  /// kin.
  var assigns = true

  init(_ dialect: Dialect = .shell) { self.dialect = dialect }

  static func lex(_ painter: inout Painter) {
    // Many a guide calls a session at a terminal a script; no script begins with a prompt.
    if !painter.isEmbedded, painter.matches("$ ", at: painter.spaceEnd(from: 0)) {
      return ConsoleLexer.lex(&painter)
    }
    var lexer = ShellLexer()
    lexer.run(&painter)
  }

  mutating func run(_ painter: inout Painter) {
    while !painter.isAtEnd {
      let byte = painter.peek()
      switch byte {
      case .space, .tab, .carriageReturn:
        painter.skipBlanks()
        isAtWordStart = true
      case .newline: newline(&painter)
      case .hash where isAtWordStart:
        painter.paint(.comment, to: painter.lineEnd(from: painter.position))
      case .quote: string(&painter)
      case .apostrophe: literal(&painter)
      case .dollar: dollar(&painter, isInString: false)
      case .backtick: backtick(&painter, isInString: false)
      case .backslash: backslash(&painter)
      case .openParen: openParen(&painter)
      case .closeParen: closeParen(&painter)
      case .semicolon, .ampersand, .pipe:
        // `&>file` and `>&2` redirect.
        let isRedirection = byte == .ampersand && painter.peek(1) == .greater
        painter.paint(.plain, count: 1)
        if !isRedirection { beginStatement() }
      case .less, .greater: redirection(&painter, byte)
      default: word(&painter)
      }
    }
  }

  mutating func beginStatement() {
    awaitsCommand = true
    isAtWordStart = true
    assigns = true
    awaitsIn = false
    expected = .plain
  }

  private mutating func newline(_ painter: inout Painter) {
    painter.skipSpace(to: painter.position &+ 1)
    beginStatement()
    for document in hereDocuments { hereDocument(&painter, document) }
    hereDocuments.removeAll()
  }

  private mutating func backslash(_ painter: inout Painter) {
    let next = painter.peek(1)
    let continuesLine = next == .newline || (next == .carriageReturn && painter.peek(2) == .newline)
    painter.paint(.escape, count: continuesLine || next >= 0x80 ? 1 : 2)
    if continuesLine { painter.skipSpace() }
    isAtWordStart = continuesLine
  }

  private mutating func openParen(_ painter: inout Painter) {
    if !frames.isEmpty { frames[frames.count - 1].depth += 1 }
    let isArray = painter.peek(-1) == .equals
    let isArithmetic = painter.peek(1) == .openParen || painter.peek(-1) == .openParen
    painter.paint(.plain, count: 1)
    beginStatement()
    if isArray || isArithmetic || frames.last?.isArithmetic == true { awaitsCommand = false }
  }

  private mutating func closeParen(_ painter: inout Painter) {
    isAtWordStart = true
    if let frame = frames.last, frame.closer == .closeParen {
      if frame.depth == 0 { return leave(&painter, frame) }
      frames[frames.count - 1].depth -= 1
    }
    painter.paint(.plain, count: 1)
    beginStatement()
  }

  /// Goes back from `$(…)` or backticks to what is around it.
  mutating func leave(_ painter: inout Painter, _ frame: Frame) {
    frames.removeLast()
    painter.paint(.escape, count: frame.length)
    awaitsCommand = false
    isAtWordStart = false
    if frame.isInString { continueString(&painter) }
  }
}
