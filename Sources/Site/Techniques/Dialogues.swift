import Markdown
import Pages
import PatternExtraction
import Patterns
import Templating

extension TechniqueBody {
  /// Blocks that stand side by side are one conversation.
  var dialogues: [BodyEdit] {
    guard extraction.explanation.count == page.body.codeBlocks.count else { return [] }
    var edits: [BodyEdit] = []
    var turns: [Turn] = []
    var range = 0..<0
    func end() {
      guard !turns.isEmpty else { return }
      edits.append(BodyEdit(range: range, content: .template("dialogue", Self.dialogue(turns))))
      turns = []
    }
    for (decision, block) in zip(extraction.explanation, page.body.codeBlocks) {
      guard let worked = decision.worked,
        let close = page.body.html.end(of: "</pre></div>\n", from: block.offset)
      else { continue }
      if block.offset != range.upperBound {
        end()
        range = block.offset..<close
      }
      range = range.lowerBound..<close
      turns += extraction.examples[worked.example].turns[worked.turns]
    }
    end()
    return edits
  }

  private static func dialogue(_ turns: [Turn]) -> TemplateValue {
    var bubbles: [TemplateValue] = []
    for (place, turn) in turns.enumerated() {
      for (number, message) in turn.messages.enumerated() {
        let next =
          number + 1 < turn.messages.count
          ? turn.messages[number + 1]
          : place + 1 < turns.count ? turns[place + 1].messages.first : nil
        bubbles.append([
          "turn": .string(turn.id), "user": .bool(message.role == .user),
          "assistant": .bool(message.role == .assistant),
          "system": .bool(message.role == .system),
          "fork": number == 0 ? PageContexts.text(turn.forkOf) : .null,
          "text": .string(message.content.compactMap(Self.text).joined()),
          "answered": .bool(message.role == .user && next?.role == .user),
        ])
      }
    }
    return ["dialogue": ["items": .list(bubbles)]]
  }

  private static func text(_ piece: Piece) -> String? {
    if case .text(let text) = piece { return text }
    return nil
  }
}
