/// Dockerfiles: an instruction, then what its kind asks for, lines continued by backslashes.
enum DockerfileLexer {
  /// The instructions; `next` tells whether a command or another instruction follows.
  private static let instructions = WordTable(
    foldsCase: true,
    [
      (Word(style: .keyword, next: .function), "run cmd entrypoint shell"),
      (Word(style: .keyword, next: .keyword), "healthcheck onbuild"),
      (
        .keyword,
        "add arg copy env expose from label maintainer stopsignal user volume workdir"
      ),
    ])

  static func lex(_ painter: inout Painter) {
    while !painter.isAtEnd {
      painter.skipSpace()
      if painter.isAtEnd { return }
      let end = painter.instructionEnd()
      if painter.peek() == .hash {
        painter.paint(.comment, to: painter.lineEnd(from: painter.position))
      } else {
        instruction(&painter, end)
      }
    }
  }

  private static func instruction(_ painter: inout Painter, _ end: Int) {
    let start = painter.position
    let wordEnd = painter.wordEnd(from: start)
    let entry = instructions.word(in: painter.bytes, start, wordEnd)
    painter.paint(entry.style, to: max(wordEnd, start &+ 1))
    painter.skipBlanks()
    if painter.peek() == .openBracket {
      painter.embed(upTo: max(end, painter.position), JSONLexer.lex)
    } else if entry.next == .function {
      painter.embed(upTo: max(end, painter.position), ShellLexer.lex)
    } else {
      while painter.position < end, !painter.beginsInstruction(after: entry) {
        argument(&painter, end)
      }
    }
  }

  private static func argument(_ painter: inout Painter, _ end: Int) {
    let byte = painter.peek()
    switch byte {
    case .quote, .apostrophe: painter.paintString()
    case .dollar:
      let isBraced = painter.peek(1) == .openBrace
      let close = isBraced ? painter.bracedEnd(painter.position &+ 1) : nil
      painter.paint(.variable, to: close ?? painter.wordEnd(from: painter.position &+ 1))
    case _ where byte.isSpace:
      painter.skipSpace(to: min(painter.spaceEnd(from: painter.position), end))
    default: word(&painter, end)
    }
  }

  private static func word(_ painter: inout Painter, _ end: Int) {
    let start = painter.position
    var stop = start &+ 1
    while stop < end, painter.bytes[stop].isArgumentByte { stop &+= 1 }
    if painter.matches("--") {
      let sign = painter.index(of: .equals, from: start, upTo: stop) ?? stop
      return painter.paint(.attribute, to: sign)
    }
    if painter.byte(at: stop) == .equals, painter.bytes[start].isLetter {
      return painter.paint(.variable, to: stop)
    }
    let isAs = stop &- start == 2 && painter.matchesFolded("as", at: start)
    let isNumber = painter.bytes[start..<stop].allSatisfy(\.isDigit)
    painter.paint(isAs ? .keyword : isNumber ? .number : .plain, to: stop)
  }
}

extension Painter {
  /// Whether another instruction follows one that takes it: `HEALTHCHECK --interval=30s CMD …`.
  fileprivate func beginsInstruction(after entry: Word) -> Bool {
    entry.next == .keyword && peek(-1).isBlank && peek().isUppercase
  }

  /// The end of the instruction at the position: of its last line, each before it ending with a
  /// backslash.
  fileprivate func instructionEnd() -> Int {
    var last = lineEnd(from: position)
    while last < end, last > position, bytes[last &- 1] == .backslash {
      last = lineEnd(from: last &+ 1)
    }
    return last
  }
}

extension UInt8 {
  fileprivate var isArgumentByte: Bool {
    switch self {
    case .equals, .dollar, .quote, .apostrophe: false
    default: !isSpace
    }
  }
}
