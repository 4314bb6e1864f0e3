import ByteText
import Diagnostics

/// Headings with their anchors, and the markers that the lowering wrote as headings.
extension PageRenderer {
  /// Anchors that the author wrote win over those made from text, even when they come later.
  mutating func reserveAnchors(_ root: Node) {
    guard lowering.attributeLists.contains(where: { $0.id != nil }) else { return }
    var node = root
    while true {
      if node.kind == .heading, let anchor = writtenAnchor(node) {
        _ = anchors.reserve(anchor.name)
      }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node.next == nil {
        guard let parent = node.parent else { return }
        node = parent
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  private mutating func writtenAnchor(_ node: Node) -> Anchor? {
    guard let token = trailingAttributes(node, needsOwnLine: false),
      case .attributes(let index) = lowering.tokens[token].kind,
      let id = lowering.attributeLists[index].id
    else { return nil }
    return anchor(id, of: lowering.attributeLists[index], in: lowering.tokens[token].file)
  }

  mutating func enterHeading(_ node: Node) -> Bool {
    if let text = node.firstChild, text.kind == .text, text.literal.first == Marker.byte,
      let marker = TokenText.blockMarker(text.literal)
    {
      return enterMarker(node, marker.letter, marker.index)
    }
    endSequences(node)
    positions.block(node)
    freshLine()
    out.append("<h")
    out.append(UInt8(ascii: "0") + UInt8(node.headingLevel))
    headingStart = out.count
    headingRecords = recordCounts
    var token: Int?
    if !lowering.attributeLists.isEmpty {
      token = trailingAttributes(node, needsOwnLine: false)
    }
    if dialect != .commonMark {
      isInHeading = true
      headingText.removeAll()
    }
    if let token {
      let written = writtenAnchor(node)
      headingAnchor = written
      writeAttributes(token, withoutID: true)
    } else {
      headingAnchor = nil
    }
    out.append(UInt8(ascii: ">"))
    headingContent = out.count
    return true
  }

  mutating func leaveHeading(_ node: Node) {
    if let text = node.firstChild, text.kind == .text, text.literal.first == Marker.byte,
      let marker = TokenText.blockMarker(text.literal)
    {
      return leaveMarker(node, marker.letter, marker.index)
    }
    let level = node.headingLevel
    if isInHeading {
      isInHeading = false
      dropTrailingSpaces()
      writeAnchor(level)
    }
    out.append("</h")
    out.append(UInt8(ascii: "0") + UInt8(level))
    out.append(">\n")
  }

  /// Gives the heading its anchor, puts it into the start tag, and remembers the heading.
  private mutating func writeAnchor(_ level: Int) {
    let text = headingText.withBytes(Self.trimmed)
    let html = out.array(in: headingContent..<out.count)
    let anchor = headingAnchor?.name ?? anchors.anchor(for: slugRule.slug(of: text))
    let place = positions.range(ofBlockIn: lowering)
    page.headings.append(
      Heading(
        level: level, anchor: anchor, offset: headingStart - "<h1".utf8.count,
        writtenAnchor: headingAnchor?.range, html: Self.withoutLinks(html),
        text: text, path: lowering.paths[place.file], range: place.range))

    scratch.removeAll()
    scratch.append(" id=\"")
    scratch.append(escaping: anchor)
    scratch.append(UInt8(ascii: "\""))
    let attribute = scratch.array
    out.insert(attribute, at: headingStart)
    moveRecords(since: headingRecords, after: headingStart, by: attribute.count)

    out.append("<a class=\"anchor\" href=\"#")
    out.append(escaping: anchor)
    out.append("\" aria-label=\"Permalink: ")
    out.append(escaping: text)
    out.append("\"></a>")
  }

  /// Takes away the space that stood before an attribute list.
  mutating func dropTrailingSpaces() {
    while out.count > 0, out[out.count - 1] == UInt8(ascii: " ") { out.truncate(to: out.count - 1) }
  }

  /// Heading HTML for a list of contents: a link inside a link is not allowed, nor an id twice.
  static func withoutLinks(_ html: [UInt8]) -> [UInt8] {
    guard html.contains(UInt8(ascii: "<")) else { return html }
    var kept: [UInt8] = []
    var index = 0
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), let tag = HTMLTag(html, index, html.count) {
        let name = html[tag.name]
        let isCode = name.elementsEqual("code".utf8) || name.elementsEqual("em".utf8)
        if name.elementsEqual("sup".utf8), !tag.isEnd, !tag.attributes.isEmpty {
          index = endOfReference(html, tag.end)
          continue
        }
        if isCode || name.elementsEqual("strong".utf8) {
          kept += tag.isEnd ? Array("</".utf8) : [UInt8(ascii: "<")]
          kept += name
          kept.append(UInt8(ascii: ">"))
        }
        index = tag.end
      } else {
        kept.append(html[index])
        index += 1
      }
    }
    return kept
  }

  /// The end of a footnote's number, which is no part of a heading elsewhere.
  private static func endOfReference(_ html: [UInt8], _ start: Int) -> Int {
    let close = Array("</sup>".utf8)
    var index = start
    while index < html.count, !html[index...].prefix(close.count).elementsEqual(close) {
      index += 1
    }
    return min(html.count, index + close.count)
  }

  /// Text with its white space collapsed: what was taken out of a heading leaves the spaces around
  /// it.
  static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    for byte in text {
      if !isSpace(byte) {
        kept.append(byte)
      } else if let last = kept.last, last != 0x20 {
        kept.append(0x20)
      }
    }
    if kept.last == 0x20 { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }
}
