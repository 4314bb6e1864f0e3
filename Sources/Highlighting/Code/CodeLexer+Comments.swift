/// Comments of all kinds.
extension CodeLexer {
  mutating func dashes(_ painter: inout Painter) {
    if painter.peek(1) == .minus { return lineComment(&painter) }
    punctuation(&painter, 1)
  }

  mutating func lineComment(_ painter: inout Painter) {
    painter.paint(.comment, to: painter.lineEnd(from: painter.position))
  }

  mutating func blockComment(_ painter: inout Painter) {
    let nests = grammar.traits.contains(.nestedComments)
    var depth = 1
    var index = painter.position &+ 2
    while index < painter.end {
      let byte = painter.bytes[index]
      if byte == .asterisk, painter.byte(at: index &+ 1) == .slash {
        index &+= 2
        depth &-= 1
        if depth == 0 { break }
      } else if nests, byte == .slash, painter.byte(at: index &+ 1) == .asterisk {
        index &+= 2
        depth &+= 1
      } else {
        index &+= 1
      }
    }
    painter.paint(.comment, to: min(index, painter.end))
  }
}
