import SVG

extension StateReader {
  /// `A --> B : text`, `A : text`, `A`.
  mutating func readTransition(_ line: SourceLine) throws(SyntaxFault) {
    let bytes = line.bytes
    if let arrow = bytes.indices.first(where: { bytes[$0...].starts("-->") }) {
      let target = bytes[(arrow + 3)...]
      let colon = Self.colon(in: target)
      let from = try state(bytes[..<arrow].trimmed, isStart: true)
      let to = try state(target[..<(colon ?? target.endIndex)].trimmed, isStart: false)
      var edge = Graph.Edge(from: .node(0), to: .node(0))
      if let colon {
        edge.label = LabelReader.read(target[(colon + 1)...]).wrapped(to: 200)
      }
      return try building.add(.init(from: from, to: to, edge: edge), at: arrow..<arrow + 3)
    }
    if let colon = Self.colon(in: bytes) {
      let id = try state(bytes[..<colon].trimmed, isStart: true)
      let text = LabelReader.read(bytes[(colon + 1)...])
      if let node = building.nodes[id] {
        // The first text stands for the name, each other is a line more.
        let isFirst = building.graph.nodes[node].label.plain == id
        if isFirst {
          building.graph.nodes[node].label = text
        } else {
          building.graph.nodes[node].label.lines += text.lines
        }
      } else if let group = building.groups[id] {
        building.graph.groups[group].title = text
      }
      return
    }
    if bytes.contains(where: \.isBlank) {
      throw SyntaxFault(
        "this line is no state and no transition", line.range,
        help: "write A --> B, or A : text")
    }
    _ = try state(bytes, isStart: true)
  }

  /// The first colon that is not one of `:::`.
  static func colon(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index...].starts(":::") {
        index += 3
      } else if bytes[index] == UInt8(ascii: ":") {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }
}
