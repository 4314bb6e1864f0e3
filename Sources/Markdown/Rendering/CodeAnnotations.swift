import ByteText

/// Annotations in code: a comment that holds `(1)!`, or only `(1)` where the block asks for it,
/// becomes a mark that points to the list below.
enum CodeAnnotations {
  /// Whether the code has a `)!`, which an annotation ends with.
  static func isLikely(in code: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 1
    while index < code.count {
      index = ByteScan.first(UInt8(ascii: "!"), in: code, from: index, to: code.count)
      if index < code.count, code[index - 1] == UInt8(ascii: ")") { return true }
      index += 1
    }
    return false
  }

  /// Highlighted code with its annotations marked. The characters that begin a comment go where `!`
  /// says so.
  /// - Parameter bare: whether `(1)` without `!` is an annotation too.
  static func marked(_ html: [UInt8], bare: Bool) -> [UInt8] {
    var marked: [UInt8] = []
    marked.reserveCapacity(html.count)
    var index = 0
    while index < html.count {
      if html[index] == UInt8(ascii: "("), let found = annotation(html, index, bare: bare) {
        if found.hidesComment { dropCommentStart(&marked) }
        marked += Array("<span class=\"annotation\">".utf8)
        marked += html[found.digits]
        marked += Array("</span>".utf8)
        index = found.end
      } else {
        marked.append(html[index])
        index += 1
      }
    }
    return marked
  }

  private static func dropCommentStart(_ marked: inout [UInt8]) {
    while let last = marked.last, "#/-;*% ".utf8.contains(last) { marked.removeLast() }
  }

  /// The annotation at `start`: the end of a comment, which is the end of its span, or the end of a
  /// line.
  private static func annotation(
    _ html: [UInt8], _ start: Int, bare: Bool
  ) -> (digits: Range<Int>, end: Int, hidesComment: Bool)? {
    var index = start + 1
    while index < html.count, (0x30...0x39).contains(html[index]) { index += 1 }
    guard index > start + 1, index < html.count, html[index] == UInt8(ascii: ")") else {
      return nil
    }
    let digits = start + 1..<index
    index += 1
    let hidesComment = index < html.count && html[index] == UInt8(ascii: "!")
    if hidesComment { index += 1 }
    let isCommentEnd = html[index...].starts(with: "</span>".utf8)
    let isLineEnd = index == html.count || html[index] == 0x0A
    guard isCommentEnd || isLineEnd, hidesComment || (bare && isCommentEnd) else { return nil }
    return (digits, index, hidesComment)
  }
}
