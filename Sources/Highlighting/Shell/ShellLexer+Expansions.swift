/// Strings and what stands for something else.
extension ShellLexer {
  mutating func string(_ painter: inout Painter) {
    painter.paint(.string, count: 1)
    continueString(&painter)
  }

  /// Reads a string in double quotes on from inside, up to its end or to code within it.
  mutating func continueString(_ painter: inout Painter) {
    finishWord()
    let depth = frames.count
    var index = painter.position
    while index < painter.end {
      let byte = painter.bytes[index]
      switch byte {
      case .quote: return painter.paint(.string, to: index &+ 1)
      case .backslash:
        painter.paint(.string, to: index)
        painter.paint(.escape, to: painter.shellEscapeEnd(index))
        index = painter.position
      case .dollar, .backtick:
        painter.paint(.string, to: index)
        if byte == .dollar {
          dollar(&painter, isInString: true)
        } else {
          backtick(&painter, isInString: true)
        }
        if frames.count != depth { return }
        index = painter.position
      default: index &+= 1
      }
    }
    painter.paint(.string, to: index)
  }

  /// `'as it is'`
  mutating func literal(_ painter: inout Painter) {
    finishWord()
    let close = painter.index(of: .apostrophe, from: painter.position &+ 1)
    painter.paint(.string, to: close.map { $0 &+ 1 } ?? painter.end)
  }

  mutating func dollar(_ painter: inout Painter, isInString: Bool) {
    var isMake = dialect == .makeRecipe
    if isMake, painter.peek(1) == .dollar {
      // The shell sees one dollar; what follows it is the shell's.
      painter.paint(.escape, count: 1)
      isMake = false
    }
    let start = painter.position
    let next = painter.peek(1)
    switch next {
    case .openParen where isMake, .openBrace:
      painter.paint(.variable, to: painter.bracedEnd(start &+ 1))
    case .openParen:
      let isArithmetic = painter.peek(2) == .openParen
      painter.paint(.escape, count: isArithmetic ? 3 : 2)
      let length = isArithmetic ? 2 : 1
      frames.append(Frame(closer: .closeParen, length: length, isInString: isInString))
      beginStatement()
      return
    case .apostrophe where !isInString:
      painter.paint(.string, count: 1)
      painter.paintString(isMultiline: true)
    case .less where isMake, .caret where isMake: painter.paint(.variable, count: 2)
    case _ where next.isLetter && next < 0x80:
      painter.paint(.variable, to: painter.wordEnd(from: start &+ 1))
    case _ where next.isShellParameter: painter.paint(.variable, count: 2)
    default: painter.paint(isInString ? .string : .plain, count: 1)
    }
    if !isInString { finishWord() }
  }

  mutating func backtick(_ painter: inout Painter, isInString: Bool) {
    if let frame = frames.last, frame.closer == .backtick { return leave(&painter, frame) }
    painter.paint(.escape, count: 1)
    frames.append(Frame(closer: .backtick, length: 1, isInString: isInString))
    beginStatement()
  }

  /// `<`, `>`, and `<<` with the name of what ends a here-document.
  mutating func redirection(_ painter: inout Painter, _ byte: UInt8) {
    let isDocument = painter.matches("<<") && painter.peek(2) != .less
    guard isDocument, frames.last?.isArithmetic != true else {
      // `>&2`, `<<<`
      let count = painter.count(of: byte, from: painter.position)
      let hasAmpersand = painter.peek(count) == .ampersand
      painter.paint(.plain, count: hasAmpersand ? count &+ 1 : count)
      isAtWordStart = true
      awaitsCommand = false
      return
    }
    painter.paint(.plain, count: painter.peek(2) == .minus ? 3 : 2)
    painter.skipBlanks()
    let mark = painter.peek()
    if mark == .quote || mark == .apostrophe {
      let start = painter.position &+ 1
      guard let close = painter.index(of: mark, onLineOf: start) else { return }
      hereDocuments.append(HereDocument(delimiter: start..<close, expands: false))
      painter.paint(.string, to: close &+ 1)
    } else if mark.isLetter {
      let end = painter.wordEnd(from: painter.position)
      hereDocuments.append(HereDocument(delimiter: painter.position..<end, expands: true))
      painter.paint(.string, to: end)
    }
    finishWord()
  }

  /// Reads the lines of a here-document up to the one that ends it.
  func hereDocument(_ painter: inout Painter, _ document: HereDocument) {
    while !painter.isAtEnd {
      painter.skipBlanks()
      let end = painter.lineEnd(from: painter.position)
      let after = painter.position &+ document.delimiter.count
      if after <= end, painter.repeats(document.delimiter, at: painter.position),
        painter.blanksEnd(from: after) == end
      {
        return painter.paint(.string, to: end)
      }
      if document.expands { expandLine(&painter, end) }
      painter.paint(.string, to: end)
      painter.skipSpace(to: min(end &+ 1, painter.end))
    }
  }

  /// Paints the variables on a line of a here-document.
  private func expandLine(_ painter: inout Painter, _ end: Int) {
    while let dollar = painter.index(of: .dollar, from: painter.position, upTo: end) {
      painter.paint(.string, to: dollar)
      let next = painter.peek(1)
      if next == .openBrace {
        painter.paint(.variable, to: painter.bracedEnd(dollar &+ 1))
      } else if next.isASCIILetter || next == .underscore {
        painter.paint(.variable, to: painter.wordEnd(from: dollar &+ 1))
      } else {
        painter.paint(.string, count: 1)
      }
    }
  }

  /// What follows goes on with the word, which is no command's name any more.
  private mutating func finishWord() {
    if isAtWordStart { awaitsCommand = false }
    isAtWordStart = false
  }
}

extension Painter {
  /// The end of the braces or parentheses that open at `start`; the end of the line if they do not
  /// close on it.
  func bracedEnd(_ start: Int) -> Int {
    let opener = bytes[start]
    let closer = opener == .openBrace ? UInt8.closeBrace : .closeParen
    var depth = 0
    var index = start
    while index < end, bytes[index] != .newline {
      if bytes[index] == opener { depth &+= 1 }
      if bytes[index] == closer { depth &-= 1 }
      index &+= 1
      if depth == 0 { break }
    }
    return index
  }

  /// The end of the escape at `index` in a string in double quotes.
  fileprivate func shellEscapeEnd(_ index: Int) -> Int {
    let next = byte(at: index &+ 1)
    return next == .newline || next >= 0x80 ? index &+ 1 : min(index &+ 2, end)
  }
}

extension UInt8 {
  fileprivate var isShellParameter: Bool {
    switch self {
    case .at, .asterisk, .hash, .question, .dollar, .exclamation, .minus: true
    default: isDigit
    }
  }
}
