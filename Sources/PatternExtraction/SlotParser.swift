import Diagnostics

/// Finds the slots in a template's text and leaves everything else as it stands.
struct SlotParser {
  enum Piece: Sendable, Hashable {
    case text(MappedText)
    case slot(Slot)
    /// The answer to a turn, by its id.
    case response(String, ByteRange)
  }

  /// A slot as written.
  struct Slot: Sendable, Hashable {
    /// What stands between its braces or brackets.
    var text: String
    /// With them.
    var range: ByteRange
    /// Whether its words promise a text of several lines: *paste* and *insert*.
    var isLong = false
    /// The label that stands before it on its line, where nothing else does.
    var lineLabel: String?
    /// The number of its list item and the text of that item's first slot, where the same text
    /// stands in items that are alike.
    var item: Item?

    struct Item: Sendable, Hashable {
      var number: Int
      var first: String
    }
  }

  /// Something that was meant as a slot and is none.
  struct Fault: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case unclosed, empty }
    var kind: Kind
    var range: ByteRange
  }

  private(set) var pieces: [Piece] = []
  private(set) var faults: [Fault] = []

  private let source: MappedText
  private var plain = MappedText()
  private var index = 0
  /// Doubled braces that stand open: only those make `}}` a single one, so that what ends two
  /// objects of JSON stays as it is.
  private var openDoubles = 0

  init(_ text: MappedText) {
    source = text
    while index < source.count { step() }
    flush()
    pieces = SlotLines.annotated(pieces)
  }

  private mutating func step() {
    let byte = source.bytes[index]
    let next = index + 1 < source.count ? source.bytes[index + 1] : nil
    switch byte {
    case UInt8(ascii: "{") where next == byte:
      openDoubles += 1
      keep(skipping: 1)
    case UInt8(ascii: "}") where next == byte && openDoubles > 0:
      openDoubles -= 1
      keep(skipping: 1)
    case UInt8(ascii: "{"):
      if isLiteral(after: index) { keep() } else { readBrace() }
    case UInt8(ascii: "["):
      if let end = bracketEnd { take(to: end, isLong: isLong) } else { keep() }
    default: keep()
    }
  }

  private mutating func keep(skipping count: Int = 0) {
    plain.append(source.bytes[index], at: source.offsets[index])
    index += 1 + count
  }

  private mutating func flush() {
    if !plain.isEmpty { pieces.append(.text(plain)) }
    plain = MappedText()
  }

  /// Before white space, a quote or the end of the line a brace is just a brace.
  private func isLiteral(after index: Int) -> Bool {
    guard index + 1 < source.count else { return true }
    let next = source.bytes[index + 1]
    if MappedText.isSpace(next) || next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      return true
    }
    let rest = source.bytes[(index + 1)...].prefix(3)
    return ["“", "”", "‘", "’"].contains { rest.elementsEqual($0.utf8) }
  }

  private mutating func readBrace() {
    var end = index + 1
    while end < source.count, source.bytes[end] != 0x0A, source.bytes[end] != UInt8(ascii: "{"),
      source.bytes[end] != UInt8(ascii: "}")
    {
      end += 1
    }
    guard end < source.count, source.bytes[end] == UInt8(ascii: "}") else {
      faults.append(Fault(kind: .unclosed, range: range(index, end)))
      return keep()
    }
    if source[(index + 1)..<end].isBlank {
      faults.append(Fault(kind: .empty, range: range(index, end + 1)))
      keep()
      return keep()
    }
    take(to: end, isLong: false)
  }

  /// Takes the slot whose last byte is at `end`.
  private mutating func take(to end: Int, isLong: Bool) {
    let text = source[(index + 1)..<end].trimmed.string
    let place = range(index, end + 1)
    flush()
    if let turn = ResponseReference.turn(text) {
      pieces.append(.response(turn, place))
    } else {
      pieces.append(.slot(Slot(text: text, range: place, isLong: isLong)))
    }
    index = end + 1
  }

  private func range(_ start: Int, _ end: Int) -> ByteRange {
    ByteRange(source.offset(of: start), source.offset(of: max(start, end - 1)) + 1)
  }

  /// The last byte of a slot in brackets that begins here; nil where the bracket is just one.
  private var bracketEnd: Int? {
    guard Self.verbs.contains(where: isVerb) else { return nil }
    var end = index + 1
    while end < source.count, source.bytes[end] != 0x0A, source.bytes[end] != UInt8(ascii: "["),
      source.bytes[end] != UInt8(ascii: "]")
    {
      end += 1
    }
    guard end < source.count, source.bytes[end] == UInt8(ascii: "]") else { return nil }
    let next = end + 1 < source.count ? source.bytes[end + 1] : 0x20
    return "([:".utf8.contains(next) ? nil : end
  }

  private var isLong: Bool { isVerb("paste") || isVerb("insert") }

  /// Whether the bracket here is followed by a word and a space.
  private func isVerb(_ verb: String) -> Bool {
    let word = source.bytes[(index + 1)...].prefix(verb.utf8.count + 1)
    return word.count == verb.utf8.count + 1
      && zip(word, verb.utf8).allSatisfy { $0 | 0x20 == $1 } && word.last == 0x20
  }

  private static let verbs = ["paste", "insert", "your", "add"]
}

/// A slot that stands for an earlier answer: `turn 1 response`, `response 1`.
enum ResponseReference {
  static func turn(_ text: String) -> String? {
    let words = text.lowercased().split(separator: " ")
    switch words.count {
    case 2 where isAnswer(words[0]): return id(words[1])
    case 3 where words[0] == "turn" && isAnswer(words[2]): return id(words[1])
    case 4 where isAnswer(words[0]) && words[2] == "turn": return id(words[3])
    default: return nil
    }
  }

  private static func isAnswer(_ word: Substring) -> Bool {
    word == "response" || word == "answer"
  }

  private static func id(_ word: Substring) -> String? {
    if word == "n" { return "n" }
    guard let number = Int(word), number > 0, word.allSatisfy(\.isNumber) else { return nil }
    return String(number)
  }
}
