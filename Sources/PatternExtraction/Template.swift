import Diagnostics
import Patterns

/// A block of the page that is a template, with its slots found and not yet named.
struct Template: Sendable {
  struct Turn: Sendable {
    var id: String
    var repeats: Bool
    var messages: [Message]
    var label: ByteRange
    var range: ByteRange
  }

  struct Message: Sendable {
    var role: Patterns.Message.Role
    var pieces: [SlotParser.Piece]
  }

  var id: String
  var title: String
  var description: String?
  var kind: Variant.Kind
  var turns: [Turn] = []
  /// The printed path of its file, and where it stands there.
  var path: String
  var range: ByteRange
  /// Bytes of text.
  var size = 0

  /// Every slot in the order of the text, with whether its turn repeats.
  var slots: [(slot: SlotParser.Slot, repeats: Bool)] {
    turns.flatMap { turn in
      turn.messages.flatMap(\.pieces).compactMap { piece in
        if case .slot(let slot) = piece { return (slot, turn.repeats) }
        return nil
      }
    }
  }
}
