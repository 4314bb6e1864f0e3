import Diagnostics

/// Finds the tags of one template, one after the other, and keeps the delimiters in force.
struct TagScanner {
  let bytes: TemplateBytes
  private(set) var delimiters = Delimiters.standard
  private(set) var position: Int
  /// A tag without an end was met: what follows was not read as tags.
  private(set) var stoppedEarly = false

  init(_ bytes: TemplateBytes) {
    self.bytes = bytes
    position = bytes.start
  }

  /// The next tag, or nil at the end. A delimiter tag is in force when it is returned.
  mutating func next(_ report: inout SyntaxReport) -> Tag? {
    while let start = bytes.first(delimiters.open, in: position..<bytes.end) {
      if let tag = scan(from: start, &report) { return tag }
      if stoppedEarly { return nil }
    }
    position = bytes.end
    return nil
  }

  /// Reads the tag that begins at `start`; nil if it has no end. `position` moves on in any case.
  private mutating func scan(from start: Int, _ report: inout SyntaxReport) -> Tag? {
    var content = start + delimiters.open.count
    while content < bytes.end, bytes.isSpace(content) { content += 1 }
    let sign = content < bytes.end ? bytes[content] : 0
    let kind = Tag.Kind(sign: sign) ?? .value(escaped: true)
    if kind != .value(escaped: true) { content += 1 }

    var ending = delimiters.close
    if sign == UInt8(ascii: "{") { ending.insert(UInt8(ascii: "}"), at: 0) }
    if sign == UInt8(ascii: "=") { ending.insert(sign, at: 0) }
    guard let close = bytes.first(ending, in: content..<bytes.end) else {
      reportUnclosed(start..<bytes.end, ending, &report)
      stoppedEarly = true
      return nil
    }
    // A tag that swallows the opening of another has lost its own end.
    if kind != .comment, kind != .delimiters,
      let inner = bytes.first(delimiters.open, in: content..<close)
    {
      reportUnclosed(start..<inner, ending, &report)
      position = inner
      return nil
    }
    position = close + ending.count
    let body = bytes.trimmed(content..<close)
    var tag = Tag(
      kind: kind, range: start..<position, name: bytes.text(body),
      text: bytes.text(start..<position))
    switch kind {
    case .partial, .parent: tag.readAsterisk()
    case .close: tag.normaliseAsterisk()
    case .delimiters: change(to: body, by: tag, &report)
    default: break
    }
    return tag
  }

  private mutating func change(to body: Range<Int>, by tag: Tag, _ report: inout SyntaxReport) {
    let words = bytes.all[body].split(whereSeparator: { $0 <= 0x20 })
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      report.add(
        .badDelimiters, "\(tag.text) does not set delimiters", at: tag.range,
        help: "write the opening and the closing delimiter with a space between, as in {{=<% %>=}}")
      return
    }
    delimiters = Delimiters(open: Array(words[0]), close: Array(words[1]))
  }

  private func reportUnclosed(
    _ range: Range<Int>, _ ending: [UInt8], _ report: inout SyntaxReport
  ) {
    let lineEnd = bytes.first([0x0A], in: range) ?? range.upperBound
    let shown = bytes.trimmed(range.lowerBound..<lineEnd)
    report.add(
      .unclosedTag, "the tag \(bytes.text(shown)) has no end", at: shown,
      help: "end it with \(String(decoding: ending, as: UTF8.self))")
  }
}

extension Tag {
  fileprivate mutating func readAsterisk() {
    guard name.utf8.first == UInt8(ascii: "*") else { return }
    isDynamic = true
    name = String(name.dropFirst().drop(while: \.isWhitespace))
  }

  fileprivate mutating func normaliseAsterisk() {
    guard name.utf8.first == UInt8(ascii: "*") else { return }
    name = "*" + name.dropFirst().drop(while: \.isWhitespace)
  }
}
