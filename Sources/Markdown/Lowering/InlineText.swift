import ByteText
import Diagnostics

/// Text of a line: what the dialect adds inside lines becomes tokens, the rest is copied.
extension Lowering {
  /// Something inside a line that becomes a token.
  typealias FoundToken = (kind: Token.Kind, start: Int, end: Int)

  /// Copies text into the line under way, with tokens in place of what libcmark would not
  /// understand.
  mutating func writeText(_ start: Int, _ end: Int) {
    writeText(start, end, nextToken(from: start, lineStart: start, end))
  }

  /// Copies text whose first token is known.
  mutating func writeText(_ start: Int, _ end: Int, _ first: FoundToken?) {
    var copied = start
    var found = first
    while let token = found {
      copy(copied, token.start)
      writeToken(token.kind, token.start, token.end)
      copied = token.end
      found = nextToken(from: copied, lineStart: start, end)
    }
    copy(copied, end)
  }

  /// The first token in `bytes[start..<end]`; nil where the text can stay as it is.
  mutating func nextToken(from start: Int, lineStart: Int, _ end: Int) -> FoundToken? {
    var index = start
    while true {
      index = Self.firstTrigger(bytes, index, end)
      guard index < end else { return nil }
      if let found = token(at: index, from: start, lineStart: lineStart, end) { return found }
      // A backslash takes the meaning of the byte after it.
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  /// The first byte of `bytes[start..<end]` that may begin a token, or be in one; `end` where there
  /// is none.
  private static func firstTrigger(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while true {
        index = ByteScan.first(markedIn: triggers, bytes, from: index, to: end)
        guard index < end else { return end }
        let next = index + 1 < end ? bytes[index + 1] : 0
        if mayBeToken(bytes[index], after: index > 0 ? bytes[index - 1] : 0, before: next) {
          return index
        }
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
  }

  /// Whether any byte is one that tokens begin with.
  static func mayHoldToken(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    bytes.withUnsafeBufferPointer {
      ByteScan.first(markedIn: triggers, $0, from: start, to: end) < end
    }
  }

  /// Most colons and full stops are nothing but that; the bytes beside them tell.
  @inline(__always) private static func mayBeToken(
    _ byte: UInt8, after previous: UInt8, before next: UInt8
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "."): previous | 0x20 == UInt8(ascii: "w")
    case UInt8(ascii: ":"):
      next == UInt8(ascii: "/") || (Symbol.isNameByte(next) && !Symbol.isNameByte(previous))
    case UInt8(ascii: "&"): next == UInt8(ascii: "#")
    case UInt8(ascii: "\\"): "=~^:{".utf8.contains(next)
    default: true
    }
  }

  private static let triggers: [UInt8] = {
    var triggers = [UInt8](repeating: 0, count: 256)
    for byte in "{:.@\\[&".utf8 { triggers[Int(byte)] = 1 }
    return triggers
  }()

  /// Writes a token for `bytes[start..<end]`.
  mutating func writeToken(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    var isWrapped = true
    if case .link = kind { isWrapped = false }
    if isWrapped { out.append(UInt8(ascii: "{")) }
    out.append(Marker.byte)
    out.append(decimal: tokens.count)
    out.append(Marker.byte)
    if isWrapped { out.append(UInt8(ascii: "}")) }
    tokens.append(Token(kind: kind, file: currentFile, start: start, end: end))
  }

  /// The token that the byte at `index` begins, or, for links, is part of. Nothing before `from`
  /// may belong to it.
  private mutating func token(
    at index: Int, from: Int, lineStart: Int, _ end: Int
  ) -> FoundToken? {
    switch bytes[index] {
    case UInt8(ascii: "\\"):
      guard index + 1 < end, Self.isDialectByte(bytes, index + 1, end, dialect),
        !Self.isInDestination(bytes, index, lineStart)
      else { return nil }
      return (.escape(bytes[index + 1]), index, index + 2)
    case UInt8(ascii: "&"):
      // libcmark would turn it into the byte of our own markers.
      guard let close = Self.markerReferenceEnd(bytes, index, end) else { return nil }
      return (.symbol("\u{FFFD}"), index, close)
    case UInt8(ascii: "{"):
      guard dialect.attributeLists, !Self.isInDestination(bytes, index, lineStart),
        var list = AttributeList(bytes, index, end),
        index == lineStart || Self.isAttributePlace(bytes[index - 1])
      else { return nil }
      if dialect.html.isRestricted { list.restrict() }
      attributeLists.append(list)
      return (.attributes(attributeLists.count - 1), index, list.end)
    case UInt8(ascii: "["):
      bracketCount += 1
      if bracketCount == Self.maximumBrackets {
        report(
          .tooManyBrackets, .error,
          "this paragraph has more than \(Self.maximumBrackets) opening brackets", index, index + 1,
          help: "split it with blank lines, or put the text into a code block")
      }
      guard dialect.footnotes, index + 2 < end, bytes[index + 1] == UInt8(ascii: "^") else {
        return nil
      }
      return Self.footnoteReference(bytes, at: index, end)
    case UInt8(ascii: ":"):
      if dialect.autolinks, let link = BareLink.url(bytes, colon: index, from: from, end) {
        return (.link(.url), link.lowerBound, link.upperBound)
      }
      guard dialect.emoji, let symbol = Symbol.find(bytes, index, end),
        !Self.isInDestination(bytes, index, lineStart)
      else { return nil }
      return (.symbol(symbol.text), index, symbol.end)
    case UInt8(ascii: "."):
      guard dialect.autolinks, let link = BareLink.www(bytes, dot: index, from: from, end) else {
        return nil
      }
      return (.link(.www), link.lowerBound, link.upperBound)
    default:
      guard dialect.autolinks, let link = BareLink.email(bytes, at: index, from: from, end) else {
        return nil
      }
      return (.link(.email), link.lowerBound, link.upperBound)
    }
  }

  /// The end of the reference to the character U+0002 that begins at `start`.
  private static func markerReferenceEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    guard index < end, bytes[index] == UInt8(ascii: "#") else { return nil }
    index += 1
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "x") { index += 1 }
    while index < end, bytes[index] == UInt8(ascii: "0") { index += 1 }
    guard index + 1 < end, bytes[index] == UInt8(ascii: "2"), bytes[index + 1] == UInt8(ascii: ";")
    else { return nil }
    return index + 2
  }

  /// Whether the rest of the line has such a reference.
  func hasMarkerReference(from start: Int) -> Bool {
    var index = start
    while true {
      index = bytes.withUnsafeBufferPointer {
        ByteScan.first(UInt8(ascii: "&"), in: $0, from: index, to: line.end)
      }
      guard index < line.end else { return false }
      if Self.markerReferenceEnd(bytes, index, line.end) != nil { return true }
      index += 1
    }
  }

  /// libcmark's time for a paragraph grows with the square of its open brackets: this many cost
  /// about 50 ms.
  private static let maximumBrackets = 10_000

  private static func footnoteReference(
    _ bytes: [UInt8], at index: Int, _ end: Int
  ) -> FoundToken? {
    var close = index + 2
    while close < end, bytes[close] != UInt8(ascii: "]") {
      guard bytes[close] > 0x20, bytes[close] != UInt8(ascii: "[") else { return nil }
      close += 1
    }
    guard close < end, close > index + 2 else { return nil }
    return (.footnote(label: Array(bytes[index + 2..<close])), index, close + 1)
  }

  /// Whether a backslash before the byte keeps the dialect from reading it.
  private static func isDialectByte(
    _ bytes: [UInt8], _ index: Int, _ end: Int, _ dialect: Dialect
  ) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "="): dialect.marks
    case UInt8(ascii: "~"): dialect.strikethrough || dialect.subscripts
    case UInt8(ascii: "^"): dialect.superscripts
    case UInt8(ascii: ":"): dialect.emoji && Symbol.find(bytes, index, end) != nil
    case UInt8(ascii: "{"): dialect.attributeLists
    default: false
    }
  }

  /// Whether the byte stands in the target of a link, where a token would end it.
  private static func isInDestination(
    _ bytes: [UInt8], _ index: Int, _ lineStart: Int
  ) -> Bool {
    var place = index
    while place > lineStart, bytes[place - 1] > 0x20 {
      place -= 1
      if bytes[place] == UInt8(ascii: "("), place > lineStart,
        bytes[place - 1] == UInt8(ascii: "]")
      {
        return !bytes[place..<index].contains(UInt8(ascii: ")"))
      }
    }
    return false
  }

  /// What an attribute list may follow: the end of a link, image, code, emphasis or icon, or white
  /// space.
  private static func isAttributePlace(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "^"),
      UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"):
      true
    default: false
    }
  }
}
