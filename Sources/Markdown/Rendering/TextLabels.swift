import ByteText

/// Bold text that ends with a colon, as `**Problem:**` or `**Problem**:`.
extension PageRenderer {
  /// Whether the bold text's last byte, or the one right after it, is a colon.
  func endsWithColon(_ node: Node) -> Bool {
    let colon = UInt8(ascii: ":")
    if let next = node.next, next.kind == .text, next.literal.first == colon { return true }
    var last = node.lastChild
    while let inner = last?.lastChild { last = inner }
    guard let last, last.kind == .text || last.kind == .code else { return false }
    return last.literal.last == colon
  }

  /// Records the bold text that began at `start` of the output and ends at its end.
  mutating func addLabel(at start: Int) {
    var text = Self.text(ofHTML: out.array(in: start..<out.count))
    while let last = text.last, last == " " || last == ":" { text.removeLast() }
    guard !text.isEmpty else { return }
    page.labels.append(TextLabel(text: text, offset: start))
  }

  /// What a reader sees of inline HTML, its white space collapsed.
  private static func text(ofHTML html: [UInt8]) -> String {
    var text: [UInt8] = []
    var index = 0
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), let end = HTMLTag.end(html, index, html.count) {
        index = end
      } else {
        if !isSpace(html[index]) {
          text.append(html[index])
        } else if let last = text.last, last != 0x20 {
          text.append(0x20)
        }
        index += 1
      }
    }
    return String(decoding: text.withUnsafeBufferPointer(HTMLEntities.decoded), as: UTF8.self)
  }
}
