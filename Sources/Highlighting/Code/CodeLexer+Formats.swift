/// Format specifications in the interpolated strings of Python.
extension CodeLexer {
  /// Whether a colon ends the expression in an interpolated string: `{price:>10.2f}`.
  func isFormatSpecification() -> Bool {
    guard let frame = frames.last, frame.depth == 0, case .string(let quote) = frame.outside else {
      return false
    }
    return quote.interpolation == .brace
  }

  mutating func formatSpecification(_ painter: inout Painter) {
    guard let frame = frames.last, case .string(let quote) = frame.outside else { return }
    frames[frames.count - 1].isInFormat = true
    var index = painter.position
    while index < painter.end {
      let byte = painter.bytes[index]
      if byte == .openBrace || byte == .closeBrace || byte == .newline || byte == quote.delimiter {
        break
      }
      index &+= 1
    }
    painter.paint(.escape, to: index)
    if painter.byte(at: index) == quote.delimiter {
      frames.removeLast()
      continueString(&painter, quote)
    }
  }
}
