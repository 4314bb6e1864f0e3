import Diagnostics

/// Definitions of reference links and footnotes.
extension PageRenderer {
  /// Finds the definitions that libcmark took out of the text under `root`. The lowering says where
  /// one may stand; where libcmark left no paragraph, it was one.
  mutating func collectDefinitions(_ root: Node) {
    guard !lowering.definitionPlaces.isEmpty else { return }
    let text = positions.text
    positions.prepareLines()
    let paragraphs = paragraphLines(root)
    var paragraph = 0
    var run = 0
    var end = 0
    for place in lowering.definitionPlaces {
      if case .footnote(let block) = place.kind {
        definitionOrder.append(.footnote(block))
        continue
      }
      guard let start = lowering.map.lowered(of: place.start, in: place.file, from: &run),
        start >= end
      else { continue }
      let line = positions.line(of: start)
      while paragraph < paragraphs.count, paragraphs[paragraph].last < line { paragraph += 1 }
      var limit = text.count
      if paragraph < paragraphs.count {
        let next = paragraphs[paragraph]
        // Further down in a paragraph a bracket is text.
        if next.first < line || (next.first == line && next.isCode) { continue }
        limit = positions.lineStart(next.first == line ? next.last + 1 : next.first)
      }
      end = readDefinitions(
        DefinitionReader(text, from: positions.lineStart(line), at: start, to: limit))
    }
  }

  /// Notes the definitions that a paragraph begins with. Returns the offset after the last.
  private mutating func readDefinitions(_ reader: consuming DefinitionReader) -> Int {
    var reader = reader
    while let found = reader.read() {
      let label = lowering.map.source(of: reader.document(found.label))
      let target = lowering.map.source(of: reader.document(found.destination))
      let name = reader.content[found.label.lowerBound + 1..<found.label.upperBound - 1]
      var definition = ReferenceDefinition(
        label: [], destination: [], file: label.file, labelRange: label.range,
        destinationRange: target.range)
      name.withUnsafeBufferPointer {
        withOriginal(of: $0) { definition.label = LinkDestination.normalized(label: $1) }
      }
      reader.content[found.destination].withUnsafeBufferPointer {
        withOriginal(of: $0) { definition.destination = CharacterReferences.unescaped($1) }
      }
      definitionOrder.append(.link(positions.definitions.all.count))
      positions.definitions.add(definition)
    }
    return reader.end
  }

  /// The first and last line of a paragraph or of a heading that was one; or the first of code.
  private typealias TextLines = (first: Int, last: Int, isCode: Bool)

  private mutating func paragraphLines(_ root: Node) -> [TextLines] {
    var lines: [TextLines] = []
    var node = root
    while true {
      switch node.kind {
      case .paragraph: lines.append((node.startLine, node.endLine, false))
      case .heading: lines.append((node.startLine, lastTextLine(ofHeading: node), false))
      // Where a fence ends libcmark does not say well; its lines the lowering knows.
      case .codeBlock: lines.append((node.startLine, node.startLine, true))
      default:
        if let child = node.firstChild {
          node = child
          continue
        }
      }
      while node.next == nil {
        guard let parent = node.parent else { return lines }
        node = parent
      }
      guard let next = node.next else { return lines }
      node = next
    }
  }

  /// The line above a heading's underline. libcmark counts the line after that at times.
  func lastTextLine(ofHeading node: Node) -> Int {
    let text = positions.text
    let last = node.endLine - 1
    let line = text[positions.lineStart(last)..<positions.lineStart(last + 1)]
    let isUnderline = line.allSatisfy {
      Self.isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "=")
        || $0 == UInt8(ascii: "-")
    }
    return isUnderline && last > node.startLine ? last - 1 : last
  }

  /// Records the definitions, now that all that uses them is written.
  mutating func writeDefinitions() {
    for entry in definitionOrder {
      switch entry {
      case .link(let index):
        let definition = positions.definitions.all[index]
        page.definitions.append(
          Definition(
            kind: .link, label: String(decoding: definition.label, as: UTF8.self),
            path: lowering.paths[definition.file], range: definition.labelRange,
            isUsed: definition.isUsed, target: definition.destination))
      case .footnote(let index):
        let block = lowering.blocks[index]
        guard case .footnote(let label) = block.kind else { continue }
        page.definitions.append(
          Definition(
            kind: .footnote, label: String(decoding: label, as: UTF8.self),
            path: lowering.paths[block.file],
            range: ByteRange(block.start, block.start + label.count + 3),
            isUsed: footnotes.blocks[label] == index && footnotes.references[label] != nil))
      }
    }
  }
}

/// A definition in the order of the text.
enum DefinitionEntry {
  /// An index into the definitions of links.
  case link(Int)
  /// An index into the lowering's blocks.
  case footnote(Int)
}
