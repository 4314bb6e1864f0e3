/// Annotations in code: a comment that holds only `(1)!` or `(1)` becomes a mark that points to the list below.
enum CodeAnnotations {
  /// Highlighted code with its annotations marked; a comment's own characters go with the annotation's `!`.
  static func marked(_ html: [UInt8]) -> [UInt8] {
    var marked: [UInt8] = []
    marked.reserveCapacity(html.count)
    var index = 0
    while index < html.count {
      if let found = annotation(html, index) {
        if found.isBare {
          while let last = marked.last, "#/-;*% ".utf8.contains(last) { marked.removeLast() }
          // The start tag of the comment's span stays: it now holds the mark alone.
        }
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

  private static func annotation(
    _ html: [UInt8], _ start: Int
  ) -> (digits: Range<Int>, end: Int, isBare: Bool)? {
    guard html[start] == UInt8(ascii: "(") else { return nil }
    var index = start + 1
    while index < html.count, (0x30...0x39).contains(html[index]) { index += 1 }
    guard index > start + 1, index < html.count, html[index] == UInt8(ascii: ")") else { return nil }
    let digits = start + 1..<index
    index += 1
    let isBare = index < html.count && html[index] == UInt8(ascii: "!")
    if isBare { index += 1 }
    // In a comment, and nothing after it: the span ends here.
    let close = Array("</span>".utf8)
    guard html[index...].prefix(close.count).elementsEqual(close) || isBare else { return nil }
    return (digits, index, isBare)
  }
}
