import ByteText
import Diagnostics

/// Raw HTML: copied as it stands, with the targets in it recorded and its anchors remembered.
extension PageRenderer {
  mutating func writeHTML(_ node: Node) {
    if dialect != .commonMark { addIgnoreComments(in: node) }
    if node.kind == .htmlInline { positions.markup = node.literal }
    if dialect.html.isRestricted { return writeRestricted(node) }
    withOriginal(of: node.literal) { $0.writeHTML($1) }
  }

  mutating func writeHTML(_ html: [UInt8]) {
    html.withUnsafeBufferPointer { writeHTML($0) }
  }

  private mutating func writeHTML(_ html: UnsafeBufferPointer<UInt8>) {
    guard dialect != .commonMark, html.contains(UInt8(ascii: "=")) else { return out.append(html) }
    var copied = 0
    var index = 0
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if let end = commentEnd(html, index) {
        index = end
        continue
      }
      guard let tag = HTMLTag(html, index, html.count) else {
        index += 1
        continue
      }
      for attribute in tag.attributes {
        guard let value = attribute.value else { continue }
        let text = UnsafeBufferPointer(rebasing: html[value])
        switch Self.role(of: UnsafeBufferPointer(rebasing: html[attribute.name])) {
        case .anchor:
          if Self.isAnchor(attribute, of: tag, html) { addAnchor(text) }
        case .target:
          out.append(UnsafeBufferPointer(rebasing: html[copied..<value.lowerBound]))
          writeAttributeTarget(text, lacksAlternative: Self.lacksAlternative(tag, html))
          copied = value.upperBound
        case .targets:
          out.append(UnsafeBufferPointer(rebasing: html[copied..<value.lowerBound]))
          writeCandidates(text)
          copied = value.upperBound
        case .none:
          break
        }
      }
      index = rawTextEnd(html, tag) ?? tag.end
    }
    out.append(UnsafeBufferPointer(rebasing: html[copied...]))
  }

  mutating func addAnchor(_ text: UnsafeBufferPointer<UInt8>) {
    var anchor = Anchor(
      name: String(decoding: text, as: UTF8.self), origin: .html, path: lowering.paths[0],
      range: ByteRange(0, 0))
    positions.locate(anchor: &anchor, raw: text, in: lowering)
    page.anchors.append(anchor)
  }

  /// Whether the value is one that a fragment can name: any `id`, but `name` of a link only, and not
  /// the same twice in one tag.
  private static func isAnchor(
    _ attribute: HTMLTag.Attribute, of tag: HTMLTag, _ html: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard attribute.name.count == "name".utf8.count, let value = attribute.value else {
      return true
    }
    let isLink = tag.name.count == 1 && html[tag.name.lowerBound] | 0x20 == UInt8(ascii: "a")
    return isLink
      && !tag.attributes.contains { other in
        other.name.count == "id".utf8.count
          && other.value.map { html[$0].elementsEqual(html[value]) } ?? false
      }
  }

  /// Whether the tag is an image without an alternative text, not even an empty one.
  private static func lacksAlternative(
    _ tag: HTMLTag, _ html: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard String(decoding: html[tag.name], as: UTF8.self).lowercased() == "img" else {
      return false
    }
    return !tag.attributes.contains {
      String(decoding: html[$0.name], as: UTF8.self).lowercased() == "alt"
    }
  }

  private mutating func writeAttributeTarget(
    _ text: UnsafeBufferPointer<UInt8>, lacksAlternative: Bool = false
  ) {
    let index = page.links.count
    let destination = HTMLEntities.decoded(text.trimmed)
    page.links.append(
      LinkRecord(
        kind: .attribute, destination: destination, path: lowering.paths[0], range: ByteRange(0, 0),
        written: Array(text), lacksAlternative: lacksAlternative))
    if LinkTarget.isInternal(destination) {
      page.holes.append(Hole(offset: out.count, link: index))
    } else {
      out.append(text)
    }
    positions.locate(attribute: &page.links[index], raw: text, in: lowering)
  }

  /// `srcset`: targets with a descriptor each, between commas.
  private mutating func writeCandidates(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, Self.isSpace(text[index]) || text[index] == UInt8(ascii: ",") {
        index += 1
      }
      out.append(UnsafeBufferPointer(rebasing: text[start..<index]))
      let target = index
      while index < text.count, !Self.isSpace(text[index]) { index += 1 }
      var end = index
      while end > target, text[end - 1] == UInt8(ascii: ",") { end -= 1 }
      if end > target { writeAttributeTarget(UnsafeBufferPointer(rebasing: text[target..<end])) }
      let rest = end
      index = end
      while index < text.count, text[index] != UInt8(ascii: ",") { index += 1 }
      out.append(UnsafeBufferPointer(rebasing: text[rest..<index]))
    }
  }

  /// Whether the value of an attribute of that name is a target, or several.
  static func holdsTarget(_ name: [UInt8]) -> Bool {
    switch name.withUnsafeBufferPointer(role(of:)) {
    case .target, .targets: true
    case .anchor, .none: false
    }
  }

  /// Whether the value of an attribute of that name is an anchor.
  static func holdsAnchor(_ name: [UInt8]) -> Bool {
    name.withUnsafeBufferPointer(role(of:)) == .anchor
  }

  private enum Role { case target, targets, anchor, none }

  private static func role(of name: UnsafeBufferPointer<UInt8>) -> Role {
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "href", "src", "poster": .target
    case "srcset": .targets
    case "id", "name": .anchor
    default: .none
    }
  }

  /// The end of the comment that begins at `index`.
  private func commentEnd(_ html: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index + 3 < html.count, html[index + 1] == UInt8(ascii: "!"),
      html[index + 2] == UInt8(ascii: "-"), html[index + 3] == UInt8(ascii: "-")
    else { return nil }
    var end = index + 4
    while end + 2 < html.count {
      if html[end] == UInt8(ascii: "-"), html[end + 1] == UInt8(ascii: "-"),
        html[end + 2] == UInt8(ascii: ">")
      {
        return end + 3
      }
      end += 1
    }
    return html.count
  }

  /// The text of a script or style sheet holds no tags.
  private func rawTextEnd(_ html: UnsafeBufferPointer<UInt8>, _ tag: HTMLTag) -> Int? {
    guard !tag.isEnd else { return nil }
    let name = String(decoding: html[tag.name], as: UTF8.self).lowercased()
    guard name == "script" || name == "style" || name == "textarea" else { return nil }
    let bytes = Array(html)
    var index = tag.end
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "/"),
        bytes[(index + 2)...].prefix(name.utf8.count).elementsEqual(
          name.utf8, by: { $0 | 0x20 == $1 })
      {
        return index
      }
      index += 1
    }
    return bytes.count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without the white space at both ends, which browsers ignore in a URL.
  fileprivate var trimmed: UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, count)
    while start < end, PageRenderer.isSpace(self[start]) { start += 1 }
    while end > start, PageRenderer.isSpace(self[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }
}
