/// An arrow between two participants, as `sequenceDiagram` writes it.
struct SequenceArrow {
  var text: StaticString
  var isDashed: Bool
  var tip: SequenceDiagram.Message.Tip
  var isTwoWay = false

  /// Longer ones first.
  private static let all: [SequenceArrow] = [
    SequenceArrow(text: "<<-->>", isDashed: true, tip: .arrow, isTwoWay: true),
    SequenceArrow(text: "<<->>", isDashed: false, tip: .arrow, isTwoWay: true),
    SequenceArrow(text: "-->>", isDashed: true, tip: .arrow),
    SequenceArrow(text: "->>", isDashed: false, tip: .arrow),
    SequenceArrow(text: "-->", isDashed: true, tip: .none),
    SequenceArrow(text: "--x", isDashed: true, tip: .cross),
    SequenceArrow(text: "--)", isDashed: true, tip: .open),
    SequenceArrow(text: "->", isDashed: false, tip: .none),
    SequenceArrow(text: "-x", isDashed: false, tip: .cross),
    SequenceArrow(text: "-)", isDashed: false, tip: .open),
  ]

  /// The first arrow and its place. Names may have hyphens in them.
  static func first(in bytes: ArraySlice<UInt8>) -> (Int, SequenceArrow)? {
    for place in bytes.indices
    where bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "<") {
      let rest = bytes[place...]
      if let arrow = all.first(where: { rest.starts($0.text) }) {
        // "-x" is one only where a name follows that does not go on with it.
        if arrow.tip == .cross, !arrow.isDashed, let next = rest.dropFirst(2).first,
          next.isNamePart, place > bytes.startIndex,
          bytes[(place + 1)...].contains(UInt8(ascii: ">"))
        {
          continue
        }
        return (place, arrow)
      }
    }
    return nil
  }
}
