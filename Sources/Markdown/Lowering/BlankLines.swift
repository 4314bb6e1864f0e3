import ByteText

/// Blank lines: what they end, and where they stand in the lowered text.
extension Lowering {
  private mutating func endBlankLeaf() {
    switch leaf {
    case .paragraph, .table, .html(.blankLine): leaf = .none
    case .none, .fence, .html: break
    }
  }

  /// A line that is blank after the marks of block quotes is a blank line of what they hold.
  mutating func lowerBlankRest() {
    if !blankLines.isEmpty { flushBlankLines(keeping: matched) }
    let inner = stack[matched...]
    if let quote = inner.firstIndex(where: { if case .quote = $0.kind { true } else { false } }) {
      dropContainers(to: quote)
    }
    if let last = stack.indices.last, stack[last].isEmpty { dropContainers(to: last) }
    endBlankLeaf()
    guard matched < stack.count, loweredDepth > 0 else { return keepRest() }
    flushRun()
    writeMarks(stack.count)
    out.append(0x0A)
  }

  /// A blank line ends paragraphs and block quotes; inside lowered containers its place is decided
  /// later.
  mutating func lowerBlankLine() {
    if let quote = stack.firstIndex(where: { if case .quote = $0.kind { true } else { false } }) {
      matched = quote
      dropContainers(to: quote)
    }
    if let last = stack.indices.last, stack[last].isEmpty { dropContainers(to: last) }
    endBlankLeaf()
    if loweredDepth == 0 { keepLine() } else { blankLines.append(line) }
  }
}
