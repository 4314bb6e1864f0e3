/// Reads `stateDiagram` and `stateDiagram-v2`.
struct StateReader {
  var building = GraphBuilding(.states)
  var open: [Scope] = [Scope(name: "")]
  var note: OpenNote?
  var notes = 0

  /// The diagram, or a state with states of its own.
  struct Scope {
    var name: String
    var group: Int?
    var region: Int?
    var regions = 0
    var word = 0..<0

    /// What nodes named here are in.
    var current: Int? { region ?? group }
  }

  /// A note over several lines.
  struct OpenNote {
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

  mutating func read(_ line: SourceLine) throws(SyntaxFault) {
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
}
