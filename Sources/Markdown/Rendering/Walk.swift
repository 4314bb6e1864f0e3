import ByteText
import Diagnostics

/// What each node of the tree becomes.
extension PageRenderer {
  /// Writes the start of a node. Returns whether its children are to be walked. A run of text nodes
  /// is written at once; `node` is then its last.
  mutating func enter(_ node: inout Node) -> Bool {
    if imageDepth > 0 { return enterInImage(node) }
    switch node.kind {
    case .text: enterText(&node)
    case .softBreak: writeSoftBreak(node)
    case .lineBreak: out.append("<br />\n")
    case .code: writeCode(node)
    case .htmlInline: writeHTML(node)
    case .emphasis:
      out.append("<em")
      writeAttributes(after: node)
      out.append(UInt8(ascii: ">"))
      return true
    case .strong:
      openStrongs.append(out.count)
      out.append("<strong")
      writeAttributes(after: node)
      out.append(UInt8(ascii: ">"))
      return true
    case .link:
      enterLink(node)
      return true
    case .image:
      enterImage(node)
      return true
    case .paragraph:
      endSequences(node)
      enterParagraph(node)
      return true
    case .heading:
      return enterHeading(node)
    case .list:
      endSequences(node)
      enterList(node)
      return true
    case .item:
      enterItem(node)
      return true
    case .blockQuote:
      return enterQuote(node)
    case .codeBlock:
      endSequences(node)
      writeCodeBlock(node)
    case .htmlBlock:
      endSequences(node)
      freshLine()
      positions.block(node)
      writeHTML(node)
      freshLine()
    case .thematicBreak:
      endSequences(node)
      freshLine()
      out.append("<hr />\n")
    case .document: return true
    case .none, .customBlock, .customInline: break
    }
    return false
  }

  /// Writes the end of a node that was entered.
  mutating func leave(_ node: Node) {
    if !openElements.isEmpty || !unclosedTags.isEmpty { endElements(of: node) }
    switch node.kind {
    case .emphasis where imageDepth == 0: out.append("</em>")
    case .strong where imageDepth == 0: leaveStrong(node)
    case .link where imageDepth == 0: leaveLink(node)
    case .image: leaveImage(node)
    case .paragraph:
      leaveParagraph(node)
      if suspects.hasBracket || suspects.hasMojibake { checkSuspects(node) }
    case .heading:
      leaveHeading(node)
      if suspects.hasBracket || suspects.hasMojibake { checkSuspects(node) }
    case .list:
      out.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item:
      endSequence()
      sequences.removeLast()
      out.append("</li>\n")
    case .blockQuote: leaveQuote(node)
    case .document: endSequence()
    default: break
    }
    if !delimiters.isEmpty { delimiters.removeAll { $0.scope == node } }
  }

  private mutating func enterParagraph(_ node: Node) {
    positions.block(node)
    guard !isTight(node) else { return }
    freshLine()
    out.append("<p")
    if !lowering.attributeLists.isEmpty, let token = trailingAttributes(node, needsOwnLine: true) {
      writeAttributes(token)
    }
    out.append(UInt8(ascii: ">"))
  }

  private mutating func leaveParagraph(_ node: Node) {
    if !isTight(node) { out.append("</p>\n") }
  }

  /// A paragraph of a tight list is not wrapped.
  func isTight(_ node: Node) -> Bool {
    guard let list = node.parent?.parent, list.kind == .list else { return false }
    return list.isTight
  }

  private mutating func enterList(_ node: Node) {
    freshLine()
    if !node.isOrdered {
      out.append("<ul>\n")
    } else if node.listStart == 1 {
      out.append("<ol>\n")
    } else {
      out.append("<ol start=\"")
      out.append(decimal: node.listStart)
      out.append("\">\n")
    }
  }

  private mutating func enterItem(_ node: Node) {
    sequences.append(.none)
    freshLine()
    guard !lowering.tokens.isEmpty else { return out.append("<li>") }
    let classes = dialect.taskLists && isTask(node) ? [Array("task".utf8)] : []
    out.append("<li")
    if let text = node.firstChild, text.kind == .paragraph, isTight(text),
      let token = trailingAttributes(text, needsOwnLine: true)
    {
      writeAttributes(token, classes: classes)
    } else if !classes.isEmpty {
      out.append(" class=\"task\"")
    }
    out.append(UInt8(ascii: ">"))
  }

  private func isTask(_ node: Node) -> Bool {
    guard let text = node.firstChild?.firstChild, text.kind == .text,
      let index = TokenText.leading(text.literal)
    else { return false }
    if case .task? = kind(ofToken: index) { return true }
    return false
  }

  private mutating func writeSoftBreak(_ node: Node) {
    if isInHeading { headingText.append(UInt8(ascii: " ")) }
    guard droppedBreak != node else { return }
    out.append(0x0A)
  }

  private mutating func writeCode(_ node: Node) {
    out.append("<code")
    writeAttributes(after: node)
    out.append(UInt8(ascii: ">"))
    withOriginal(of: node.literal) { renderer, text in
      renderer.out.append(escaping: text)
      if renderer.isInHeading { renderer.headingText.append(text) }
    }
    out.append("</code>")
  }

  private mutating func enterText(_ node: inout Node) {
    guard let next = node.next, next.kind == .text else {
      return writeText(node.literal, after: node.previous, before: node.next, scope: node.parent)
    }
    let first = node
    scratch.removeAll()
    scratch.append(node.literal)
    while let next = node.next, next.kind == .text {
      scratch.append(next.literal)
      node = next
    }
    let joined = scratch.array
    joined.withUnsafeBufferPointer {
      writeText($0, after: first.previous, before: node.next, scope: node.parent)
    }
  }

  private mutating func leaveStrong(_ node: Node) {
    if let start = openStrongs.popLast(), endsWithColon(node) { addLabel(at: start) }
    out.append("</strong>")
  }

  /// Inside an image only text counts: it is the alternative text.
  private mutating func enterInImage(_ node: Node) -> Bool {
    switch node.kind {
    case .text: writePlainText(node.literal)
    case .code, .htmlInline:
      withOriginal(of: node.literal) { $0.out.append(escaping: $1) }
    case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
    case .image:
      enterImage(node)
      return true
    case .link:
      positions.definitions.use(destination: node.url)
      return true
    default: return true
    }
    return false
  }
}
