import Patterns

/// A message as templates of other tools have it.
struct TemplateMessage {
  var turn: String
  var role: Message.Role
  var content: [Piece]
  /// The same with what goes where optional slots stay empty.
  var conditional: ConditionalContent
  /// It is said where each of these lists has a variable that is not empty.
  var conditions: [[String]]

  init(turn: String, _ message: Message, optional: Set<String> = []) {
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
    conditional = ConditionalContent(content, isOptional: optional.contains)
    conditions = conditional.saidWithOneOf.isEmpty ? [] : [conditional.saidWithOneOf]
  }
}

extension TemplateMessage {
  /// Neighbours that are said under the same conditions, together.
  static func groups(_ messages: [TemplateMessage]) -> [[TemplateMessage]] {
    messages.reduce(into: []) { groups, message in
      if groups.last?.last?.conditions == message.conditions {
        groups[groups.count - 1].append(message)
      } else {
        groups.append([message])
      }
    }
  }
}

/// A turn with the conditions under which it is said.
struct SpokenTurn {
  let messages: [TemplateMessage]
  /// The turn is said where one of these is not empty; none where it always is.
  let saidWithOneOf: [String]

  init(_ step: Script.Step, variables: [Variable]) {
    let optional = Set(variables.filter { !$0.isRequired }.map(\.name))
    var messages = step.messages.map { TemplateMessage(turn: step.id, $0, optional: optional) }
    var names: [String] = []
    if messages.allSatisfy({ !$0.conditions.isEmpty }) {
      for name in messages.flatMap(\.conditional.saidWithOneOf) where !names.contains(name) {
        names.append(name)
      }
    }
    guard step.repeats else {
      self.messages = messages
      saidWithOneOf = names
      return
    }
    // As when it is filled: once for each element of its lists, of which there may be none.
    let used = variables.filter { variable in
      messages.contains { $0.content.contains(.variable(variable.name)) }
    }
    let lists = used.filter(\.takesList)
    let own = (lists.isEmpty ? used : lists).map(\.name)
    let isSaidWithoutOwn = own.isEmpty || !own.allSatisfy(optional.contains)
    if isSaidWithoutOwn || !names.isEmpty && !Set(own).isSubset(of: names) {
      self.messages = messages
      saidWithOneOf = names
      return
    }
    for index in messages.indices {
      let isImplied = messages[index].conditions.allSatisfy { Set(own).isSubset(of: $0) }
      messages[index].conditions = [own] + (isImplied ? [] : messages[index].conditions)
    }
    self.messages = messages
    saidWithOneOf = own
  }

  /// What one of must not be empty for any of these turns to be said; none where one always is.
  static func anySaid(_ turns: ArraySlice<SpokenTurn>) -> [String] {
    let turns = turns.filter { !$0.messages.isEmpty }
    if turns.contains(where: \.saidWithOneOf.isEmpty) { return [] }
    var names: [String] = []
    for name in turns.flatMap(\.saidWithOneOf) where !names.contains(name) { names.append(name) }
    return names
  }
}
