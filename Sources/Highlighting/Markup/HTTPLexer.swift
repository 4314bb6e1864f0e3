/// Heads of HTTP requests and responses, and a body in the language that the head announces.
enum HTTPLexer {
  private enum Body { case unknown, json, markup }

  static func lex(_ painter: inout Painter) {
    var body = Body.unknown
    firstLine(&painter)
    while !painter.isAtEnd {
      if painter.peek() == .newline { painter.skipSpace(to: painter.position &+ 1) }
      let end = painter.lineEnd(from: painter.position)
      if painter.blanksEnd(from: painter.position) == end { break }
      header(&painter, end, &body)
    }
    painter.skipSpace()
    lex(body, &painter)
  }

  /// `GET /path HTTP/1.1` or `HTTP/1.1 200 OK`
  private static func firstLine(_ painter: inout Painter) {
    let end = painter.lineEnd(from: painter.position)
    guard let space = painter.index(of: .space, from: painter.position, upTo: end) else {
      return
    }
    if painter.matches("HTTP/") {
      painter.paint(.keyword, to: space)
      painter.skipBlanks()
      painter.paint(.number, to: painter.wordEnd(from: painter.position))
      painter.paint(.string, to: end)
    } else if painter.index(of: .colon, from: painter.position, upTo: space) == nil {
      painter.paint(.function, to: space)
      painter.skipBlanks()
      let target = painter.index(of: .space, from: painter.position, upTo: end) ?? end
      painter.paint(.string, to: target)
      painter.paint(.keyword, to: end)
    }
  }

  private static func header(_ painter: inout Painter, _ end: Int, _ body: inout Body) {
    guard let colon = painter.index(of: .colon, from: painter.position, upTo: end) else {
      return painter.paint(.plain, to: end)
    }
    if painter.matchesFolded("content-type", at: painter.position) {
      if painter.index(of: "json", from: colon, upTo: end) != nil { body = .json }
      if painter.index(of: "html", from: colon, upTo: end) != nil { body = .markup }
      if painter.index(of: "xml", from: colon, upTo: end) != nil { body = .markup }
    }
    painter.paint(.attribute, to: colon)
    painter.paint(.plain, to: end)
  }

  private static func lex(_ body: Body, _ painter: inout Painter) {
    let first = painter.peek()
    switch body {
    case .json: painter.embed(upTo: painter.end, JSONLexer.lex)
    case .markup: painter.embed(upTo: painter.end, HTMLLexer.lex)
    case .unknown where first == .openBrace || first == .openBracket:
      painter.embed(upTo: painter.end, JSONLexer.lex)
    case .unknown: break
    }
  }
}
