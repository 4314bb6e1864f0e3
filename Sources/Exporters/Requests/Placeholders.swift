import Patterns

/// What stands in an answer's place: `[answer to turn 2]`, in more brackets than any text of the
/// conversation has around these words, so that no value is taken for a place.
struct Placeholders {
  private let brackets: Int

  private static let words = Array("answer to turn ".utf8)

  init(in script: Script) {
    var most = 0
    for message in script.steps.flatMap(\.messages) {
      var bytes: [UInt8] = []
      for case .text(let text) in message.content { bytes += Array(text.utf8) }
      most = max(most, Self.brackets(in: bytes))
    }
    for answer in script.steps.compactMap(\.answer) {
      most = max(most, Self.brackets(in: Array(answer.utf8)))
    }
    brackets = most + 1
  }

  func text(_ turn: String) -> String {
    String(repeating: "[", count: brackets) + "answer to turn \(turn)"
      + String(repeating: "]", count: brackets)
  }

  static func usual(_ turn: String) -> String { "[answer to turn \(turn)]" }

  private static func brackets(in text: [UInt8]) -> Int {
    var most = 0
    var run = 0
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "[") {
        run += 1
      } else {
        if run > most, byte == words[0], text[index...].starts(with: words) { most = run }
        run = 0
      }
    }
    return most
  }
}
