import SVG

/// Reads `sequenceDiagram`.
struct SequenceReader {
  private var diagram = SequenceDiagram()
  private var names: [String: Int] = [:]
  private var open: [(word: String, range: Range<Int>)] = []

  static func read(_ preamble: Preamble) throws(SyntaxFault) -> SequenceDiagram {
    var reader = SequenceReader()
    for line in SourceLine.all(preamble.bytes, from: preamble.kind.upperBound) {
      // Semicolons part statements as line ends do.
      for part in Self.statements(line.bytes) {
        try reader.read(SourceLine(bytes: part, indentation: 0))
      }
    }
    if let last = reader.open.last {
      throw SyntaxFault(
        "the \(last.word) that begins here has no end", last.range, help: "write end")
    }
    return reader.diagram
  }

  private init() {}

  /// A semicolon ends a statement unless it ends a character such as `#59;`.
  private static func statements(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    for index in line.indices where line[index] == UInt8(ascii: ";") {
      let before = line[start..<index].suffix(10)
      if let mark = before.lastIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "&") }),
        before[(mark + 1)...].allSatisfy({ $0.isNamePart || $0 == UInt8(ascii: "#") }),
        !before[(mark + 1)...].isEmpty
      {
        continue
      }
      parts.append(line[start..<index].trimmed)
      start = index + 1
    }
    parts.append(line[start...].trimmed)
    return parts.filter { !$0.isEmpty }
  }

  private mutating func read(_ line: SourceLine) throws(SyntaxFault) {
    guard diagram.events.count < Limits.events else {
      throw SyntaxFault("the diagram has more than \(Limits.events) steps", line.range)
    }
    let word = line.word.text
    switch word.lowercased() {
    case "participant", "actor": try readParticipant(line, isActor: word.lowercased() == "actor")
    case "create":
      let rest = SourceLine(bytes: line.rest, indentation: 0)
      let isActor = rest.word.elementsEqual("actor".utf8)
      let index = try readParticipant(rest, isActor: isActor)
      diagram.participants[index].isCreated = true
    case "destroy": diagram.events.append(.destroy(try participant(line.rest, line)))
    case "activate": diagram.events.append(.activate(try participant(line.rest, line)))
    case "deactivate": diagram.events.append(.deactivate(try participant(line.rest, line)))
    case "note": try readNote(line)
    case "loop", "alt", "opt", "par", "par_over", "critical", "break":
      let title = LabelReader.read(line.rest).wrapped(to: 360)
      let shown = word == "par_over" ? "par" : word.lowercased()
      try begin(line, .begin(shown, title, color: nil))
    case "rect": try begin(line, .begin("rect", Label(), color: Self.color(line.rest).0))
    case "box": try readBox(line)
    case "else", "and", "option":
      try section(line, of: ["else": ["alt"], "and": ["par", "par_over"], "option": ["critical"]])
    case "end" where line.rest.isEmpty:
      guard let last = open.popLast() else {
        throw SyntaxFault("there is nothing that ends here", line.range)
      }
      if last.word != "box" { diagram.events.append(.end) }
    case "autonumber": try readNumbers(line)
    case "title", "title:": diagram.title = LabelReader.read(line.rest).wrapped(to: 600)
    case "link", "links", "properties", "details": break
    default: try readMessage(line)
    }
  }

  // MARK: Participants

  private mutating func index(of name: ArraySlice<UInt8>) throws(SyntaxFault) -> Int {
    let id = name.trimmed.text
    if let known = names[id] { return known }
    guard diagram.participants.count < Limits.participants else {
      throw SyntaxFault(
        "the diagram has more than \(Limits.participants) participants",
        name.startIndex..<name.endIndex)
    }
    diagram.participants.append(
      .init(id: id, label: LabelReader.read(name).wrapped(to: 180)))
    let index = diagram.participants.count - 1
    names[id] = index
    if let last = open.last, last.word == "box", let group = diagram.groups.indices.last {
      diagram.groups[group].members.append(index)
    }
    return index
  }

  private mutating func participant(
    _ name: ArraySlice<UInt8>, _ line: SourceLine
  ) throws(SyntaxFault) -> Int {
    guard !name.isEmpty else {
      throw SyntaxFault("a participant has no name", line.range, help: "write its name")
    }
    return try index(of: name)
  }

  /// `participant A as Long name`.
  @discardableResult
  private mutating func readParticipant(
    _ line: SourceLine, isActor: Bool
  ) throws(SyntaxFault) -> Int {
    var rest = line.rest
    var label: Label?
    if let mark = rest.indices.first(where: { place in
      place > rest.startIndex && rest[place - 1].isBlank && rest[place...].starts("as")
        && rest[place...].dropFirst(2).first?.isBlank == true
    }) {
      label = LabelReader.read(rest[(mark + 2)...]).wrapped(to: 180)
      rest = rest[..<mark].trimmed
    }
    var isPerson = isActor
    if let mark = rest.firstIndex(of: UInt8(ascii: "@")), rest[mark...].starts("@{") {
      isPerson = isPerson || rest[mark...].text.contains("actor")
      rest = rest[..<mark].trimmed
    }
    let index = try participant(rest, line)
    if let label { diagram.participants[index].label = label }
    diagram.participants[index].isActor = isPerson
    return index
  }

  // MARK: Frames

  private mutating func begin(
    _ line: SourceLine, _ event: SequenceDiagram.Event
  ) throws(SyntaxFault) {
    guard open.count < Limits.nesting else {
      throw SyntaxFault("the frames of the diagram are nested too deeply", line.range)
    }
    open.append((line.word.text.lowercased(), line.word.startIndex..<line.word.endIndex))
    diagram.events.append(event)
  }

  private mutating func section(
    _ line: SourceLine, of table: [String: [String]]
  ) throws(SyntaxFault) {
    let word = line.word.text.lowercased()
    let frames = table[word] ?? []
    guard let last = open.last, frames.contains(last.word) else {
      throw SyntaxFault(
        "\"\(word)\" stands outside of \(frames.first ?? "its frame")",
        line.word.startIndex..<line.word.endIndex,
        help: "write \(frames.first ?? "it") before it")
    }
    diagram.events.append(.section(LabelReader.read(line.rest).wrapped(to: 360)))
  }

  /// `box Aqua Title`.
  private mutating func readBox(_ line: SourceLine) throws(SyntaxFault) {
    let (color, title) = Self.color(line.rest)
    diagram.groups.append(
      .init(title: LabelReader.read(title).wrapped(to: 300), color: color))
    open.append(("box", line.word.startIndex..<line.word.endIndex))
  }

  /// A colour, if the text begins with one, and the rest.
  private static func color(
    _ bytes: ArraySlice<UInt8>
  ) -> (String?, ArraySlice<UInt8>) {
    var end = bytes.prefix { !$0.isBlank }.endIndex
    if bytes.starts("rgb") || bytes.starts("hsl") {
      end = (bytes.firstIndex(of: UInt8(ascii: ")")) ?? bytes.endIndex - 1) + 1
    }
    let word = bytes[..<end].text
    let isColor =
      word.hasPrefix("rgb") || word.hasPrefix("hsl") || word.hasPrefix("#")
      || ColorBrightness.isName(word.lowercased())
    guard isColor else { return (nil, bytes) }
    return (Style(reading: ArraySlice("fill:\(word)".utf8)).fill, bytes[end...].trimmed)
  }

  // MARK: Notes and numbers

  private mutating func readNote(_ line: SourceLine) throws(SyntaxFault) {
    let rest = line.rest
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else {
      throw SyntaxFault(
        "a note has no text", line.range, help: "write Note over A: text")
    }
    let words = rest[..<colon].trimmed
    let text = words.text.lowercased()
    let label = LabelReader.read(rest[(colon + 1)...]).wrapped(to: 220)
    let place: SequenceDiagram.NotePlace
    if text.hasPrefix("left of ") {
      place = .left(try participant(words.dropFirst(8).trimmed, line))
    } else if text.hasPrefix("right of ") {
      place = .right(try participant(words.dropFirst(9).trimmed, line))
    } else if text.hasPrefix("over ") {
      var ends: [Int] = []
      for name in words.dropFirst(5).split(separator: UInt8(ascii: ",")) {
        ends.append(try participant(name.trimmed, line))
      }
      guard let first = ends.min(), let last = ends.max() else {
        throw SyntaxFault("a note has no participant", line.range, help: "write Note over A: text")
      }
      place = .over(first, last)
    } else {
      throw SyntaxFault(
        "a note stands left of, right of or over a participant",
        words.startIndex..<max(words.startIndex + 1, words.endIndex),
        help: "write Note over A: text")
    }
    diagram.events.append(.note(place, label))
  }

  private mutating func readNumbers(_ line: SourceLine) throws(SyntaxFault) {
    let words = line.rest.split(whereSeparator: \.isBlank).map { $0.text }
    if words.first == "off" { return diagram.events.append(.stopNumbers) }
    let numbers = words.compactMap { Int($0) }.filter { (0...1_000_000).contains($0) }
    guard numbers.count == words.count, numbers.count <= 2 else {
      throw SyntaxFault("numbers are expected here", line.range, help: "write autonumber 10 5")
    }
    diagram.events.append(
      .number(from: numbers.first ?? 1, by: numbers.count == 2 ? numbers[1] : 1))
  }

  // MARK: Messages

  private mutating func readMessage(_ line: SourceLine) throws(SyntaxFault) {
    let bytes = line.bytes
    let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
    let head = bytes[..<colon]
    guard head.count < 2000, let (place, arrow) = SequenceArrow.first(in: head) else {
      throw SyntaxFault(
        "this line is no message and no other step of a sequence", line.range,
        help: "write A->>B: text")
    }
    let from = try participant(head[..<place].trimmed, line)
    var target = head[(place + arrow.text.utf8CodeUnitCount)...].trimmed
    let sign = target.first
    let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    if isSigned { target = target.dropFirst().trimmed }
    guard !target.isEmpty else {
      throw SyntaxFault(
        "the message has nobody to go to", place..<place + arrow.text.utf8CodeUnitCount,
        help: "write the name of a participant behind \(arrow.text)")
    }
    let to = try participant(target, line)
    guard colon < bytes.endIndex else {
      throw SyntaxFault(
        "the message has no text", bytes.endIndex - 1..<bytes.endIndex,
        help: "write a colon and the text")
    }
    var message = SequenceDiagram.Message(
      from: from, to: to, label: Self.text(bytes[(colon + 1)...]).wrapped(to: 300))
    message.isDashed = arrow.isDashed
    message.tip = arrow.tip
    message.isTwoWay = arrow.isTwoWay
    diagram.events.append(.message(message))
    if isSigned {
      diagram.events.append(sign == UInt8(ascii: "+") ? .activate(to) : .deactivate(from))
    }
  }

  /// A text without the word that asks for lines to be wrapped, which ours are anyway.
  private static func text(_ bytes: ArraySlice<UInt8>) -> Label {
    var rest = bytes.trimmed
    if rest.starts("wrap:") { rest = rest.dropFirst(5) }
    if rest.starts("nowrap:") { rest = rest.dropFirst(7) }
    return LabelReader.read(rest)
  }
}
