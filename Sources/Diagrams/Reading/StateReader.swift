/// Reads `stateDiagram` and `stateDiagram-v2`.
struct StateReader {
  private var building = GraphBuilding(.states)
  private var open: [Scope] = [Scope(name: "")]
  private var note: OpenNote?
  private var notes = 0

  /// The diagram, or a state with states of its own.
  private struct Scope {
    var name: String
    var group: Int?
    var region: Int?
    var regions = 0
    var word = 0..<0

    /// What nodes named here are in.
    var current: Int? { region ?? group }
  }

  /// A note over several lines.
  private struct OpenNote {
    var target: String
    var isRight: Bool
    var lines: [ArraySlice<UInt8>] = []
    var range: Range<Int>
  }

  static func read(_ preamble: Preamble) throws(SyntaxFault) -> Graph {
    var reader = StateReader()
    for line in SourceLine.all(preamble.bytes, from: preamble.kind.upperBound) {
      try reader.read(line)
    }
    if let note = reader.note {
      throw SyntaxFault("the note that begins here has no end", note.range, help: "write end note")
    }
    if reader.open.count > 1, let last = reader.open.last {
      throw SyntaxFault("the brace that is opened here is not closed", last.word, help: "write }")
    }
    return reader.building.finished()
  }

  private init() {}

  private mutating func read(_ line: SourceLine) throws(SyntaxFault) {
    if note != nil { return try readNoteLine(line) }
    var line = line
    while line.bytes.last == UInt8(ascii: ";") { line.bytes = line.bytes.dropLast().trimmed }
    guard !line.bytes.isEmpty else { return }
    switch line.word.text {
    case "state": try readState(line)
    case "note": try readNote(line)
    case "direction":
      guard let direction = Graph.Direction(line.rest.text) else {
        throw SyntaxFault(
          "\"\(line.rest.text)\" is no direction", line.range, help: "write TB, BT, LR or RL")
      }
      if let group = open.last?.group {
        building.graph.groups[group].direction = direction
      } else {
        building.graph.direction = direction
      }
    case "classDef":
      let names = line.rest.prefix { !$0.isBlank }
      let style = Style(reading: line.rest.dropFirst(names.count))
      for name in names.split(separator: UInt8(ascii: ",")) {
        building.classes[name.trimmed.text, default: .none].add(style)
      }
    case "class", "style":
      let names = line.rest.prefix { !$0.isBlank }
      let value = line.rest.dropFirst(names.count).trimmed
      for name in names.split(separator: UInt8(ascii: ",")) {
        if line.word.starts("class") {
          building.addClass(value.text, to: name.trimmed.text)
        } else {
          building.addStyle(Style(reading: value), to: name.trimmed.text)
        }
      }
    case "hide", "scale", "click", "title": break
    case "--": try endRegion(line)
    case "}": try closeScope(line)
    default: try readTransition(line)
    }
  }

  // MARK: States

  /// The name for a node of `[*]`, which is another in each scope.
  private func pseudo(_ isStart: Bool) -> String {
    let scope = open.last
    return "\u{1}\(isStart ? "start" : "end") \(scope?.name ?? "") \(scope?.regions ?? 0)"
  }

  private mutating func state(
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

  /// `A --> B : text`, `A : text`, `A`.
  private mutating func readTransition(_ line: SourceLine) throws(SyntaxFault) {
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
  private static func colon(in bytes: ArraySlice<UInt8>) -> Int? {
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

  /// `state A`, `state "text" as A`, `state A <<choice>>`, `state A {`.
  private mutating func readState(_ line: SourceLine) throws(SyntaxFault) {
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

  private mutating func openScope(
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

  private mutating func closeScope(_ line: SourceLine) throws(SyntaxFault) {
    guard open.count > 1 else {
      throw SyntaxFault("there is no state that ends here", line.range)
    }
    open.removeLast()
  }

  /// `--`: what follows goes on beside what was before.
  private mutating func endRegion(_ line: SourceLine) throws(SyntaxFault) {
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

  private mutating func addRegion(_ group: Int, _ line: SourceLine) throws(SyntaxFault) -> Int {
    let region = try building.group(
      "\u{1}region \(building.graph.groups.count)", Label(), parent: group, at: line.range)
    building.graph.groups[region].isRegion = true
    return region
  }

  // MARK: Notes

  /// `note right of A : text`, or lines up to `end note`.
  private mutating func readNote(_ line: SourceLine) throws(SyntaxFault) {
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

  private mutating func readNoteLine(_ line: SourceLine) throws(SyntaxFault) {
    guard let open = note else { return }
    guard line.bytes.text.lowercased() == "end note" else {
      note?.lines.append(line.bytes)
      return
    }
    note = nil
    let text = Array(open.lines.joined(separator: [0x0A]))
    try addNote(LabelReader.read(text[...]), to: open.target, open.isRight, open.range)
  }

  private mutating func addNote(
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
