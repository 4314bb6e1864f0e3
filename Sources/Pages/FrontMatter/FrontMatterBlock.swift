package import Diagnostics

/// Where the front matter of a page stands, if there is any.
///
/// It begins with a line of three dashes at the very start (a byte order mark may precede it) and
/// ends with a line of three dashes or dots. A page may as well begin with a thematic break, which
/// looks the same. It is one when what follows does not begin with `key:` and either a blank line
/// comes next or no closing line comes at all; and always when a blank line comes next and no
/// closing line.
package struct FrontMatterBlock: Sendable, Hashable {
  /// The bytes between the two lines; nil where the page has no front matter.
  package let yaml: Range<Int>?
  /// The first byte of the text.
  package let bodyStart: Int
  /// The opening line, where the closing one is missing. The block is then taken to end at the
  /// first blank line.
  package let unclosed: ByteRange?

  package init(in source: Span<UInt8>) {
    let start = Self.lengthOfByteOrderMark(source)
    let opening = PageLine(in: source, from: start)
    guard opening.isMark(UInt8(ascii: "-"), in: source), opening.next > opening.end else {
      self.init(bodyStart: start)
      return
    }
    var lines = LinesSoFar()
    var line = PageLine(in: source, from: opening.next)
    let followsBlank = line.isBlank(in: source)
    while line.start < source.count {
      if line.isMark(UInt8(ascii: "-"), in: source) || line.isMark(UInt8(ascii: "."), in: source) {
        let isBreak = followsBlank && lines.hasText && !lines.beginWithKey
        self.init(
          yaml: isBreak ? nil : opening.next..<line.start, bodyStart: isBreak ? start : line.next)
        return
      }
      lines.add(line, in: source)
      line = PageLine(in: source, from: line.next)
    }
    guard !followsBlank, lines.beginWithKey, !lines.beginAfterBlank else {
      self.init(bodyStart: start)
      return
    }
    let end = lines.firstBlank ?? source.count
    self.init(
      yaml: opening.next..<end, bodyStart: end, unclosed: ByteRange(opening.start, opening.end))
  }

  private init(yaml: Range<Int>? = nil, bodyStart: Int, unclosed: ByteRange? = nil) {
    self.yaml = yaml
    self.bodyStart = bodyStart
    self.unclosed = unclosed
  }

  private static func lengthOfByteOrderMark(_ source: Span<UInt8>) -> Int {
    source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF ? 3 : 0
  }
}

/// What the lines after the opening one look like.
private struct LinesSoFar {
  private(set) var hasText = false
  /// Whether the first line that is neither blank nor a comment begins with a key.
  private(set) var beginWithKey = false
  /// Whether a blank line comes before that one.
  private(set) var beginAfterBlank = false
  private(set) var firstBlank: Int?
  private var hasContent = false

  mutating func add(_ line: PageLine, in source: Span<UInt8>) {
    if line.isBlank(in: source) {
      firstBlank = firstBlank ?? line.start
      return
    }
    hasText = true
    guard !hasContent, !line.isComment(in: source) else { return }
    hasContent = true
    beginWithKey = line.beginsWithKey(in: source)
    beginAfterBlank = firstBlank != nil
  }
}
