/// The text of a paragraph, heading or title without its marks, for the outline.
extension PageRenderer {
  func outlineRuns(_ block: Node) -> [OutlineRun] {
    var runs: [OutlineRun] = []
    guard var node = block.firstChild else { return [] }
    while true {
      appendOutline(node, within: block, to: &runs)
      if let child = node.firstChild {
        node = child
        continue
      }
      while node.next == nil {
        guard let parent = node.parent, parent != block else { return runs }
        node = parent
      }
      guard let next = node.next else { return runs }
      node = next
    }
  }

  private func appendOutline(_ node: Node, within block: Node, to runs: inout [OutlineRun]) {
    var text: String
    switch node.kind {
    case .text: text = outlineText(node.literal, isCode: false)
    case .code: text = outlineText(node.literal, isCode: true)
    case .softBreak, .lineBreak: text = "\n"
    default: return
    }
    var run = OutlineRun(text: "")
    var parent = node.parent
    while let container = parent, container != block {
      if container.kind == .strong { run.isBold = true }
      if container.kind == .link, run.target == nil {
        run.target = outlineText(container.url, isCode: true)
      }
      parent = container.parent
    }
    if text.isEmpty { return }
    if let last = runs.last, last.isBold == run.isBold, last.target == run.target {
      runs[runs.count - 1].text += text
    } else {
      run.text = text
      text = ""
      runs.append(run)
    }
  }

  /// Text with its tokens turned into what a reader sees, or in code into what the author wrote;
  /// without the parts of a marker.
  private func outlineText(_ text: UnsafeBufferPointer<UInt8>, isCode: Bool) -> String {
    guard text.contains(Marker.byte) else { return String(decoding: text, as: UTF8.self) }
    var kept: [UInt8] = []
    var index = 0
    if let marker = TokenText.blockMarker(text) { index = marker.end }
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "{") || byte == Marker.byte,
        let found = TokenText.token(text, at: index), found.index < lowering.tokens.count
      {
        let token = lowering.tokens[found.index]
        switch token.kind {
        case _ where isCode: kept += original(token)
        case .symbol(let characters): kept += Array((characters ?? "").utf8)
        case .escape(let byte): kept.append(byte)
        case .link: kept += original(token)
        case .attributes, .footnote, .task: break
        }
        index = found.end
      } else if byte == UInt8(ascii: "}"), index + 1 < text.count, text[index + 1] == Marker.byte {
        index += 2
      } else {
        if byte != Marker.byte { kept.append(byte) }
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
