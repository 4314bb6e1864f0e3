/// PowerShell: cmdlets, parameters, variables, strings with code in them.
struct PowerShellLexer {
  private static let words = WordTable(
    foldsCase: true,
    [
      (.definesFunction, "filter function"),
      (.definesType, "class enum"),
      (
        .keyword,
        """
        begin break catch continue data do dynamicparam else elseif end exit finally for foreach \
        from hidden if in param process return static switch throw trap try until using while
        """
      ),
    ])

  private static let operators = WordTable(
    foldsCase: true,
    [
      (
        .keyword,
        """
        -and -as -band -bnot -bor -bxor -ceq -cge -cgt -cle -clike -clt -cmatch -cne -contains -eq \
        -f -ge -gt -ieq -ilike -imatch -in -ine -is -isnot -join -le -like -lt -match -ne -not \
        -notcontains -notin -notlike -notmatch -or -replace -shl -shr -split -xor
        """
      )
    ])

  /// For each `$(` in a string: whether the string is a here-string, and how many parentheses are
  /// open inside.
  private var frames: [(isHereString: Bool, depth: Int)] = []
  private var expected = Style.plain
  /// Whether the next word may be a command, so that a minus after it begins a parameter.
  private var isInCommand = false

  static func lex(_ painter: inout Painter) {
    var lexer = PowerShellLexer()
    while !painter.isAtEnd { lexer.token(&painter) }
  }

  private mutating func token(_ painter: inout Painter) {
    let byte = painter.peek()
    switch byte {
    case .space, .tab, .newline, .carriageReturn: painter.skipSpace()
    case .hash: painter.paint(.comment, to: painter.lineEnd(from: painter.position))
    case .less where painter.peek(1) == .hash:
      let close = painter.index(of: "#>", from: painter.position &+ 2)
      painter.paint(.comment, to: close.map { $0 &+ 2 } ?? painter.end)
    case .quote: string(&painter, isHereString: false)
    case .apostrophe: painter.paintString(escapes: false, isMultiline: true)
    case .at: at(&painter)
    case .dollar: variable(&painter)
    case .backtick: painter.paint(.escape, count: painter.peek(1) >= 0x80 ? 1 : 2)
    case .minus: minus(&painter)
    case .openBracket: bracket(&painter)
    case .openParen, .closeParen: parenthesis(&painter, byte)
    case .dot where painter.peek(1).isDigit, _ where byte.isDigit:
      painter.paint(.number, to: painter.numberEnd())
    case _ where byte.isLetter: word(&painter)
    default: painter.paint(.plain, count: 1)
    }
  }

  private mutating func word(_ painter: inout Painter) {
    let start = painter.position
    let end = painter.cssNameEnd(from: start)
    let entry = Self.words.word(in: painter.bytes, start, end)
    let isMember = painter.peek(-1) == .dot
    if entry != .none, !isMember {
      painter.paint(entry.style, to: end)
      expected = entry.next
      return
    }
    let isCmdlet = painter.index(of: .minus, from: start, upTo: end) != nil
    let isCall = painter.byte(at: end) == .openParen
    let style: Style = expected != .plain ? expected : isCmdlet || isCall ? .function : .plain
    painter.paint(style, to: end)
    expected = .plain
  }

  /// `-eq` or `-Name`; a lone minus subtracts.
  private func minus(_ painter: inout Painter) {
    let start = painter.position
    let end = painter.wordEnd(from: start &+ 1)
    guard end > start &+ 1, painter.peek(1).isLetter else { return painter.paint(.plain, count: 1) }
    let isOperator = Self.operators.word(in: painter.bytes, start, end) != .none
    painter.paint(isOperator ? .keyword : .attribute, to: end)
  }

  /// `[string]`, `[System.IO.Path]::`; an index otherwise.
  private func bracket(_ painter: inout Painter) {
    let start = painter.position &+ 1
    var end = start
    while painter.byte(at: end).isWord || painter.byte(at: end) == .dot { end &+= 1 }
    let before = painter.peek(-1)
    let isIndex = before.isWord || before == .closeParen || before == .closeBracket
    painter.paint(.plain, count: 1)
    if !isIndex, painter.byte(at: start).isLetter { painter.paint(.type, to: end) }
  }

  private mutating func parenthesis(_ painter: inout Painter, _ byte: UInt8) {
    guard let frame = frames.last else { return painter.paint(.plain, count: 1) }
    if byte == .closeParen, frame.depth == 0 {
      frames.removeLast()
      painter.paint(.escape, count: 1)
      return continueString(&painter, isHereString: frame.isHereString)
    }
    frames[frames.count - 1].depth += byte == .openParen ? 1 : -1
    painter.paint(.plain, count: 1)
  }

  /// `@splat`, `@(…)`, `@{…}`, `@"` and `@'` with a string of several lines.
  private mutating func at(_ painter: inout Painter) {
    switch painter.peek(1) {
    case .quote: string(&painter, isHereString: true)
    case .apostrophe:
      let close = painter.index(of: "\n'@", from: painter.position)
      painter.paint(.string, to: close.map { $0 &+ 3 } ?? painter.end)
    case let byte where byte.isLetter:
      painter.paint(.variable, to: painter.wordEnd(from: painter.position &+ 1))
    default: painter.paint(.plain, count: 1)
    }
  }

  /// `$name`, `$env:PATH`, `${any name}`, `$_`, `$?`
  private func variable(_ painter: inout Painter) {
    let start = painter.position
    let next = painter.peek(1)
    var end = painter.wordEnd(from: start &+ 1)
    if next == .openBrace {
      let close = painter.index(of: .closeBrace, onLineOf: start)
      end = close.map { $0 &+ 1 } ?? painter.lineEnd(from: start)
    } else if painter.byte(at: end) == .colon, painter.byte(at: end &+ 1).isLetter {
      end = painter.wordEnd(from: end &+ 1)
    } else if next == .question || next == .dollar || next == .caret {
      end = start &+ 2
    }
    painter.paint(end > start &+ 1 ? .variable : .plain, to: end)
  }

  // MARK: Strings

  private mutating func string(_ painter: inout Painter, isHereString: Bool) {
    painter.paint(.string, count: isHereString ? 2 : 1)
    continueString(&painter, isHereString: isHereString)
  }

  /// Reads a string on from inside, up to its end or to code within it.
  private mutating func continueString(_ painter: inout Painter, isHereString: Bool) {
    var index = painter.position
    while index < painter.end {
      let byte = painter.bytes[index]
      switch byte {
      case .quote where isHereString:
        index &+= 1
        if painter.byte(at: index) == .at, painter.byte(at: index &- 2) == .newline {
          return painter.paint(.string, to: index &+ 1)
        }
      case .quote:
        index &+= 1
        if painter.byte(at: index) != .quote { return painter.paint(.string, to: index) }
        index &+= 1
      case .backtick:
        painter.paint(.string, to: index)
        let next = painter.peek(1)
        painter.paint(.escape, count: next >= 0x80 || next == .newline ? 1 : 2)
        index = painter.position
      case .dollar:
        painter.paint(.string, to: index)
        if painter.peek(1) == .openParen {
          painter.paint(.escape, count: 2)
          frames.append((isHereString, 0))
          return
        }
        variable(&painter)
        index = painter.position
      default: index &+= 1
      }
    }
    painter.paint(.string, to: index)
  }
}
