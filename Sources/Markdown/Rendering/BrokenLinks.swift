import Diagnostics

/// Brackets that were meant as links and are none.
extension PageRenderer {
  /// Reads a block as libcmark does, and reports brackets that look like links among those that are
  /// not.
  mutating func checkBrackets(in lines: Range<Int>) {
    let text = positions.text
    var search = LinkSearch()
    var cursor = lines.lowerBound
    let end = lines.upperBound
    var findings: [BrokenLink] = []
    var count = 0
    loop: while count < Self.maximumBrackets {
      count += 1
      switch search.next(text, &cursor, end) {
      case .end: break loop
      case .angle: cursor = positions.afterMarkup(at: cursor, end)
      case .close(let bracket):
        let close = cursor
        cursor += 1
        if let after = positions.linkEnd(bracket, at: close, end) {
          if !bracket.isImage { search.endLink() }
          cursor = after
          // What stands in a link's text is text.
          findings.removeAll { $0.start > bracket.text }
        } else if let found = brokenLink(bracket, at: close, end) {
          findings.append(found)
          cursor = max(cursor, found.end)
        }
      }
    }
    for finding in findings { report(finding) }
  }

  /// Where a block has more closing brackets, nobody wrote it; each may be followed by much to read.
  private static let maximumBrackets = 1000

  private func brokenLink(
    _ bracket: LinkSearch.Bracket, at close: Int, _ end: Int
  ) -> BrokenLink? {
    let text = positions.text
    let start = bracket.text - (bracket.isImage ? 2 : 1)
    let before = start > 0 ? text[start - 1] : 0x20
    // `x[i][j]`, `f()[0] (…)`
    guard close > bracket.text, !Self.isWordByte(before), before != UInt8(ascii: "]"),
      before != UInt8(ascii: ")"), text[bracket.text] != UInt8(ascii: "^")
    else { return nil }
    var next = close + 1
    while next < end, text[next] == 0x20 { next += 1 }
    guard next < end else { return nil }
    if text[next] == UInt8(ascii: "("), !isTask(text[bracket.text..<close]) {
      let target = BrokenTarget(text, from: next, to: end)
      if next > close + 1 {
        guard let target, target.isClosed, !target.hasSpaces,
          target.isPath || isURL(at: target.inner.lowerBound)
        else { return nil }
        return BrokenLink(kind: .space, start: start, mark: close + 1..<next, end: target.end)
      }
      guard let target else { return nil }
      let isAddress = isURL(at: target.inner.lowerBound)
      guard target.isPath || target.isBracketed || isAddress else { return nil }
      return BrokenLink(kind: .target(target), start: start, mark: target.inner, end: target.end)
    }
    guard next == close + 1, text[next] == UInt8(ascii: "["),
      let labelEnd = positions.labelEnd(from: next + 1), labelEnd < end
    else { return nil }
    let label = labelEnd > next + 1 ? next + 1..<labelEnd : bracket.text..<close
    guard text[label.lowerBound] != UInt8(ascii: "^"), !text[label].contains(Marker.byte),
      !text[label].contains(0x0A),
      text[bracket.text..<close].contains(where: { !(0x30...0x39).contains($0) })
    else { return nil }
    // Of several in a row the first says enough.
    var after = labelEnd + 1
    while after < end, text[after] == UInt8(ascii: "["),
      let close = positions.labelEnd(from: after + 1), close < end
    {
      after = close + 1
    }
    return BrokenLink(kind: .label, start: start, mark: label, end: after)
  }

  /// Whether a URL stands there, which the lowering took for a link of its own.
  private func isURL(at index: Int) -> Bool {
    guard let token = TokenText.token(positions.text, at: index),
      token.index < lowering.tokens.count,
      case .link(let kind) = lowering.tokens[token.index].kind
    else { return false }
    return kind != .email
  }

  private func isTask(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let only = text.first, text.count == 1 else { return false }
    return only == 0x20 || only | 0x20 == UInt8(ascii: "x")
  }

  private mutating func report(_ link: BrokenLink) {
    let place = lowering.map.source(of: link.start..<link.end)
    let mark = lowering.map.source(of: link.mark)
    let path = lowering.paths[place.file]
    let written = String(decoding: lowering.files[mark.file][mark.range.indices], as: UTF8.self)
    func replacement(_ text: String) -> [Edit] {
      [Edit(path: path, range: mark.range, replacement: text)]
    }
    var finding = Diagnostic(
      .spaceInLink, .warning, "this is no link: a space stands before its target", path: path,
      range: place.range)
    switch link.kind {
    case .space:
      finding.help = "take the space out"
      finding.fix = Fix("take the space out", replacement(""), isSafe: true)
    case .target(let target):
      finding.code = .brokenLink
      finding.message = "this is no link: its target \(target.fault)"
      finding.help = target.help
      // Of an address only a person knows how it goes on after the space.
      if target.isWhole, !isURL(at: target.inner.lowerBound) {
        finding.fix = Fix("write <\(written)>", replacement("<\(written)>"), isSafe: true)
      }
    case .label:
      finding.code = .unknownReference
      finding.message = "this is no link: nothing on the page defines the label \"\(written)\""
      finding.range = mark.range
      // Among very many some are always near.
      let all = positions.definitions.all
      let labels = all.count > 500 ? [] : all.map { String(decoding: $0.label, as: UTF8.self) }
      let near = NearMiss.best(for: written, among: labels)
      finding.help = near.map { "did you mean \"\($0)\"?" } ?? "add a line `[\(written)]: target`"
      finding.fix = near.map { Fix("write \"\($0)\"", replacement($0), isSafe: false) }
    }
    page.diagnostics.append(finding)
  }
}

/// Brackets that are no link. Offsets into the lowered text.
struct BrokenLink {
  enum Kind {
    /// A space before the target: the mark.
    case space
    /// A target that is none: the mark.
    case target(BrokenTarget)
    /// A label that nothing defines: the mark.
    case label
  }

  var kind: Kind
  var start: Int
  var mark: Range<Int>
  var end: Int
}

/// What stands in the parentheses after a link's text, on one line.
struct BrokenTarget {
  /// The target without a title.
  var inner: Range<Int>
  /// The offset after it, its parenthesis too.
  var end: Int
  var isClosed = false
  var hasSpaces = false
  /// Whether it looks like a path, a URL or a fragment.
  var isPath = false
  /// Whether all of it together looks like the path of one file.
  var isWhole = false
  /// Whether it begins with an angle bracket.
  var isBracketed = false

  private static let maximumLength = 1000

  init?(_ text: UnsafeBufferPointer<UInt8>, from open: Int, to limit: Int) {
    var depth = 0
    var index = open
    let limit = min(limit, open + Self.maximumLength)
    while index < limit, text[index] != 0x0A, text[index] != 0x0D {
      // The end of a cell or title.
      if text[index] == Marker.byte, text[index - 1] == UInt8(ascii: "}") { break }
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      if text[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { break }
      }
      index += 1
    }
    isClosed = depth == 0
    guard index - open < Self.maximumLength else { return nil }
    end = min(limit, isClosed ? index + 1 : index)
    var (start, stop) = (open + 1, index)
    while start < stop, text[start] == 0x20 { start += 1 }
    while stop > start, text[stop - 1] == 0x20 { stop -= 1 }
    guard start < stop else { return nil }
    isBracketed = text[start] == UInt8(ascii: "<")
    if !isClosed { stop = text[start..<stop].firstIndex(of: 0x20) ?? stop }
    inner = start..<stop
    let withoutTitle = Self.withoutTitle(text, inner)
    let first = text[withoutTitle].prefix { $0 != 0x20 }
    hasSpaces = first.count < inner.count
    if isClosed { inner = withoutTitle } else { end = stop }
    let path = TargetShape(text[inner])
    isPath = path.isPath || TargetShape(first).isPath
    isWhole = isClosed && !isBracketed && path.hasFileName && !TargetShape(first).hasFileName
  }

  /// Without ` "title"` at the end.
  private static func withoutTitle(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    guard let last = text[range].last,
      last == UInt8(ascii: "\"") || last == UInt8(ascii: "'"),
      let quote = text[range].dropLast().lastIndex(of: last), quote > range.lowerBound + 1,
      text[quote - 1] == 0x20
    else { return range }
    var end = quote
    while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  var fault: String {
    if isBracketed { return "begins with an angle bracket and does not end with one" }
    if !isClosed { return "does not end with a parenthesis on its line" }
    return "has spaces in it"
  }

  var help: String {
    if isBracketed { return "close the angle bracket, then the parenthesis" }
    if !isClosed { return "close the parenthesis right after the target" }
    return isWhole
      ? "put it in angle brackets, or write %20 for each space"
      : "keep only the target and, in double quotes, a title"
  }
}

/// Whether text looks like the target of a link.
struct TargetShape {
  var isPath = false
  /// Whether it ends as the name of a file does, before a fragment.
  var hasFileName = false

  init(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    let text = Array(text)
    guard let first = text.first else { return }
    let fragment = text.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
    let path = text[..<(fragment ?? text.count)]
    if let dot = path.lastIndex(of: UInt8(ascii: ".")), dot > 0 {
      hasFileName = Self.endings.contains(String(decoding: path[(dot + 1)...], as: UTF8.self))
    }
    let slash = UInt8(ascii: "/")
    isPath =
      hasFileName
      || (first == UInt8(ascii: "#") && text.count > 2 && HTMLBlockSyntax.isLetter(text[1]))
      || text.starts(with: "../".utf8)
      || text.starts(with: "./".utf8) || text.starts(with: "mailto:".utf8)
      || (first == slash && text.count > 2) || (path.last == slash && path.count > 3)
      || (text.starts(with: "http".utf8) && text.contains(slash) && LinkTarget.hasScheme(text))
      || (text.contains(slash) && text.contains(UInt8(ascii: ".")))
  }

  private static let endings: Set<String> = [
    "md", "markdown", "html", "htm", "pdf", "png", "jpg", "jpeg", "gif", "svg", "webp", "txt",
  ]
}
