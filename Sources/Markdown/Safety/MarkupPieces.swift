/// Raw HTML piece by piece: tags, comments, and the text between them. All that is neither a
/// complete tag nor a closed comment is text.
struct MarkupPieces: Swift.Sequence, IteratorProtocol {
  enum Piece {
    case text(Range<Int>)
    case tag(HTMLTag)
    case comment
  }

  private let html: [UInt8]
  private var index = 0
  /// What was read while the end of a text was looked for.
  private var ahead: (piece: Piece, end: Int)?
  /// No comment closes from here on.
  private var isCommentless = false

  init(_ html: [UInt8]) { self.html = html }

  mutating func next() -> Piece? {
    if let (piece, end) = ahead {
      ahead = nil
      index = end
      return piece
    }
    guard index < html.count else { return nil }
    let start = index
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), let found = markup(at: index) {
        guard index > start else {
          index = found.end
          return found.piece
        }
        ahead = found
        return .text(start..<index)
      }
      index += 1
    }
    return .text(start..<index)
  }

  private mutating func markup(at start: Int) -> (piece: Piece, end: Int)? {
    if HTMLBlockSyntax.has("<!--", html, start, html.count) {
      guard !isCommentless else { return nil }
      var index = start + 4
      while index + 2 < html.count {
        if HTMLBlockSyntax.has("-->", html, index, html.count) { return (.comment, index + 3) }
        index += 1
      }
      isCommentless = true
      return nil
    }
    return HTMLTag(html, start, html.count).map { (.tag($0), $0.end) }
  }
}

extension HTMLTag {
  func lowerName(in html: [UInt8]) -> String {
    String(decoding: html[name], as: UTF8.self).lowercased()
  }
}
