import Diagnostics
import Markdown
import Pages
import PatternExtraction
import Site

/// The parts of links as they stand in the text.
enum LinkText {
  /// A link from its opening bracket to its target or its label, where those are known; the target
  /// alone where that is all there is.
  /// - Parameter last: the target of a link, or the label of a reference link with its brackets.
  static func whole(before last: ByteRange, in bytes: [UInt8]) -> ByteRange {
    var end = last.start
    if end > 0, end <= bytes.count, bytes[end - 1] != close {
      while end > 0, bytes[end - 1] == UInt8(ascii: "<") || bytes[end - 1] == 0x20 { end -= 1 }
      guard end > 0, bytes[end - 1] == UInt8(ascii: "(") else { return last }
      end -= 1
    }
    guard end > 0, end <= bytes.count, bytes[end - 1] == close else { return last }
    var depth = 0
    for index in stride(from: end - 1, through: max(0, end - longest), by: -1) {
      if bytes[index] == close { depth += 1 }
      if bytes[index] == UInt8(ascii: "[") {
        depth -= 1
        if depth == 0 { return ByteRange(index, last.end) }
      }
    }
    return last
  }

  private static let longest = 4096
  private static let close = UInt8(ascii: "]")

  /// Whether a reference link has a text besides its label: `[text][label]`.
  static func hasText(_ use: ByteRange, in bytes: [UInt8]) -> Bool {
    use.start > 0 && use.start <= bytes.count && bytes[use.start - 1] == close
  }
}

extension PageView {
  /// The definition that a reference link gets its target from: the last one before the target.
  func definition(of link: LinkRecord) -> Int? {
    page.body.definitions.indices.last { index in
      let definition = page.body.definitions[index]
      return definition.kind == .link && definition.path == link.path
        && definition.range.end <= link.range.start
        && (link.range.start - definition.range.end) < 64
    }
  }

  var slots: [SlotPlace] { guide.slots(in: bytes, path: path).filter { $0.path == printed } }
}
