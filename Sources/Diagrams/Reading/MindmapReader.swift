import SVG

/// Thoughts around a thought.
struct Mindmap: Sendable {
  struct Node: Sendable {
    enum Shape: Sendable { case none, square, rounded, circle, bang, cloud, hexagon }

    var label: Label
    var shape = Shape.none
    var children: [Int] = []
  }

  /// The first is the root.
  var nodes: [Node] = []
}

/// Reads `mindmap`, whose indentation says what belongs to what.
enum MindmapReader {
  static func read(_ preamble: Preamble) throws(SyntaxFault) -> Mindmap {
    var map = Mindmap()
    var path: [(node: Int, indentation: Int)] = []
    for line in joined(
      SourceLine.all(preamble.bytes, from: preamble.kind.upperBound), preamble.bytes)
    {
      // Icons and classes need fonts and style sheets of their own.
      if line.bytes.starts("::icon") || line.bytes.starts(":::") { continue }
      while let last = path.last, last.indentation >= line.indentation { path.removeLast() }
      guard path.count < Limits.nesting, map.nodes.count < Limits.nodes else {
        throw SyntaxFault("the map has too many nodes, or they are nested too deeply", line.range)
      }
      let node = try node(line)
      map.nodes.append(node)
      let index = map.nodes.count - 1
      if let parent = path.last?.node {
        map.nodes[parent].children.append(index)
      } else if index > 0 {
        throw SyntaxFault(
          "a map has one root, and this line is a second one", line.range,
          help: "indent it more than the line of the root")
      }
      path.append((index, line.indentation))
    }
    guard !map.nodes.isEmpty else {
      throw SyntaxFault("the map has no root", preamble.kind, help: "write a line with its text")
    }
    return map
  }

  /// A text in quotes may go over several lines.
  private static func joined(_ lines: [SourceLine], _ bytes: [UInt8]) -> [SourceLine] {
    var joined: [SourceLine] = []
    var isOpen = false
    for line in lines {
      if isOpen, let last = joined.indices.last {
        joined[last].bytes = bytes[joined[last].bytes.startIndex..<line.bytes.endIndex]
      } else {
        joined.append(line)
      }
      let marks = line.bytes.count { $0 == UInt8(ascii: "\"") }
      if marks % 2 == 1 { isOpen.toggle() }
    }
    return joined
  }

  private static let brackets: [(open: StaticString, close: StaticString, Mindmap.Node.Shape)] = [
    ("((", "))", .circle), ("))", "((", .bang), ("{{", "}}", .hexagon), ("[", "]", .square),
    ("(", ")", .rounded), (")", "(", .cloud),
  ]

  private static func node(_ line: SourceLine) throws(SyntaxFault) -> Mindmap.Node {
    var bytes = line.bytes
    if let mark = bytes.indices.first(where: { $0 > bytes.startIndex && bytes[$0...].starts(":::") }
    ) {
      bytes = bytes[..<mark].trimmed
    }
    let name = bytes.prefix { $0.isNamePart || $0 == UInt8(ascii: "-") }
    let rest = bytes[name.endIndex...]
    for (open, close, shape) in brackets where rest.starts(open) {
      let size = open.utf8CodeUnitCount
      let inner = rest.dropFirst(size)
      guard inner.count >= size, inner.suffix(size).starts(close) else {
        throw SyntaxFault(
          "the bracket that is opened here is not closed",
          rest.startIndex..<rest.startIndex + size, help: "write \(close)")
      }
      var text = inner.dropLast(size).trimmed
      if text.count >= 2, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") {
        text = text.dropFirst().dropLast()
      }
      return .init(label: LabelReader.read(text).wrapped(to: 200), shape: shape)
    }
    return .init(label: LabelReader.read(bytes).wrapped(to: 200))
  }
}
