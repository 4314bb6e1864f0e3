import Diagnostics
import Markdown
import Pages
import PatternExtraction
import Site

/// The parts of links as they stand in the text.
enum LinkText {
  /// A link from its opening bracket to its closing parenthesis, where its target is known; the
  /// target alone where that is all there is.
  static func whole(around target: ByteRange, in bytes: [UInt8]) -> ByteRange {
    var start = target.start
    while start > 0, bytes[start - 1] == UInt8(ascii: "<") || bytes[start - 1] == 0x20 { start -= 1 }
    guard start > 1, start <= bytes.count, bytes[start - 1] == UInt8(ascii: "("),
      bytes[start - 2] == UInt8(ascii: "]")
    else { return target }
    var depth = 0
    var index = start - 2
    let limit = max(0, index - longest)
    while index > limit {
      if bytes[index] == UInt8(ascii: "]") { depth += 1 }
      if bytes[index] == UInt8(ascii: "[") {
        depth -= 1
        if depth == 0 { return ByteRange(index, target.end) }
      }
      index -= 1
    }
    return target
  }

  private static let longest = 4096

  /// The label that a reference link uses, without its brackets: of `[text][label]` the second, of
  /// `[label][]` and `[label]` the first.
  static func label(ofUse use: ByteRange, in bytes: [UInt8]) -> ByteRange {
    let brackets = groups(use, in: bytes)
    guard let last = brackets.last else { return use }
    return last.count == 0 ? brackets.first ?? use : last
  }

  /// What the one or two pairs of brackets of a reference link hold.
  static func groups(_ use: ByteRange, in bytes: [UInt8]) -> [ByteRange] {
    var groups: [ByteRange] = []
    var depth = 0
    var start = use.start
    for index in use.indices.clamped(to: bytes.indices) {
      switch bytes[index] {
      case UInt8(ascii: "["):
        if depth == 0 { start = index + 1 }
        depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { groups.append(ByteRange(start, index)) }
      default: break
      }
    }
    return groups
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
