import SVG

extension StateReader {
  mutating func openScope(
    _ rest: ArraySlice<UInt8>, _ label: Label?, _ line: SourceLine
  ) throws(SyntaxFault) {
    var name = rest
    if let mark = rest.indices.first(where: { rest[$0...].starts(":::") }) {
      name = rest[..<mark].trimmed
      building.addClass(rest[(mark + 3)...].trimmed.text, to: name.text)
    }
    guard !name.isEmpty else {
      throw SyntaxFault("a state has no name", line.range, help: "write state name {")
    }
    let id = name.text
    let title =
      label ?? building.nodes[id].map { building.graph.nodes[$0].label } ?? Label(plain: id)
    let group = try building.group(
      id, title.wrapped(to: 320), parent: open.last?.current, at: line.range)
    var scope = Scope(name: id)
    scope.group = group
    scope.word = line.bytes.endIndex - 1..<line.bytes.endIndex
    open.append(scope)
  }

  mutating func closeScope(_ line: SourceLine) throws(SyntaxFault) {
    guard open.count > 1 else {
      throw SyntaxFault("there is no state that ends here", line.range)
    }
    open.removeLast()
  }

  /// `--`: what follows goes on beside what was before.
  mutating func endRegion(_ line: SourceLine) throws(SyntaxFault) {
    guard let place = open.indices.last, let group = open[place].group else {
      throw SyntaxFault(
        "only a state with states of its own has parts", line.range, help: "write state name {")
    }
    if open[place].region == nil {
      let first = try addRegion(group, line)
      for node in building.graph.nodes.indices where building.graph.nodes[node].group == group {
        building.graph.nodes[node].group = first
      }
      for inner in building.graph.groups.indices
      where building.graph.groups[inner].parent == group && inner != first {
        building.graph.groups[inner].parent = first
      }
    }
    open[place].regions += 1
    open[place].region = try addRegion(group, line)
  }

  mutating func addRegion(_ group: Int, _ line: SourceLine) throws(SyntaxFault) -> Int {
    let region = try building.group(
      "\u{1}region \(building.graph.groups.count)", Label(), parent: group, at: line.range)
    building.graph.groups[region].isRegion = true
    return region
  }
}
