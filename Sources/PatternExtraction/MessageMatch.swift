import ByteText
import Diagnostics

/// One message of an example, matched with that of its template. White space of any kind and amount
/// is the same.
struct MessageMatch: Error {
  enum Piece: Sendable {
    case text(MappedText)
    case variable(String, isOptional: Bool)
    /// An answer, whose words nobody knows.
    case anything
  }

  private(set) var values: [String: String]?

  private let pieces: [Piece]
  /// The template's literals and the example, with white space collapsed.
  private let literals: [[UInt8]]
  private let text: [UInt8]
  /// The place in the example of each byte of `text`.
  private let origin: [Int]
  private let example: MappedText

  /// How far a match came, and what should have stood there.
  private var furthest = (position: 0, piece: 0)
  /// What variables stand for, those of earlier messages among them.
  private var bound: [String: String]
  private var found: [String: String] = [:]
  /// Pieces that may end in several places, with the end that is tried; a row of them instead of
  /// recursion, so that no length of a template can overflow the stack.
  private var choices: [Choice] = []
  /// Choices that lead nowhere; only kept where no variable binds another place.
  private var dead: Set<Int> = []
  private let isMemorable: Bool
  /// Places looked at so far.
  private var work = 0

  private struct Choice {
    var piece: Int
    var start: Int
    var end: Int
    /// The variable that it binds.
    var name: String?
    var least: Int
  }

  init(_ pieces: [Piece], _ example: MappedText, bound: [String: String]) {
    self.pieces = pieces
    self.example = example
    self.bound = bound
    var origin: [Int] = []
    text = Self.collapsed(example, &origin, isWhole: true)
    self.origin = origin
    let last = pieces.count - 1
    literals = pieces.enumerated().map { index, piece in
      guard case .text(let literal) = piece else { return [] }
      var unused: [Int] = []
      var bytes = Self.collapsed(literal, &unused, isWhole: false)
      if index == 0, bytes.first == 0x20 { bytes.removeFirst() }
      if index == last, bytes.last == 0x20 { bytes.removeLast() }
      return bytes
    }
    let names = pieces.compactMap { piece in
      if case .variable(let name, _) = piece { return name }
      return nil
    }
    isMemorable = Set(names).count == names.count && bound.keys.allSatisfy { !names.contains($0) }
    values = match() ? found : nil
  }

  /// Where the example stops following the template.
  func parting(in text: MappedText) -> Unification.Parting {
    let start = furthest.position < origin.count ? origin[furthest.position] : example.count
    let offset = example.offset(of: start)
    let end = min(example.count, start + 1)
    var message = "the template ends here"
    var range: ByteRange?
    for index in pieces.indices.dropFirst(furthest.piece) {
      guard case .text(let literal) = pieces[index], !literal.isBlank else { continue }
      let words = String(decoding: literals[index], as: UTF8.self).withoutEnds
      message = "\"\(words.prefix(40))\(words.count > 40 ? "…" : "")\" of the template is not here"
      let place = literal.trimmed
      range = place.lastOffset.map { ByteRange(place.offset(of: 0), $0) }
      break
    }
    return Unification.Parting(
      message: message, range: ByteRange(offset, max(offset, example.offset(of: end))),
      template: range)
  }

  private static func collapsed(
    _ text: MappedText, _ origin: inout [Int], isWhole: Bool
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for (index, byte) in text.bytes.enumerated() {
      if MappedText.isSpace(byte) {
        if bytes.last == 0x20 || (isWhole && bytes.isEmpty) { continue }
        bytes.append(0x20)
      } else {
        bytes.append(byte)
      }
      origin.append(index)
    }
    if isWhole, bytes.last == 0x20 {
      bytes.removeLast()
      origin.removeLast()
    }
    return bytes
  }
}

extension MessageMatch {
  /// More than any example written by a person needs.
  private static let maximumWork = 300_000

  private mutating func match() -> Bool {
    var piece = 0
    var position = 0
    while true {
      if position > furthest.position || (position == furthest.position && piece > furthest.piece) {
        furthest = (position, piece)
      }
      if piece == pieces.count, position == text.count { return true }
      if piece < pieces.count, let end = end(of: piece, from: position) {
        position = end
        piece += 1
      } else {
        guard let next = nextChoice() else { return false }
        position = next.end
        piece = next.piece + 1
      }
    }
  }

  /// Where a piece ends that begins at `position`; nil where it cannot stand there.
  private mutating func end(of piece: Int, from position: Int) -> Int? {
    switch pieces[piece] {
    case .text:
      return end(ofLiteral: literals[piece][...], at: position)
    case .anything:
      return choose(Choice(piece: piece, start: position, end: position - 1, least: 0))
    case .variable(let name, let isOptional):
      if let value = bound[name] {
        var unused: [Int] = []
        let bytes = Self.collapsed(MappedText(Array(value.utf8), at: 0), &unused, isWhole: true)
        return starts(bytes[...], at: position) ? position + bytes.count : nil
      }
      let least = isOptional ? 0 : 1
      return choose(
        Choice(piece: piece, start: position, end: position + least - 1, name: name, least: least))
    }
  }

  /// The place after a literal; its first space may be taken already, where what stood between two
  /// spaces was left empty.
  private func end(ofLiteral bytes: ArraySlice<UInt8>, at position: Int) -> Int? {
    if starts(bytes, at: position) { return position + bytes.count }
    guard bytes.first == 0x20, position > 0, text[position - 1] == 0x20 else { return nil }
    let rest = bytes.dropFirst()
    return starts(rest, at: position) ? position + rest.count : nil
  }

  private func key(_ choice: Choice) -> Int { choice.piece * (text.count + 1) + choice.start }

  /// Takes the first end of a new choice.
  private mutating func choose(_ choice: Choice) -> Int? {
    guard !dead.contains(key(choice)), let end = nextEnd(choice) else { return nil }
    var choice = choice
    choice.end = end
    choices.append(choice)
    bind(choice)
    return end
  }

  /// Goes back to the last choice that has another end.
  private mutating func nextChoice() -> Choice? {
    while var choice = choices.popLast() {
      if let name = choice.name {
        bound[name] = nil
        found[name] = nil
      }
      guard work < Self.maximumWork else { return nil }
      if let end = nextEnd(choice) {
        choice.end = end
        choices.append(choice)
        bind(choice)
        return choice
      }
      if isMemorable { dead.insert(key(choice)) }
    }
    return nil
  }

  /// The next place after a choice's end where what follows it can stand.
  private mutating func nextEnd(_ choice: Choice) -> Int? {
    if choice.piece + 1 == pieces.count {
      let end = text.count
      return end > choice.end && end - choice.start >= choice.least ? end : nil
    }
    let following = literals[choice.piece + 1][...]
    var end = choice.end + 1
    while end <= text.count {
      work += 1
      let isPossible = choice.least == 0 || !isBlank(choice.start..<end)
      if isPossible, self.end(ofLiteral: following, at: end) != nil { return end }
      end += 1
    }
    return nil
  }

  private mutating func bind(_ choice: Choice) {
    guard let name = choice.name else { return }
    let value = value(choice.start..<choice.end)
    bound[name] = value
    found[name] = value
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    text[range].allSatisfy { $0 == 0x20 }
  }

  /// The example's own text, its line breaks kept.
  private func value(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return example[origin[first]..<(origin[last] + 1)].trimmed.string
  }

  private func starts(_ bytes: ArraySlice<UInt8>, at position: Int) -> Bool {
    guard let first = bytes.first else { return true }
    guard position < text.count, text[position] == first else { return false }
    return text[position...].prefix(bytes.count).elementsEqual(bytes)
  }
}
