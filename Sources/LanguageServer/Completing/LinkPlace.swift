import Diagnostics

/// What is being written in a line of text, as far as it can be completed.
enum LinkPlace {
  /// The target of a link: what is typed of it, and all of it.
  case target(typed: String, whole: ByteRange)
  /// The label of a reference link or of a footnote.
  case label(whole: ByteRange, isFootnote: Bool)
  /// The inside of a slot.
  case slot(whole: ByteRange, isClosed: Bool)

  /// Nil where it is just text.
  init?(_ text: TextDocument, at offset: Int, inFence: Bool) {
    let bytes = text.bytes
    let line = text.line(text.lineNumber(of: offset))
    guard line.lowerBound <= offset, offset <= line.upperBound else { return nil }
    let before = bytes[line.lowerBound..<offset]
    if inFence {
      guard let open = before.lastIndex(of: UInt8(ascii: "{")),
        !bytes[open..<offset].contains(UInt8(ascii: "}"))
      else { return nil }
      let rest = bytes[offset..<line.upperBound]
      let end = rest.firstIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "{") }
      let isClosed = end.map { bytes[$0] == UInt8(ascii: "}") } ?? false
      self = .slot(
        whole: ByteRange(open + 1, isClosed ? end ?? offset : offset), isClosed: isClosed)
      return
    }
    if let start = Self.targetStart(bytes, line.lowerBound, offset) {
      var end = offset
      while end < line.upperBound, !Array(" \t)>\"'".utf8).contains(bytes[end]) { end += 1 }
      self = .target(
        typed: text.text(in: start..<offset), whole: ByteRange(start, end))
      return
    }
    guard let open = before.lastIndex(of: UInt8(ascii: "[")),
      !bytes[open..<offset].contains(UInt8(ascii: "]"))
    else { return nil }
    let isFootnote = open + 1 < offset && bytes[open + 1] == UInt8(ascii: "^")
    let isLabel = open > line.lowerBound && bytes[open - 1] == UInt8(ascii: "]")
    guard isFootnote || isLabel else { return nil }
    let start = open + (isFootnote ? 2 : 1)
    self = .label(whole: ByteRange(start, offset), isFootnote: isFootnote)
  }

  /// Where the target begins that the cursor is in: after `](`, or after `[label]: ` at the line's
  /// start.
  private static func targetStart(_ bytes: [UInt8], _ line: Int, _ offset: Int) -> Int? {
    let (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    var index = offset
    while index - 2 >= line {
      index -= 1
      switch bytes[index] {
      case UInt8(ascii: "(") where bytes[index - 1] == close:
        let start = index + 1
        return start < offset && bytes[start] == UInt8(ascii: "<") ? start + 1 : start
      case UInt8(ascii: ")"), open: return nil
      case UInt8(ascii: " ") where bytes[index - 1] == UInt8(ascii: ":"):
        let isDefinition =
          index - 2 > line && bytes[index - 2] == close && bytes[line] == open
          && bytes[line + 1] != UInt8(ascii: "^")
        return isDefinition ? index + 1 : nil
      case UInt8(ascii: " "): return nil
      default: break
      }
    }
    return nil
  }
}
