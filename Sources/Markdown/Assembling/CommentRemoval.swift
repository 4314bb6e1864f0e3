package import Diagnostics

/// How a comment is taken out of Markdown without a change to what the text means. Where it holds
/// apart what would else be one thing, an empty comment stays.
package enum CommentRemoval {
  /// What is to be written where the comment at `range` stands; nil where there is none.
  package static func change(
    _ range: ByteRange, in bytes: [UInt8], path: String
  ) -> AssembledSource.Change? {
    let comment = range.indices
    guard comment.upperBound <= bytes.count, comment.count >= 7,
      bytes[comment].starts(with: "<!--".utf8), bytes[comment].suffix(3).elementsEqual("-->".utf8)
    else { return nil }
    if let block = block(around: comment, bytes) {
      return AssembledSource.Change(
        path: path, range: ByteRange(block.lowerBound, block.upperBound), text: [])
    }
    if let words = words(around: comment, bytes) {
      return AssembledSource.Change(
        path: path, range: ByteRange(words.lowerBound, words.upperBound), text: [])
    }
    return AssembledSource.Change(path: path, range: range, text: Array("<!-- -->".utf8))
  }

  /// The lines of a comment that is a paragraph of its own, with the blank line after it.
  private static func block(around comment: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    let start = comment.lowerBound
    guard start == 0 || isLineEnd(bytes[start - 1]), isAfterBlankLine(start, bytes) else {
      return nil
    }
    var (end, next) = Lowering.lineEnd(bytes, comment.upperBound, bytes.count)
    guard BlockSyntax.isBlank(bytes, comment.upperBound, end) else { return nil }
    guard next < bytes.count else { return start..<next }
    let line = next
    (end, next) = Lowering.lineEnd(bytes, line, bytes.count)
    guard BlockSyntax.isBlank(bytes, line, end) else { return nil }
    return beginsPlainly(next, bytes) ? start..<next : nil
  }

  /// Whether the block that begins after `start` could be no part of one before it: no item of a
  /// list, code by its indentation, tab or definition.
  private static func beginsPlainly(_ start: Int, _ bytes: [UInt8]) -> Bool {
    var index = start
    while index < bytes.count, isLineEnd(bytes[index]) { index += 1 }
    guard index < bytes.count else { return true }
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "="),
      UInt8(ascii: ":"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x20, 0x09:
      return false
    default: break
    }
    let (end, next) = Lowering.lineEnd(bytes, index, bytes.count)
    guard end < bytes.count, next < bytes.count else { return true }
    return bytes[next] != UInt8(ascii: ":")
  }

  /// The comment with the spaces before it, where it stands between words.
  private static func words(around comment: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    var start = comment.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start > 0, start < comment.lowerBound else { return nil }
    let end = comment.upperBound
    guard end == bytes.count || bytes[end] <= 0x20 else { return nil }
    var first = start
    while first > 0, !isLineEnd(bytes[first - 1]) { first -= 1 }
    // Behind a mark of a list or quote it is a block.
    let isText = bytes[first..<start].contains { byte in
      !"0123456789.)>-+*: \t".utf8.contains(byte)
    }
    return isText ? start..<end : nil
  }

  private static func isAfterBlankLine(_ start: Int, _ bytes: [UInt8]) -> Bool {
    var index = start
    guard index > 0 else { return true }
    index -= 1
    if bytes[index] == 0x0A, index > 0, bytes[index - 1] == 0x0D { index -= 1 }
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    return index == 0 || isLineEnd(bytes[index - 1])
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
