import ByteText
import Diagnostics

/// Links and images: external targets are written at once, others leave a hole for the resolver.
extension PageRenderer {
  mutating func enterLink(_ node: Node) {
    openLinks.append(page.links.count)
    if isAllowed(node, for: .link) {
      out.append("<a href=\"")
      withOriginal(of: node.url) { $0.writeTarget($1, kind: .link) }
      out.append(UInt8(ascii: "\""))
    } else {
      // Without a target it is text, and looks like it.
      out.append("<a")
      withOriginal(of: node.url) { $0.addRecord($1, kind: .link) }
    }
    writeTitle(node)
    writeAttributes(after: node)
    out.append(UInt8(ascii: ">"))
    beginContent()
  }

  mutating func leaveLink(_ node: Node) {
    endContent()
    out.append("</a>")
    locate(node)
  }

  private mutating func beginContent() {
    guard let index = openLinks.last else { return }
    page.links[index].content = out.count..<out.count
  }

  private mutating func endContent() {
    guard let index = openLinks.last, let start = page.links[index].content?.lowerBound else {
      return
    }
    page.links[index].content = start..<max(start, out.count)
  }

  mutating func enterImage(_ node: Node) {
    if imageDepth == 0 {
      openLinks.append(page.links.count)
      if isAllowed(node, for: .image) {
        out.append("<img src=\"")
        withOriginal(of: node.url) { $0.writeTarget($1, kind: .image) }
        out.append("\" alt=\"")
      } else {
        // Its alternative text is all that is left.
        out.append("<span>")
        withOriginal(of: node.url) { $0.addRecord($1, kind: .image) }
      }
      beginContent()
    } else {
      positions.definitions.use(destination: node.url)
    }
    imageDepth += 1
  }

  mutating func leaveImage(_ node: Node) {
    imageDepth -= 1
    guard imageDepth == 0 else { return }
    endContent()
    if isAllowed(node, for: .image) {
      out.append(UInt8(ascii: "\""))
      writeTitle(node)
      writeAttributes(after: node)
      out.append(" />")
    } else {
      out.append("</span>")
    }
    locate(node)
  }

  private mutating func writeTitle(_ node: Node) {
    let title = node.title
    guard title.count > 0 else { return }
    out.append(" title=\"")
    withOriginal(of: title) { $0.out.append(escaping: $1) }
    out.append(UInt8(ascii: "\""))
  }

  /// Writes a target, or leaves a hole, and records the link. Its place is found when the link
  /// ends.
  mutating func writeTarget(_ target: UnsafeBufferPointer<UInt8>, kind: LinkRecord.Kind) {
    let index = page.links.count
    addRecord(target, kind: kind)
    if LinkTarget.isInternal(target) {
      page.holes.append(Hole(offset: out.count, link: index))
    } else {
      out.append(escapingURL: target)
    }
  }

  private mutating func addRecord(
    _ target: UnsafeBufferPointer<UInt8>, kind: LinkRecord.Kind
  ) {
    page.links.append(
      LinkRecord(
        kind: kind, destination: Array(target), path: lowering.paths[0], range: ByteRange(0, 0)))
  }

  /// Whether the link or image may lead where it leads.
  private mutating func isAllowed(_ node: Node, for use: SafeTarget.Use) -> Bool {
    guard dialect.html.isRestricted else { return true }
    var isAllowed = false
    withOriginal(of: node.url) { isAllowed = SafeTarget.isAllowed($1, for: use) }
    return isAllowed
  }

  private mutating func locate(_ node: Node) {
    guard let index = openLinks.popLast() else { return }
    positions.locate(&page.links[index], in: lowering)
  }

  /// A URL or address without brackets: a link of its own, or plain text inside another link.
  mutating func writeBareLink(_ token: Token, _ kind: BareLink.Kind) {
    let text = Array(original(token))
    if isInHeading { headingText.append(text) }
    guard openLinks.isEmpty,
      kind != .url || !dialect.html.isRestricted || SafeTarget.isAllowed(text, for: .link)
    else { return out.append(escaping: text) }
    out.append("<a href=\"")
    var target = text
    switch kind {
    case .url: break
    case .www: target = Array("http://".utf8) + text
    case .email: target = Array("mailto:".utf8) + text
    }
    out.append(escapingURL: target)
    out.append("\">")
    out.append(escaping: text)
    out.append("</a>")
    page.links.append(
      LinkRecord(
        kind: .link, destination: target, path: lowering.paths[token.file],
        range: ByteRange(token.start, token.end)))
  }
}

/// What kind of target a link has, by its text alone.
package enum LinkTarget {
  /// Whether the target is to be found in this guide: it has no scheme and no host, and more than a
  /// fragment of its own page. The empty target and `#…` stay as they are.
  package static func isInternal(_ target: some Collection<UInt8>) -> Bool {
    guard let first = target.first, first != UInt8(ascii: "#") else { return false }
    if target.starts(with: "//".utf8) { return false }
    return !hasScheme(target)
  }

  /// Whether the target names another host or scheme.
  package static func isExternal(_ target: some Collection<UInt8>) -> Bool {
    target.starts(with: "//".utf8) || hasScheme(target)
  }

  /// Whether the target begins with a scheme (RFC 3986: a letter, then letters, digits, `+ - .`,
  /// then a colon).
  package static func hasScheme(_ target: some Collection<UInt8>) -> Bool {
    var count = 0
    for byte in target {
      if byte == UInt8(ascii: ":") { return count > 1 }
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      let isInner =
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
      guard isLetter || (count > 0 && isInner) else { return false }
      count += 1
    }
    return false
  }
}
