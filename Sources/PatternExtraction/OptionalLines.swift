/// Lines that an example may leave out: those whose only slot is optional, with nothing but a bullet
/// or a label before it.
enum OptionalLines {
  /// What may be left out of a message, as sets of indices into its pieces: nothing first, then
  /// each of the slots alone, then all.
  static func omissions(
    from pieces: [SlotParser.Piece], isOptional: (SlotParser.Slot) -> Bool
  ) -> [Set<Int>] {
    let slots = pieces.indices.filter { index in
      guard case .slot(let slot) = pieces[index], isOptional(slot) else { return false }
      return isLead(before: index, in: pieces) && isAtEnd(index, in: pieces)
    }
    guard !slots.isEmpty else { return [[]] }
    let single = slots.count > 1 ? slots.prefix(maximum).map { Set([$0]) } : []
    return [[]] + single + [Set(slots)]
  }

  /// More single ones are not tried.
  private static let maximum = 8

  /// The pieces without the lines of some slots.
  static func left(of pieces: [SlotParser.Piece], without slots: Set<Int>) -> [SlotParser.Piece] {
    guard !slots.isEmpty else { return pieces }
    var left: [SlotParser.Piece] = []
    for (index, piece) in pieces.enumerated() where !slots.contains(index) {
      guard case .text(let text) = piece, slots.contains(index + 1) else {
        left.append(piece)
        continue
      }
      left.append(.text(text[0..<(lineStart(of: text) ?? 0)]))
    }
    return left
  }

  private static func lineStart(of text: MappedText) -> Int? {
    text.bytes.lastIndex(of: 0x0A).map { $0 + 1 }
  }

  private static func isLead(before index: Int, in pieces: [SlotParser.Piece]) -> Bool {
    guard index > 0 else { return true }
    guard case .text(let text) = pieces[index - 1] else { return false }
    let start = lineStart(of: text)
    guard start != nil || index == 1 else { return false }
    let line = text[(start ?? 0)..<text.count].trimmed.string
    return line.isEmpty || line.hasSuffix(":") || line.hasSuffix("**")
      || ["-", "*", "+", "•"].contains(line)
  }

  private static func isAtEnd(_ index: Int, in pieces: [SlotParser.Piece]) -> Bool {
    guard index + 1 < pieces.count else { return true }
    guard case .text(let text) = pieces[index + 1] else { return false }
    return text.bytes.first { $0 != 0x20 } == 0x0A
  }
}
