/// A session at a terminal: prompts, the commands after them, and what the commands wrote.
enum ConsoleLexer {
  static func lex(_ painter: inout Painter) {
    while !painter.isAtEnd {
      let end = painter.lineEnd(from: painter.position)
      if let (promptEnd, isPowerShell) = prompt(&painter, end) {
        painter.paint(.prompt, to: promptEnd)
        painter.skipBlanks()
        let limit = max(painter.position, painter.continuedLineEnd(from: end))
        painter.embed(upTo: limit, isPowerShell ? PowerShellLexer.lex : ShellLexer.lex)
      } else {
        painter.paint(.output, to: end)
      }
      painter.skipSpace(to: min(painter.position &+ 1, painter.end))
    }
  }

  /// The end of the prompt that begins the line: `$`, `(venv) user@host:~$`, `PS C:\>`.
  private static func prompt(
    _ painter: inout Painter, _ end: Int
  ) -> (end: Int, isPowerShell: Bool)? {
    let start = painter.position
    let first = painter.peek()
    if first.isPromptSign, isFollowedByBlank(&painter, start, end) { return (start &+ 1, false) }
    let isPowerShell = painter.matches("PS ") || painter.matches("PS>")
    let isDrive = first.isASCIILetter && painter.matches(":\\", at: start &+ 1)
    if isPowerShell || isDrive {
      let sign = painter.index(of: .greater, from: start, upTo: end)
      return sign.map { ($0 &+ 1, true) }
    }
    // Anything may stand in a prompt, so it has to look like one: `user@host …$ `, `[…]# `, `~/work
    // $ `.
    var isLikely = first == .openParen || first == .openBracket || first == .tilde
    for index in start..<end {
      let byte = painter.bytes[index]
      if byte == .at { isLikely = true }
      if byte.isPromptSign, isLikely, isFollowedByBlank(&painter, index, end) {
        return (index &+ 1, false)
      }
    }
    return nil
  }

  private static func isFollowedByBlank(_ painter: inout Painter, _ index: Int, _ end: Int) -> Bool
  {
    index &+ 1 >= end || painter.bytes[index &+ 1].isBlank
  }
}

extension Painter {
  /// The end of the last line that a backslash at the end of the one before continues.
  fileprivate func continuedLineEnd(from end: Int) -> Int {
    var last = end
    while last < self.end, last > 0, bytes[last &- 1] == .backslash {
      last = lineEnd(from: last &+ 1)
    }
    return last
  }
}

extension UInt8 {
  fileprivate var isPromptSign: Bool {
    self == .dollar || self == .hash || self == .percent || self == .greater
  }
}
