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
  func wholeConversation(hasConditions: Bool, notes: inout Notes) -> [TemplateMessage] {
    guard let last = script.steps.indices.last(where: { !script.steps[$0].messages.isEmpty }) else {
      return []
    }
    let path = script.path(to: last)
    let turns = path.map { SpokenTurn(script.steps[$0], variables: hasConditions ? variables : []) }
    var messages: [TemplateMessage] = []
    for (index, turn) in turns.enumerated() {
      messages += turn.messages
      let step = script.steps[path[index]]
      if path[index] != last, !step.messages.isEmpty, !script.isScripted(path[index]) {
        let answer = Message(role: .assistant, content: [.response(step.id)])
        var message = TemplateMessage(turn: step.id, answer)
        // Nobody answers what is not said, and the last answer is not a part of the template.
        for names in [turn.saidWithOneOf, SpokenTurn.anySaid(turns[(index + 1)...])]
        where !names.isEmpty && !message.conditions.contains(names) {
          message.conditions.append(names)
        }
        messages.append(message)
      }
      if step.repeats {
        notes.add(
          turn.saidWithOneOf.isEmpty
            ? "turn \(step.id) may be left out or come again: the template has it once"
            : "turn \(step.id) may come again: the template has it at most once")
      }
    }
    for place in script.steps.indices where !path.contains(place) {
      notes.add(
        "turn \(script.steps[place].id) is left out: the turn after it goes back before it")
    }
    return messages
  }

  /// Says what becomes of slots that may stay empty, for a format that has no conditions.
  func tellOfOptional(_ format: ExportFormat, notes: inout Notes) {
    tellOfOptional(used.filter { !$0.isRequired }.map(\.name), format, notes: &notes)
  }

  /// - Parameter names: The variables that no condition is written for.
  func tellOfOptional(_ names: [String], _ format: ExportFormat, notes: inout Notes) {
    for name in names {
      notes.add(
        "where \(name) is empty, what stands around it stays: "
          + "\(format.rawValue) gets no condition for it")
    }
  }
}
