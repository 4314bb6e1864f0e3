import ByteText
import Diagnostics

/// `<!-- turnbook-ignore TB-L003, TB-M011 reason -->`.
extension PageRenderer {
  /// Records the comments in raw HTML, and which of them silence findings.
  mutating func addIgnoreComments(in node: Node) {
    let html = node.literal
    guard html.count >= 7 else { return }
    let cursor = positions.cursor
    let isRawText = Self.isRawText(html)
    var index = 0
    while let start = Self.comment(in: html, from: index) {
      index = Self.end(ofComment: start, in: html)
      let literal = UnsafeBufferPointer(rebasing: html[start..<index])
      guard let place = positions.place(ofComment: literal, in: lowering) else { continue }
      if !isRawText {
        page.comments.append(HTMLComment(path: lowering.paths[place.file], range: place.range))
      }
      guard Self.silences(html, at: start) else { continue }
      page.ignores.append(
        IgnoreComment(
          lowering.files[place.file], path: lowering.paths[place.file], range: place.range))
    }
    // Attributes of the same block are looked for from its beginning.
    if index > 0, node.kind == .htmlBlock { positions.cursor = cursor }
  }

  /// Whether the block begins with an element in which a comment would be text, or seen.
  private static func isRawText(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let tag = HTMLTag(html, 0, html.count) else { return false }
    let name = String(decoding: html[tag.name], as: UTF8.self).lowercased()
    return ["script", "style", "textarea", "pre"].contains(name)
  }

  /// Where the next comment begins.
  private static func comment(in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while true {
      index = ByteScan.first(UInt8(ascii: "<"), in: html, from: index, to: html.count)
      guard index + 7 <= html.count else { return nil }
      if html[index...].starts(with: "<!--".utf8) { return index }
      index += 1
    }
  }

  /// Where the comment ends that begins at `start`; at the end of the block where nothing closes it.
  private static func end(ofComment start: Int, in html: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start + 4
    while true {
      index = ByteScan.first(UInt8(ascii: "-"), in: html, from: index, to: html.count)
      guard index + 3 <= html.count else { return html.count }
      if html[index...].starts(with: "-->".utf8) { return index + 3 }
      index += 1
    }
  }

  /// Whether the comment's first word is `turnbook-ignore`.
  private static func silences(_ html: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let word = html[(start + 4)...].drop(while: isSpace)
    return word.starts(with: IgnoreComment.word)
      && word.dropFirst(IgnoreComment.word.count).first.map({ isSpace($0) || $0 == 0x2D }) ?? true
  }
}

extension IgnoreComment {
  static let word = Array("turnbook-ignore".utf8)

  /// Reads the comment at `range` of a file.
  init(_ bytes: [UInt8], path: String, range: ByteRange) {
    var end = max(range.start, range.end - 3)
    var index = range.start + 4
    while index < end, PageRenderer.isSpace(bytes[index]) { index += 1 }
    index = min(end, index + Self.word.count)
    codes = []
    while true {
      while index < end, PageRenderer.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: ",") {
        index += 1
      }
      guard HTMLBlockSyntax.has("TB-", bytes, index, end) else { break }
      let start = index
      while index < end, Lowering.isWordByte(bytes[index]) { index += 1 }
      codes.append(
        Located(String(decoding: bytes[start..<index], as: UTF8.self), ByteRange(start, index)))
      if index < end, bytes[index] == UInt8(ascii: ":") { index += 1 }
    }
    while end > index, PageRenderer.isSpace(bytes[end - 1]) { end -= 1 }
    reason = String(decoding: bytes[index..<max(index, end)], as: UTF8.self)
    self.path = path
    self.range = range
    covered = Self.covered(by: range.indices, bytes)
  }

  /// The comment's line where other text stands on it, else all up to the end of the block after
  /// it.
  private static func covered(by comment: Range<Int>, _ bytes: [UInt8]) -> ByteRange {
    var start = comment.lowerBound
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var (end, next) = Lowering.lineEnd(bytes, comment.upperBound, bytes.count)
    if hasText(bytes, start, comment.lowerBound) || hasText(bytes, comment.upperBound, end) {
      return ByteRange(start, end)
    }
    var hasBlock = false
    var last = comment.upperBound
    while next < bytes.count {
      let start = next
      (end, next) = Lowering.lineEnd(bytes, start, bytes.count)
      if isBlank(bytes, start, end) {
        if hasBlock { break }
      } else if !hasBlock, isComment(bytes, start, end) {
        continue
      } else {
        hasBlock = true
        last = end
      }
    }
    return ByteRange(comment.lowerBound, last)
  }

  /// Whether there is more than marks of containers, and other comments.
  private static func hasText(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        index += 1
      case UInt8(ascii: "<") where HTMLBlockSyntax.has("<!--", bytes, index, end):
        index += 4
        while index < end, !HTMLBlockSyntax.has("-->", bytes, index, end) { index += 1 }
        index += 3
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard let marker = BlockSyntax.listMarker(bytes, index, end) else { return true }
        index += marker.count
      default: return true
      }
    }
    return false
  }

  /// Whether nothing but comments stands on the line.
  private static func isComment(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { HTMLBlockSyntax.has("<!--", bytes, $0, end) }
      && !hasText(bytes, start, end)
  }

  private static func isBlank(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
  }
}
