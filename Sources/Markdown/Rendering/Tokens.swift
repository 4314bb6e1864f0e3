import ByteText
import Diagnostics

/// Tokens in text, and attribute lists beside what they describe.
extension PageRenderer {
  mutating func writeToken(_ index: Int) {
    guard usedTokens.isEmpty || !usedTokens.contains(index) else { return }
    let token = lowering.tokens[index]
    switch token.kind {
    case .attributes:
      writeOriginal(token)
    case .footnote(let label):
      if !writeFootnoteReference(label) {
        reportUnknownFootnote(label, token)
        writeOriginal(token)
      }
    case .link(let kind):
      writeBareLink(token, kind)
    case .symbol(let characters):
      dropAttributes(after: index)
      if let characters {
        out.append(characters)
      } else {
        dropIcon()
      }
    case .escape(let byte):
      out.append(escaping: [byte])
      if isInHeading { headingText.append(byte) }
    case .task(let isDone):
      out.append(
        isDone
          ? "<input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Done\" />"
          : "<input type=\"checkbox\" disabled=\"\" aria-label=\"To do\" />")
    }
  }

  /// What a token stands for; nil for a number that no token has, which only a reference to the
  /// character of our markers can bring here.
  func kind(ofToken index: Int) -> Token.Kind? {
    index < lowering.tokens.count ? lowering.tokens[index].kind : nil
  }

  private mutating func writeOriginal(_ token: Token) {
    let text = Array(original(token))
    out.append(escaping: text)
    if isInHeading { headingText.append(text) }
  }

  /// Classes of an icon mean nothing to a character.
  private mutating func dropAttributes(after index: Int) {
    guard index + 1 < lowering.tokens.count else { return }
    let (token, next) = (lowering.tokens[index], lowering.tokens[index + 1])
    if case .attributes = next.kind, next.file == token.file, next.start == token.end {
      usedTokens.insert(index + 1)
    }
  }

  /// An icon that is not shown takes the space after it along.
  private mutating func dropIcon() {
    if out.count > 0, out[out.count - 1] == UInt8(ascii: " ") {
      out.truncate(to: out.count - 1)
    }
  }

  /// Writes the attribute list right after an inline element, inside its start tag.
  mutating func writeAttributes(after node: Node) {
    guard !lowering.attributeLists.isEmpty, let next = node.next, next.kind == .text,
      let index = TokenText.leading(next.literal), case .attributes? = kind(ofToken: index)
    else { return }
    writeAttributes(index)
  }

  /// Writes an attribute list into the start tag under way, and takes its token out of the text.
  mutating func writeAttributes(_ token: Int, classes: [[UInt8]] = [], withoutID: Bool = false) {
    guard case .attributes(let index) = lowering.tokens[token].kind else { return }
    usedTokens.insert(token)
    let list = lowering.attributeLists[index]
    if !withoutID, let id = list.id {
      out.append(" id=\"")
      out.append(escaping: id)
      out.append(UInt8(ascii: "\""))
      page.anchors.append(anchor(id, of: list, in: lowering.tokens[token].file))
    }
    let allClasses = classes + list.classes
    if !allClasses.isEmpty {
      out.append(" class=\"")
      out.append(escaping: Array(allClasses.joined(separator: [UInt8(ascii: " ")])))
      out.append(UInt8(ascii: "\""))
    }
    for pair in list.pairs {
      out.append(UInt8(ascii: " "))
      out.append(pair.name)
      out.append("=\"")
      out.append(escaping: pair.value)
      out.append(UInt8(ascii: "\""))
    }
  }

  /// The anchor that an attribute list in `file` gives.
  func anchor(_ id: [UInt8], of list: AttributeList, in file: Int) -> Anchor {
    let range = list.idRange ?? 0..<0
    return Anchor(
      name: String(decoding: id, as: UTF8.self), origin: .attributeList,
      path: lowering.paths[file], range: ByteRange(range.lowerBound, range.upperBound))
  }

  /// The attribute list that ends a block's text; for a paragraph it must stand on a line of its
  /// own.
  mutating func trailingAttributes(_ node: Node, needsOwnLine: Bool) -> Int? {
    guard let last = node.lastChild, last.kind == .text,
      let trailing = TokenText.trailing(last.literal),
      case .attributes? = kind(ofToken: trailing.index)
    else { return nil }
    if needsOwnLine {
      guard trailing.start == 0, let previous = last.previous, previous.kind == .softBreak else {
        return nil
      }
      droppedBreak = previous
    } else if trailing.start == 0, let previous = last.previous, previous.kind != .softBreak {
      // It describes the inline element right before it.
      return nil
    }
    return trailing.index
  }
}
