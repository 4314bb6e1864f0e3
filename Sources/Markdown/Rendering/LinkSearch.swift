/// Reads the source of a block as CommonMark reads its inlines, as far as it takes to know which
/// closing bracket ends a link: code, tags and brackets that others took are passed.
struct LinkSearch {
  struct Bracket {
    var isImage: Bool
    /// A link around another link is none.
    var isDead = false
    /// The offset after the bracket.
    var text: Int
  }

  enum Step {
    /// The `<` of an autolink or of a tag.
    case angle
    /// A closing bracket that may end a link or an image.
    case close(Bracket)
    case end
  }

  private(set) var brackets: [Bracket] = []
  /// Lengths of runs of backticks that nothing closes in this block.
  private var openRuns: Set<Int> = []

  /// Begins a block.
  mutating func begin() {
    if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
    if !openRuns.isEmpty { openRuns.removeAll() }
  }

  /// Moves `cursor` to the next place that may belong to a link; it is not passed.
  mutating func next(_ text: UnsafeBufferPointer<UInt8>, _ cursor: inout Int, _ end: Int) -> Step {
    while cursor < end {
      switch text[cursor] {
      case UInt8(ascii: "\\"):
        cursor += 1
      case UInt8(ascii: "`"):
        cursor = afterCode(text, cursor, end) - 1
      case UInt8(ascii: "<"):
        return .angle
      case UInt8(ascii: "["):
        let isImage =
          cursor > 0 && text[cursor - 1] == UInt8(ascii: "!") && !isEscaped(text, cursor - 1)
        brackets.append(Bracket(isImage: isImage, text: cursor + 1))
      case UInt8(ascii: "]"):
        if let bracket = brackets.popLast(), !bracket.isDead { return .close(bracket) }
      default: break
      }
      cursor += 1
    }
    return .end
  }

  /// A link ended: the brackets around it can no more be links.
  mutating func endLink() {
    for index in brackets.indices where !brackets[index].isImage { brackets[index].isDead = true }
  }

  /// The offset after the code span that begins at `start`, or after its backticks.
  mutating func afterCode(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    let count = text[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
    guard !openRuns.contains(count) else { return start + count }
    var index = start + count
    while index < end {
      let run = text[index..<end].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count { return index + run }
      index += max(1, run)
    }
    openRuns.insert(count)
    return start + count
  }

  private func isEscaped(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    var place = index
    while place > 0, text[place - 1] == UInt8(ascii: "\\") { place -= 1 }
    return (index - place) % 2 == 1
  }
}
