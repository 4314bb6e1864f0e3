import SVG

/// Links between nodes: `-->`, `-- text -->`, `-.->|text|`, `==x` …
extension FlowchartReader {
  struct Link {
    var edge: Graph.Edge
    var range: Range<Int>
  }

  /// The link that begins here, with its text; nil where none does.
  mutating func readLink() throws(SyntaxFault) -> Link? {
    let start = index
    skipEdgeName()
    let first = index
    var edge = Graph.Edge(from: .node(0), to: .node(0))
    edge.end = .none
    if let tip = startTip() {
      edge.start = tip
      index += 1
    }
    if bytes[index...].starts("~~~") {
      let count = run(of: UInt8(ascii: "~"))
      edge.line = .invisible
      edge.length = count - 2
    } else if bytes[index...].starts("--") {
      try readLine(UInt8(ascii: "-"), into: &edge, first)
    } else if bytes[index...].starts("==") {
      edge.line = .thick
      try readLine(UInt8(ascii: "="), into: &edge, first)
    } else if bytes[index...].starts("-.") {
      edge.line = .dotted
      try readDots(into: &edge, first)
    } else {
      index = start
      return nil
    }
    let range = first..<index
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "|") {
      let opening = index..<index + 1
      index += 1
      edge.label = try labelText(until: "|", opening)
    }
    edge.label = edge.label.wrapped(to: 200)
    edge.length = min(max(edge.length, 1), 10)
    return Link(edge: edge, range: range)
  }

  /// `e1@-->`: the name of an edge, for styles that need scripts.
  private mutating func skipEdgeName() {
    let name = bytes[index...].prefix { $0.isNamePart }
    guard !name.isEmpty, name.endIndex + 1 < bytes.count, bytes[name.endIndex] == UInt8(ascii: "@"),
      bytes[name.endIndex + 1] != UInt8(ascii: "{")
    else { return }
    index = name.endIndex + 1
  }

  private func startTip() -> Graph.Edge.Tip? {
    let rest = bytes[index...].dropFirst()
    guard rest.starts("--") || rest.starts("==") || rest.starts("-.") else { return nil }
    return Self.tip(bytes[index], isStart: true)
  }

  private static func tip(_ byte: UInt8, isStart: Bool = false) -> Graph.Edge.Tip? {
    switch byte {
    case UInt8(ascii: "x"): .cross
    case UInt8(ascii: "o"): .circle
    case UInt8(ascii: "<") where isStart: .arrow
    case UInt8(ascii: ">") where !isStart: .arrow
    default: nil
    }
  }

  private mutating func run(of byte: UInt8) -> Int {
    let start = index
    while index < bytes.count, bytes[index] == byte { index += 1 }
    return index - start
  }

  /// A line of hyphens or equal signs, perhaps with a text in its middle.
  private mutating func readLine(
    _ mark: UInt8, into edge: inout Graph.Edge, _ start: Int
  ) throws(SyntaxFault) {
    var count = run(of: mark)
    if !readTip(into: &edge) {
      guard count == 2 else {
        edge.length = count - 2
        return
      }
      let text = try linkText(start) { reader, place in
        let rest = reader.bytes[place...]
        guard rest.first == mark, rest.dropFirst().first == mark else { return false }
        let run = rest.prefix { $0 == mark }
        let next = run.endIndex < reader.bytes.count ? reader.bytes[run.endIndex] : 0x20
        return run.count > 2 || Self.tip(next) != nil
      }
      edge.label = LabelReader.read(text)
      count = run(of: mark)
      if !readTip(into: &edge) {
        edge.length = count - 2
        return
      }
    }
    edge.length = count - 1
  }

  private mutating func readTip(into edge: inout Graph.Edge) -> Bool {
    guard index < bytes.count, let tip = Self.tip(bytes[index]) else { return false }
    edge.end = tip
    index += 1
    return true
  }

  /// `-.->`, `-..-`, `-. text .->`.
  private mutating func readDots(into edge: inout Graph.Edge, _ start: Int) throws(SyntaxFault) {
    index += 1
    var count = run(of: UInt8(ascii: "."))
    if index == bytes.count || bytes[index] != UInt8(ascii: "-") {
      let text = try linkText(start) { reader, place in
        let run = reader.bytes[place...].prefix { $0 == UInt8(ascii: ".") }
        return !run.isEmpty && run.endIndex < reader.bytes.count
          && reader.bytes[run.endIndex] == UInt8(ascii: "-")
      }
      edge.label = LabelReader.read(text)
      count = run(of: UInt8(ascii: "."))
    }
    index += 1
    _ = readTip(into: &edge)
    edge.length = count
  }

  /// The text from here to where the link goes on.
  private mutating func linkText(
    _ start: Int, isEnd: (borrowing FlowchartReader, Int) -> Bool
  ) throws(SyntaxFault) -> ArraySlice<UInt8> {
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      let text = try quoted()
      skipBlanks()
      if isEnd(self, index) { return text }
    } else {
      let first = index
      while index < bytes.count, bytes[index] != 0x0A {
        if isEnd(self, index) { return bytes[first..<index] }
        index += 1
      }
    }
    throw SyntaxFault(
      "the link that begins here does not end", start..<start + 2,
      help: "write --> or, with a text, -- text -->")
  }
}
