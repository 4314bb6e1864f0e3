import Diagnostics

/// One message of an example, matched with that of its template. White space of any kind and amount
/// is the same.
struct MessageMatch {
  enum Piece {
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
  private var bound: [String: String]
  private var found: [String: String] = [:]
  /// States that lead nowhere; only kept where no variable binds another place.
  private var dead: Set<[Int]> = []
  private let isMemorable: Bool
  private var steps = 0

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
    values = match(0, 0) ? found : nil
  }

  /// Where the example stops following the template.
  func parting(in text: MappedText, of turn: TurnParser.Turn) -> Unification.Parting {
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
  /// Whether the pieces from `piece` on match the text from `position` on.
  private mutating func match(_ piece: Int, _ position: Int) -> Bool {
    if position > furthest.position || (position == furthest.position && piece > furthest.piece) {
      furthest = (position, piece)
    }
    guard piece < pieces.count else { return position == text.count }
    steps += 1
    guard steps < Self.maximumSteps, !dead.contains([piece, position]) else { return false }
    switch pieces[piece] {
    case .text:
      if starts(literals[piece], at: position) {
        if match(piece + 1, position + literals[piece].count) { return true }
      } else if literals[piece].first == 0x20, position > 0, text[position - 1] == 0x20 {
        // What stood between two spaces was left empty.
        let rest = Array(literals[piece].dropFirst())
        if starts(rest, at: position), match(piece + 1, position + rest.count) { return true }
      }
    case .anything:
      if matchAny(piece, position, name: nil, least: 0) { return true }
    case .variable(let name, let isOptional):
      if let value = bound[name] {
        var unused: [Int] = []
        let bytes = Self.collapsed(MappedText(Array(value.utf8), at: 0), &unused, isWhole: true)
        if starts(bytes, at: position), match(piece + 1, position + bytes.count) { return true }
      } else if matchAny(piece, position, name: name, least: isOptional ? 0 : 1) {
        return true
      }
    }
    if isMemorable { dead.insert([piece, position]) }
    return false
  }

  /// More than any example written by a person needs.
  private static let maximumSteps = 20_000

  private mutating func matchAny(
    _ piece: Int, _ position: Int, name: String?, least: Int
  ) -> Bool {
    if piece + 1 == pieces.count {
      guard text.count - position >= least else { return false }
      return bind(name, position..<text.count) { $0.match(piece + 1, $0.text.count) }
    }
    let following = literals[piece + 1]
    var end = position + least
    while end <= text.count {
      if starts(following, at: end), !isBlank(position..<end) || least == 0 {
        if bind(name, position..<end, { $0.match(piece + 1, end) }) { return true }
        if steps >= Self.maximumSteps { return false }
      }
      end += 1
    }
    return false
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    text[range].allSatisfy { $0 == 0x20 }
  }

  private mutating func bind(
    _ name: String?, _ range: Range<Int>, _ rest: (inout MessageMatch) -> Bool
  ) -> Bool {
    guard let name else { return rest(&self) }
    let value = value(range)
    bound[name] = value
    found[name] = value
    if rest(&self) { return true }
    bound[name] = nil
    found[name] = nil
    return false
  }

  /// The example's own text, its line breaks kept.
  private func value(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return example[origin[first]..<(origin[last] + 1)].trimmed.string
  }

  private func starts(_ bytes: [UInt8], at position: Int) -> Bool {
    text[position...].prefix(bytes.count).elementsEqual(bytes)
  }
}
