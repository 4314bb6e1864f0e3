import Diagnostics

/// The text of a node in the brackets that tell its shape.
extension FlowchartReader {
  private struct Brackets {
    var open: StaticString
    var close: StaticString
    var shape: NodeShape
  }

  /// Longer ones first. Those with slashes have two ends.
  private static let brackets: [Brackets] = [
    Brackets(open: "(((", close: ")))", shape: .doubleCircle),
    Brackets(open: "((", close: "))", shape: .circle),
    Brackets(open: "([", close: "])", shape: .stadium),
    Brackets(open: "(-", close: "-)", shape: .ellipse),
    Brackets(open: "(", close: ")", shape: .rounded),
    Brackets(open: "[[", close: "]]", shape: .subroutine),
    Brackets(open: "[(", close: ")]", shape: .cylinder),
    Brackets(open: "[/", close: "/]", shape: .leanRight),
    Brackets(open: "[\\", close: "\\]", shape: .leanLeft),
    Brackets(open: "[", close: "]", shape: .rectangle),
    Brackets(open: "{{", close: "}}", shape: .hexagon),
    Brackets(open: "{", close: "}", shape: .diamond),
    Brackets(open: ">", close: "]", shape: .flag),
  ]

  mutating func readShape() throws(SyntaxFault) -> (NodeShape, Label)? {
    guard let brackets = Self.brackets.first(where: { bytes[index...].starts($0.open) }) else {
      return nil
    }
    let opening = index..<index + brackets.open.utf8CodeUnitCount
    index = opening.upperBound
    var shape = brackets.shape
    var close = brackets.close
    if shape == .leanRight || shape == .leanLeft {
      let ends: [StaticString] = ["/]", "\\]"]
      let line = bytes[index...].prefix { $0 != 0x0A }
      let place = line.indices.first { place in ends.contains { line[place...].starts($0) } }
      if let place, line[place] != bytes[opening.upperBound - 1] {
        close = line[place] == UInt8(ascii: "/") ? "/]" : "\\]"
        shape = shape == .leanRight ? .trapezoid : .invertedTrapezoid
      }
    }
    let label = try labelText(until: close, opening)
    return (shape, label)
  }

  /// A text with or without quotes, and what ends it.
  mutating func labelText(
    until close: StaticString, _ opening: Range<Int>
  ) throws(SyntaxFault) -> Label {
    let start = index
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      let text = try quoted()
      skipSpace()
      guard bytes[index...].starts(close) else {
        throw SyntaxFault(
          "\"\(character(at: index))\" stands where the node's bracket should be closed",
          index..<min(index + 1, bytes.count), help: "write \(close)")
      }
      index += close.utf8CodeUnitCount
      return LabelReader.read(text)
    }
    index = start
    while index < bytes.count, bytes[index] != 0x0A || continues(at: index) {
      if bytes[index...].starts(close) {
        let text = bytes[start..<index]
        index += close.utf8CodeUnitCount
        return LabelReader.read(text)
      }
      index += 1
    }
    throw SyntaxFault(
      "the bracket that is opened here is not closed", opening, help: "write \(close)")
  }

  /// Whether a text goes on behind a line's end: the next line has no bracket of its own before one
  /// is closed.
  private func continues(at place: Int) -> Bool {
    let next = bytes[(place + 1)...].prefix { $0 != 0x0A }
    guard let mark = next.first(where: { "[](){}".utf8.contains($0) }) else { return false }
    return "])}".utf8.contains(mark)
  }

  /// What is between the quotes that begin here.
  mutating func quoted() throws(SyntaxFault) -> ArraySlice<UInt8> {
    let start = index + 1
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else {
      throw SyntaxFault(
        "the quotes that are opened here are not closed", index..<start, help: "write \"")
    }
    index = end + 1
    return bytes[start..<end]
  }

  /// `@{ shape: diam, label: "Text" }`.
  mutating func readProperties(of node: Int) throws(SyntaxFault) {
    let opening = index..<index + 2
    index += 2
    while true {
      while index < bytes.count,
        bytes[index].isBlank || bytes[index] == 0x0A || bytes[index] == UInt8(ascii: ",")
      {
        index += 1
      }
      guard index < bytes.count else {
        throw SyntaxFault("the brace that is opened here is not closed", opening, help: "write }")
      }
      if bytes[index] == UInt8(ascii: "}") {
        index += 1
        return
      }
      let name = bytes[index...].prefix { $0.isNamePart || $0 == UInt8(ascii: "-") }
      index = name.endIndex
      skipBlanks()
      guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: ":") else {
        throw SyntaxFault(
          "a property of a node is a name, a colon and a value",
          name.startIndex..<max(name.startIndex + 1, name.endIndex), help: "write shape: rect")
      }
      index += 1
      skipBlanks()
      try setProperty(name.text, of: node)
    }
  }

  private mutating func setProperty(_ name: String, of node: Int) throws(SyntaxFault) {
    let start = index
    let value: ArraySlice<UInt8>
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      value = try quoted()
    } else {
      value = bytes[index...].prefix { $0 != UInt8(ascii: ",") && $0 != 0x0A && $0 != 0x7D }.trimmed
      index =
        bytes[index...].firstIndex { $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x7D }
        ?? bytes.count
    }
    switch name {
    case "label": building.graph.nodes[node].label = LabelReader.read(value)
    case "shape":
      guard let shape = NodeShape.names[value.text] else {
        throw SyntaxFault(
          "\"\(value.text)\" is no shape", start..<max(start + 1, value.endIndex),
          help: NearMiss.best(for: value.text, among: NodeShape.names.keys.sorted())
            .map { "did you mean \($0)?" } ?? "write rect, rounded, diam, cyl or another shape")
      }
      building.graph.nodes[node].shape = shape
      if [.start, .end, .bar].contains(shape) { building.graph.nodes[node].label = Label() }
    default: break
    }
  }
}
