/// What a message says, depending on which of its optional slots stay empty: for tools that fill it
/// in themselves and know conditions. With the same values it is the text of a filled conversation.
package struct ConditionalContent: Sendable, Hashable {
  package indirect enum Part: Sendable, Hashable {
    case piece(Piece)
    /// What is said where the variable has a value, and where it is empty.
    case choice(String, given: [Part], empty: [Part])
  }

  package private(set) var parts: [Part] = []
  /// Where all of these are empty, nothing is left and the message is not said. None where it is
  /// always said.
  package private(set) var saidWithOneOf: [String] = []
  /// Optional slots that stay as they are: there are too many on their line.
  package private(set) var unconditional: [String] = []

  /// Each slot of a line doubles what must be looked at.
  private static let limit = 6

  private struct Line {
    var pieces: [Piece]
    var names: [String] = []
    /// Whether nothing is left of it where all of its slots are empty.
    var canGo = false
  }

  package init(_ content: [Piece], isOptional: (String) -> Bool) {
    let lines = OptionalSlots.lines(of: content).map { line in
      var result = Line(pieces: line.pieces)
      for case .variable(let name) in line.pieces
      where isOptional(name) && !result.names.contains(name) {
        result.names.append(name)
      }
      for name in result.names.dropFirst(Self.limit) where !unconditional.contains(name) {
        unconditional.append(name)
      }
      result.names = Array(result.names.prefix(Self.limit))
      let least = OptionalSlots.removed(from: line.pieces, where: result.names.contains)
      result.canGo = !result.names.isEmpty && least.isEmpty
      return result
    }
    // A line break belongs to what is between two lines that stay.
    let first = lines.firstIndex { !$0.canGo }
    var earlier: [String] = []
    for (index, line) in lines.enumerated() {
      var before: [Part] = []
      if let first {
        if index > first { before = [Self.lineBreak] }
      } else if index > 0 {
        before = earlier.reversed().reduce([]) { rest, name in
          Self.merged(name, [Self.lineBreak], rest)
        }
      }
      let after = first.map { index < $0 } == true ? [Self.lineBreak] : []
      parts += Self.forms(of: line, line.names[...], without: [], before, after)
      earlier += line.names.filter { !earlier.contains($0) }
    }
    parts = Self.joined(parts)
    // One empty line is nothing.
    let staying = lines.filter { !$0.canGo }
    if staying.count <= 1, staying.allSatisfy(\.pieces.isEmpty) { saidWithOneOf = earlier }
  }

  private static let lineBreak = Part.piece(.text("\n"))

  /// The line for each way in which its slots can be empty.
  private static func forms(
    of line: Line, _ open: ArraySlice<String>, without gone: Set<String>, _ before: [Part],
    _ after: [Part]
  ) -> [Part] {
    if let name = open.first {
      let rest = open.dropFirst()
      return merged(
        name, forms(of: line, rest, without: gone, before, after),
        forms(of: line, rest, without: gone.union([name]), before, after))
    }
    if line.canGo, gone.count == line.names.count { return [] }
    let kept = OptionalSlots.removed(from: line.pieces, where: gone.contains)
    return joined(before + kept.map { .piece($0) } + after)
  }

  // MARK: - Parts

  /// A choice between two texts, without what both of them begin and end with.
  private static func merged(_ name: String, _ given: [Part], _ empty: [Part]) -> [Part] {
    var given = given
    var empty = empty
    var start: [Part] = []
    var end: [Part] = []
    while let part = given.first, part == empty.first {
      start.append(part)
      given.removeFirst()
      empty.removeFirst()
    }
    if case .piece(.text(let one))? = given.first, case .piece(.text(let other))? = empty.first {
      let common = zip(one.unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
      start.append(.piece(.text(String(one.unicodeScalars.prefix(common)))))
      given[0] = .piece(.text(String(one.unicodeScalars.dropFirst(common))))
      empty[0] = .piece(.text(String(other.unicodeScalars.dropFirst(common))))
      (given, empty) = (joined(given), joined(empty))
    }
    while let part = given.last, part == empty.last {
      end.insert(part, at: 0)
      given.removeLast()
      empty.removeLast()
    }
    if case .piece(.text(let one))? = given.last, case .piece(.text(let other))? = empty.last {
      let common = zip(one.unicodeScalars.reversed(), other.unicodeScalars.reversed())
        .prefix { $0 == $1 }.count
      end.insert(.piece(.text(String(one.unicodeScalars.suffix(common)))), at: 0)
      given[given.count - 1] = .piece(.text(String(one.unicodeScalars.dropLast(common))))
      empty[empty.count - 1] = .piece(.text(String(other.unicodeScalars.dropLast(common))))
      (given, empty) = (joined(given), joined(empty))
    }
    let isChoice = !given.isEmpty || !empty.isEmpty
    return joined(start + (isChoice ? [.choice(name, given: given, empty: empty)] : []) + end)
  }

  /// Texts side by side as one, and none that is empty.
  fileprivate static func joined(_ parts: [Part]) -> [Part] {
    parts.reduce(into: []) { joined, part in
      guard case .piece(.text(let text)) = part else { return joined.append(part) }
      if text.isEmpty { return }
      if case .piece(.text(let before))? = joined.last {
        joined[joined.count - 1] = .piece(.text(before + text))
      } else {
        joined.append(part)
      }
    }
  }
}

extension [ConditionalContent.Part] {
  /// The same where it is known that a variable has a value.
  package func given(_ name: String) -> [ConditionalContent.Part] {
    ConditionalContent.joined(
      flatMap { part -> [ConditionalContent.Part] in
        guard case .choice(let other, let given, let empty) = part else { return [part] }
        if other == name { return given.given(name) }
        return [.choice(other, given: given.given(name), empty: empty.given(name))]
      })
  }
}
