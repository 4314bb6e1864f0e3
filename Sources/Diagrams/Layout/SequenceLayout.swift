import SVG

/// The columns of a sequence diagram: how far its participants are apart, so that every text has
/// room.
struct SequenceLayout {
  static let boxHeight = 40.0
  static let margin = 14.0
  static let activationWidth = 10.0

  /// The middle of each participant's line.
  private(set) var columns: [Double] = []
  private(set) var widths: [Double] = []
  /// The height of the boxes of participants.
  private(set) var headHeight = boxHeight
  private(set) var isNumbered = false

  init(_ diagram: SequenceDiagram) {
    var height = 0.0
    for participant in diagram.participants {
      widths.append(max(TextMeasure.width(of: participant.label) + 28, 76))
      let own = TextMeasure.height(of: participant.label)
      height = max(height, participant.isActor ? own + 48 : own + 20)
    }
    headHeight = max(height, Self.boxHeight)
    var gaps = zip(widths, widths.dropFirst()).map { ($0 + $1) / 2 + 26 }
    for wish in Self.wishes(diagram).sorted(by: { $0.order < $1.order }) {
      let span = wish.from..<wish.to
      let have = gaps[span].reduce(0, +)
      guard have < wish.width else { continue }
      let more = (wish.width - have) / Double(span.count)
      for gap in span { gaps[gap] += more }
    }
    var x = 0.0
    for index in widths.indices {
      if index > 0 { x += gaps[index - 1] }
      columns.append(x)
    }
    isNumbered = diagram.events.contains {
      if case .number = $0 { true } else { false }
    }
  }

  /// A width that two participants must be apart.
  private struct Wish {
    var from: Int
    var to: Int
    var width: Double
    var order: (Int, Int) { (to - from, from) }
  }

  private static func wishes(_ diagram: SequenceDiagram) -> [Wish] {
    let last = diagram.participants.count - 1
    var wishes: [Wish] = []
    for event in diagram.events {
      switch event {
      case .message(let message):
        let width = TextMeasure.width(of: message.label)
        if message.from != message.to {
          wishes.append(
            Wish(
              from: min(message.from, message.to), to: max(message.from, message.to),
              width: width + 44))
        } else if message.from < last {
          wishes.append(Wish(from: message.from, to: message.from + 1, width: width + 66))
        }
      case .note(.right(let index), let label) where index < last:
        wishes.append(
          Wish(from: index, to: index + 1, width: TextMeasure.width(of: label) + 56))
      case .note(.left(let index), let label) where index > 0:
        wishes.append(
          Wish(from: index - 1, to: index, width: TextMeasure.width(of: label) + 56))
      case .note(.over(let first, let end), let label) where first < end:
        wishes.append(Wish(from: first, to: end, width: TextMeasure.width(of: label) - 20))
      case .note(.over(let index, _), let label):
        let half = TextMeasure.width(of: label) / 2 + 36
        if index > 0 { wishes.append(Wish(from: index - 1, to: index, width: half)) }
        if index < last { wishes.append(Wish(from: index, to: index + 1, width: half)) }
      default: break
      }
    }
    return wishes
  }
}
