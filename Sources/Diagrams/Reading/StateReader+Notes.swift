extension StateReader {
  /// `note right of A : text`, or lines up to `end note`.
  mutating func readNote(_ line: SourceLine) throws(SyntaxFault) {
    let rest = line.rest
    let side = rest.prefix { !$0.isBlank }
    let after = rest.dropFirst(side.count).trimmed
    let isRight = side.text.lowercased() == "right"
    guard isRight || side.text.lowercased() == "left", after.starts("of") else {
      throw SyntaxFault(
        "a note stands left or right of a state", line.range,
        help: "write note right of name : text")
    }
    let target = after.dropFirst(2).trimmed
    guard let colon = Self.colon(in: target) else {
      note = OpenNote(
        target: try state(target, isStart: true), isRight: isRight, range: line.range)
      return
    }
    let id = try state(target[..<colon].trimmed, isStart: true)
    try addNote(LabelReader.read(target[(colon + 1)...]), to: id, isRight, line.range)
  }

  mutating func readNoteLine(_ line: SourceLine) throws(SyntaxFault) {
    guard let open = note else { return }
    guard line.bytes.text.lowercased() == "end note" else {
      note?.lines.append(line.bytes)
      return
    }
    note = nil
    let text = Array(open.lines.joined(separator: [0x0A]))
    try addNote(LabelReader.read(text[...]), to: open.target, open.isRight, open.range)
  }

  mutating func addNote(
    _ label: Label, to id: String, _ isRight: Bool, _ range: Range<Int>
  ) throws(SyntaxFault) {
    notes += 1
    let key = "\u{1}note \(notes)"
    let node = try building.node(key, at: range)
    building.graph.nodes[node].label = label
    building.graph.nodes[node].shape = .note
    building.graph.nodes[node].group =
      building.groups[id].map { building.graph.groups[$0].parent }
      ?? building.nodes[id].flatMap { building.graph.nodes[$0].group }
    var edge = Graph.Edge(from: .node(0), to: .node(0))
    edge.line = .dotted
    edge.end = .none
    edge.isBeside = building.groups[id] == nil
    try building.add(
      .init(from: isRight ? id : key, to: isRight ? key : id, edge: edge), at: range)
  }
}
