extension StateReader {
  /// The name for a node of `[*]`, which is another in each scope.
  func pseudo(_ isStart: Bool) -> String {
    let scope = open.last
    return "\u{1}\(isStart ? "start" : "end") \(scope?.name ?? "") \(scope?.regions ?? 0)"
  }

  mutating func state(
    _ name: ArraySlice<UInt8>, isStart: Bool
  ) throws(SyntaxFault) -> String {
    let range = name.startIndex..<max(name.startIndex + 1, name.endIndex)
    var id = name.trimmed
    var className: String?
    if let mark = id.indices.first(where: { id[$0...].starts(":::") }) {
      className = id[(mark + 3)...].trimmed.text
      id = id[..<mark].trimmed
    }
    guard !id.isEmpty else {
      throw SyntaxFault("a state has no name", range, help: "write a name, or [*]")
    }
    let isPseudo = id.elementsEqual("[*]".utf8)
    if !isPseudo, let bad = id.firstIndex(where: { $0.isBlank || $0 == UInt8(ascii: "\"") }) {
      throw SyntaxFault(
        "the name of a state has no spaces", bad..<bad + 1,
        help: "write state \"\(id.text.filter { $0 != "\"" })\" as name")
    }
    let key = isPseudo ? pseudo(isStart) : id.text
    if building.groups[key] == nil, building.nodes[key] == nil {
      let node = try building.node(key, at: range)
      building.graph.nodes[node].group = open.last?.current
      building.graph.nodes[node].shape = isPseudo ? (isStart ? .start : .end) : .rounded
      if isPseudo { building.graph.nodes[node].label = Label() }
    }
    if let className { building.addClass(className, to: key) }
    return key
  }

  /// `state A`, `state "text" as A`, `state A <<choice>>`, `state A {`.
  mutating func readState(_ line: SourceLine) throws(SyntaxFault) {
    var rest = line.rest
    var opens = false
    if rest.last == UInt8(ascii: "{") {
      opens = true
      rest = rest.dropLast().trimmed
    }
    var label: Label?
    if rest.first == UInt8(ascii: "\"") {
      let text = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
      guard text.endIndex < rest.endIndex else {
        throw SyntaxFault(
          "the quotes that are opened here are not closed", rest.startIndex..<rest.startIndex + 1,
          help: "write \"")
      }
      label = LabelReader.read(text)
      rest = rest[(text.endIndex + 1)...].trimmed
      if rest.starts("as"), rest.dropFirst(2).first?.isBlank == true {
        rest = rest.dropFirst(2).trimmed
      } else if !rest.isEmpty {
        throw SyntaxFault(
          "a text of a state needs a name", rest.startIndex..<rest.endIndex, help: "write as name")
      } else {
        rest = text
      }
    }
    var shape: NodeShape?
    if let mark = rest.indices.first(where: { rest[$0...].starts("<<") || rest[$0...].starts("[[") }
    ) {
      let kind = rest[(mark + 2)...].prefix { $0.isNamePart }.text
      switch kind {
      case "choice": shape = .diamond
      case "fork", "join": shape = .bar
      case "start": shape = .start
      case "end": shape = .end
      default:
        throw SyntaxFault(
          "\"\(kind)\" is no kind of state", mark..<rest.endIndex,
          help: "write <<choice>>, <<fork>> or <<join>>")
      }
      rest = rest[..<mark].trimmed
    }
    if opens { return try openScope(rest, label, line) }
    let colon = Self.colon(in: rest)
    let id = try state(rest[..<(colon ?? rest.endIndex)].trimmed, isStart: true)
    if let colon { label = LabelReader.read(rest[(colon + 1)...]) }
    guard let node = building.nodes[id] else { return }
    if let label { building.graph.nodes[node].label = label }
    if let shape {
      building.graph.nodes[node].shape = shape
      building.graph.nodes[node].label = Label()
    }
  }
}
