import Patterns

/// What a template of another tool is made of.
struct TemplateSource {
  var script: Script
  /// A safe file name.
  var id: String
  var title: String
  var description: String
  var variables: [Variable]
  var model: String?

  /// The variables that the script uses, in the pattern's order, and those that the pattern does not
  /// declare.
  var used: [Variable] {
    var names: Set<String> = []
    var undeclared: [Variable] = []
    for case .variable(let name) in script.steps.flatMap(\.messages).flatMap(\.content)
    where names.insert(name).inserted && !variables.contains(where: { $0.name == name }) {
      undeclared.append(Variable(name: name, label: name))
    }
    return variables.filter { names.contains($0.name) } + undeclared
  }

  /// The whole conversation as one list of messages, with answers as variables.
  func wholeConversation(notes: inout Notes) -> [TemplateMessage] {
    var messages: [TemplateMessage] = []
    guard let last = script.steps.indices.last(where: { !script.steps[$0].messages.isEmpty }) else {
      return messages
    }
    let path = script.path(to: last)
    for place in path {
      let step = script.steps[place]
      messages += step.messages.map { TemplateMessage(turn: step.id, $0) }
      if place != last, !step.messages.isEmpty, !script.isScripted(place) {
        let answer = Message(role: .assistant, content: [.response(step.id)])
        messages.append(TemplateMessage(turn: step.id, answer))
      }
      if step.repeats {
        notes.add("turn \(step.id) may be left out or come again: the template has it once")
      }
    }
    for place in script.steps.indices where !path.contains(place) {
      notes.add(
        "turn \(script.steps[place].id) is left out: the turn after it goes back before it")
    }
    return messages
  }

  /// Says what becomes of slots that may stay empty, which no export writes conditions for.
  func tellOfOptional(_ format: ExportFormat, notes: inout Notes) {
    for variable in used where !variable.isRequired {
      notes.add(
        "where \(variable.name) is empty, what stands around it stays: "
          + "\(format.rawValue) gets no condition for it")
    }
  }
}

struct TemplateMessage {
  var turn: String
  var role: Message.Role
  var content: [Piece]

  init(turn: String, _ message: Message) {
    self.turn = turn
    role = message.role
    content = message.content.reduce(into: []) { pieces, piece in
      // Texts side by side are one, so that no mark can stand across them unseen.
      if case .text(let added) = piece, case .text(let text) = pieces.last {
        pieces[pieces.count - 1] = .text(text + added)
      } else {
        pieces.append(piece)
      }
    }
  }
}
