import SVG

/// Reads `flowchart` and `graph`.
struct FlowchartReader {
  let bytes: [UInt8]
  var index: Int
  var building = GraphBuilding(.flowchart)
  private var open: [OpenGroup] = []

  /// A subgraph whose `end` is still to come.
  private struct OpenGroup {
    var group: Int
    var word: Range<Int>
    /// Nodes that were named in it.
    var named: [Int] = []
  }

  static func read(_ preamble: Preamble) throws(SyntaxFault) -> Graph {
    var reader = FlowchartReader(bytes: preamble.bytes, index: preamble.kind.upperBound)
    try reader.readHead()
    try reader.readStatements()
    return reader.building.finished()
  }

  private init(bytes: [UInt8], index: Int) {
    self.bytes = bytes
    self.index = index
  }

  // MARK: Statements

  private mutating func readHead() throws(SyntaxFault) {
    skipBlanks()
    let start = index
    while index < bytes.count, !bytes[index].isBlank, !isSeparator(bytes[index]) { index += 1 }
    guard start < index else { return }
    guard let direction = Graph.Direction(bytes[start..<index].text) else {
      throw SyntaxFault(
        "\"\(bytes[start..<index].text)\" is no direction", start..<index,
        help: "write TB, BT, LR or RL")
    }
    building.graph.direction = direction
  }

  private mutating func readStatements() throws(SyntaxFault) {
    while true {
      while index < bytes.count, bytes[index].isBlank || isSeparator(bytes[index]) { index += 1 }
      guard index < bytes.count else { break }
      try readStatement()
      skipBlanks()
      guard index == bytes.count || isSeparator(bytes[index]) else {
        throw SyntaxFault(
          "\"\(character(at: index))\" stands where a link or the end of the line belongs",
          index..<min(index + 1, bytes.count), help: "write a link such as --> or a new line")
      }
    }
    if let last = open.last {
      throw SyntaxFault("the subgraph that begins here has no end", last.word, help: "write end")
    }
  }

  private mutating func readStatement() throws(SyntaxFault) {
    let start = index
    let word = keyword()
    switch word {
    case "subgraph": try readGroup(start)
    case "end":
      index = start + 3
      guard let last = open.popLast() else {
        throw SyntaxFault("there is no subgraph that ends here", start..<index)
      }
      close(last)
    case "direction":
      let value = restOfStatement(after: word).text
      guard let direction = Graph.Direction(value) else {
        throw SyntaxFault(
          "\"\(value)\" is no direction", start..<index, help: "write TB, BT, LR or RL")
      }
      if let group = open.last?.group {
        building.graph.groups[group].direction = direction
      } else {
        building.graph.direction = direction
      }
    case "style", "classDef", "class", "linkStyle":
      readStyle(word, restOfLine(after: word))
    case "click": readClick(restOfLine(after: word))
    default: try readChain()
    }
  }

  /// The word here if it is one that begins a statement of its own.
  private func keyword() -> String {
    let word = bytes[index...].prefix { $0.isNamePart }
    guard word.count <= 9 else { return "" }
    let next = word.endIndex < bytes.count ? bytes[word.endIndex] : 0x0A
    guard next.isBlank || isSeparator(next) else { return "" }
    return word.text
  }

  /// A statement of styles goes to the end of its line: its values may have semicolons after them.
  private mutating func restOfLine(after word: String) -> ArraySlice<UInt8> {
    let start = index + word.utf8.count
    index = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    var rest = bytes[start..<index].trimmed
    while rest.last == UInt8(ascii: ";") { rest = rest.dropLast().trimmed }
    return rest
  }

  private mutating func restOfStatement(after word: String) -> ArraySlice<UInt8> {
    let start = index + word.utf8.count
    index = bytes[start...].firstIndex(where: isSeparator) ?? bytes.count
    return bytes[start..<index].trimmed
  }

  private mutating func readStyle(_ word: String, _ rest: ArraySlice<UInt8>) {
    let names = rest.prefix { !$0.isBlank }
    let value = rest.dropFirst(names.count).trimmed
    let list = names.split(separator: UInt8(ascii: ",")).map { $0.trimmed.text }
    switch word {
    case "style":
      for name in list { building.addStyle(Style(reading: value), to: name) }
    case "classDef":
      for name in list { building.classes[name, default: .none].add(Style(reading: value)) }
    case "class":
      let name = value.prefix { $0.isNamePart || $0 == UInt8(ascii: "-") }.text
      for id in list { building.addClass(name, to: id) }
    default:
      let style = Style(reading: value)
      for name in list {
        if let number = Int(name) {
          building.addEdgeStyle(style, to: number)
        } else if name == "default" {
          building.edgeStyle.add(style)
        }
      }
    }
  }

  /// `click id href "target" "title" _blank`, or `click id call script()`, which is only noted.
  private mutating func readClick(_ rest: ArraySlice<UInt8>) {
    let id = rest.prefix { !$0.isBlank }
    var value = rest.dropFirst(id.count).trimmed
    if value.starts("href") { value = value.dropFirst(4).trimmed }
    guard value.first == UInt8(ascii: "\"") else {
      if !value.isEmpty { building.addCall(value.startIndex..<value.endIndex) }
      return
    }
    let target = value.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
    let after = value.dropFirst(target.count + 2).trimmed
    var title: String?
    if after.first == UInt8(ascii: "\"") {
      title = LabelReader.read(after.dropFirst().prefix { $0 != UInt8(ascii: "\"") }).plain
    }
    building.setLink(
      Graph.Link(
        target: Array(target), range: target.startIndex..<target.endIndex, title: title),
      of: id.text)
  }

  // MARK: Subgraphs

  private mutating func readGroup(_ start: Int) throws(SyntaxFault) {
    index = start + 8
    skipBlanks()
    let word = start..<start + 8
    let first = index
    while index < bytes.count, isNamePart(at: index) { index += 1 }
    var id = bytes[first..<index].text
    let afterName = index
    skipBlanks()
    var title = Label(plain: id)
    if index < bytes.count, bytes[index] == UInt8(ascii: "[") {
      let opening = index
      index += 1
      title = try labelText(until: "]", opening..<opening + 1)
      if id.isEmpty { id = title.plain }
    } else if index == bytes.count || isSeparator(bytes[index]) {
      if id.isEmpty { id = "\u{1}\(building.graph.groups.count)" }
    } else {
      // A title without a name of its own.
      index = first
      _ = afterName
      var rest = restOfStatement(after: "")
      if rest.first == UInt8(ascii: "\""), rest.last == UInt8(ascii: "\""), rest.count > 1 {
        rest = rest.dropFirst().dropLast()
      }
      title = LabelReader.read(rest)
      id = title.plain
    }
    let group = try building.group(
      id, title.wrapped(to: 320), parent: open.last?.group, at: word)
    open.append(OpenGroup(group: group, word: word))
  }

  private mutating func close(_ last: OpenGroup) {
    for node in last.named where building.graph.nodes[node].group == nil {
      building.graph.nodes[node].group = last.group
    }
  }

  // MARK: Nodes and links

  private mutating func readChain() throws(SyntaxFault) {
    var from = try readNodes()
    while true {
      skipBlanks()
      guard let link = try readLink() else { return }
      skipSpace()
      guard index < bytes.count, isNamePart(at: index) else {
        throw SyntaxFault(
          "a link leads nowhere", link.range, help: "write the node that it leads to")
      }
      let to = try readNodes()
      for first in from {
        for second in to {
          try building.add(.init(from: first, to: second, edge: link.edge), at: link.range)
        }
      }
      from = to
    }
  }

  /// `A & B`.
  private mutating func readNodes() throws(SyntaxFault) -> [String] {
    var names = [try readNode()]
    while true {
      let before = index
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "&") else {
        index = before
        return names
      }
      index += 1
      skipSpace()
      names.append(try readNode())
    }
  }

  private mutating func readNode() throws(SyntaxFault) -> String {
    let start = index
    while index < bytes.count, isNamePart(at: index) { index += 1 }
    guard start < index else {
      throw SyntaxFault(
        "\"\(character(at: index))\" begins no node", index..<min(index + 1, bytes.count),
        help: "a node is a name, with its text in brackets behind it")
    }
    let id = bytes[start..<index].text
    guard id != "end" else {
      throw SyntaxFault(
        "no node can be called end", start..<index, help: "write End, or put the word in quotes")
    }
    let node = try building.node(id, at: start..<index)
    for place in open.indices { open[place].named.append(node) }
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "@"),
      bytes[index + 1] == UInt8(ascii: "{")
    {
      try readProperties(of: node)
    }
    if let (shape, label) = try readShape() {
      building.graph.nodes[node].shape = shape
      building.graph.nodes[node].label = label
    }
    while bytes[index...].starts(":::") {
      index += 3
      let name = bytes[index...].prefix { $0.isNamePart || $0 == UInt8(ascii: "-") }
      index = name.endIndex
      building.addClass(name.text, to: id)
    }
    return id
  }

  /// Whether the byte belongs to a name. Hyphens and dots do between letters; two hyphens are a link.
  private func isNamePart(at place: Int) -> Bool {
    let byte = bytes[place]
    if byte.isNamePart { return true }
    guard place > 0, bytes[place - 1].isNamePart, place + 1 < bytes.count else { return false }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "'"),
      UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "!"):
      return bytes[place + 1].isNamePart
    default: return false
    }
  }

  // MARK: Bytes

  func isSeparator(_ byte: UInt8) -> Bool { byte == 0x0A || byte == UInt8(ascii: ";") }

  mutating func skipBlanks() {
    while index < bytes.count, bytes[index].isBlank { index += 1 }
  }

  /// A chain may go on in the next line.
  mutating func skipSpace() {
    while index < bytes.count, bytes[index].isBlank || bytes[index] == 0x0A { index += 1 }
  }

  /// For messages; whole, whatever its length in bytes.
  func character(at place: Int) -> String {
    guard place < bytes.count, bytes[place] != 0x0A else { return "the end of the line" }
    return String(bytes[place...].prefix(8).text.prefix(1))
  }
}
