package import Conversation
package import Fetch
import Patterns

extension ChatEngine {
  /// Goes back before what the user said last. It stays in the tree.
  /// - Returns: The message that is not said any longer.
  package func undo() throws(ChatFailure) -> ChatMessage {
    let path = path
    guard let last = path.lastIndex(where: { $0.role == .user && $0.kind == .said }) else {
      throw .nothingToUndo
    }
    let start = start(of: last, on: path)
    try go(to: start > 0 ? path[start - 1].id : nil)
    return path[last]
  }

  /// The place of the first message of the turn that a message belongs to: one of several messages
  /// goes as a whole, one that was said twice only once.
  private func start(of place: Int, on path: [ChatMessage]) -> Int {
    guard let id = path[place].turn, let turn = script?.place(of: id).flatMap({ script?.turns[$0] })
    else { return place }
    for start in (0...place).reversed() where path[start].turn == id {
      let base = Array(path[..<start])
      guard let roles = try? script?.messages(of: turn, after: base).map(\.role) else { continue }
      let said = path[start...].prefix(roles.count)
      if start + roles.count > place, said.map(\.role) == roles,
        said.allSatisfy({ $0.turn == id })
      {
        return start
      }
    }
    return place
  }

  /// Moves the leaf. Topics in between that it was said on are open then, though they were left, and
  /// others are not.
  func go(to leaf: ChatMessage.ID?) throws(ChatFailure) {
    let open = tree.openAsides(of: session, movedTo: leaf)
    try change { session in
      session.leaf = leaf
      session.asides = open
    }
  }

  /// Goes on from a message of this conversation, or from what was said before the last words of
  /// the user: what is said next is a second child.
  package func fork(at id: ChatMessage.ID? = nil) throws(ChatFailure) {
    guard let id else {
      _ = try undo()
      return
    }
    guard let message = tree[id], message.kind == .said else { throw .noMessage(id) }
    try go(to: id)
  }

  /// Begins a topic in between. What was said is known in it, and nothing of it afterwards.
  package func beginAside(_ topic: String) throws(ChatFailure) {
    try change { $0.asides.append(Session.Aside(topic: topic, back: $0.leaf)) }
  }

  /// Leaves the innermost topic in between and goes on where it began.
  package func returnFromAside() throws(ChatFailure) -> Session.Aside {
    guard let aside = session.asides.last else { throw .noAside }
    try change {
      $0.asides.removeLast()
      $0.leaf = aside.back
    }
    return aside
  }

  /// Has the conversation so far put in short by the model: from then on that stands for it, whatever
  /// the fit policy.
  package func recap(
    until cancellation: Cancellation = Cancellation(), onEvent: (ChatEvent) -> Void
  ) throws(ChatFailure) -> ChatMessage {
    guard let wish = SummaryWish(of: tree, leaf: session.leaf, in: session) else {
      throw .nothingToSummarise
    }
    onEvent(.summarising(wish.messages.count))
    return try summarise(wish, until: cancellation, onEvent: onEvent)
  }

  package func setGoal(_ statement: String) throws(ChatFailure) {
    try change { session in
      session.goal = Goal(statement: statement, steps: session.goal?.steps ?? [])
    }
  }

  package func addStep(_ text: String) throws(ChatFailure) {
    guard session.goal != nil else { throw .noGoal }
    try change { $0.goal?.steps.append(Goal.Step(text: text)) }
  }

  /// - Parameter number: Of the step, counted from 1.
  package func setStep(_ number: Int, isDone: Bool) throws(ChatFailure) {
    guard let goal = session.goal else { throw .noGoal }
    guard goal.steps.indices.contains(number - 1) else {
      throw .noStep(number, count: goal.steps.count)
    }
    try change { $0.goal?.steps[number - 1].isDone = isDone }
  }

  package func setTurnLimit(_ limit: Int?) throws(ChatFailure) {
    try change { $0.turnLimit = limit }
  }

  package func setChannel(_ channel: Channel) throws(ChatFailure) {
    try change { $0.channel = channel }
  }

  package func setTitle(_ title: String) throws(ChatFailure) {
    try change { $0.title = title }
  }

  package func remember(_ name: String, _ value: String) throws(ChatFailure) {
    try change { session in
      if let place = session.values.firstIndex(where: { $0.name == name }) {
        session.values[place].value = value
      } else {
        session.values.append(RememberedValue(name: name, value: value))
      }
    }
  }

  package func forget(_ name: String) throws(ChatFailure) {
    guard session.values.contains(where: { $0.name == name }) else {
      throw .nothingRemembered(name, known: session.values.map(\.name))
    }
    try change { session in session.values.removeAll { $0.name == name } }
  }

  /// What the next request would be made of, had the user just said `words`.
  package func budget(saying words: String = "") throws(ChatFailure) -> ContextBudget {
    do throws(DerivationError) { return try outlook(saying: words).budget } catch {
      throw .derivation(error)
    }
  }

  /// The next request, had the user just said `words`, or else those of the script's next turn.
  package func outlook(saying words: String? = nil) throws(DerivationError) -> RequestOutlook {
    let next = words ?? nextWords?.last { $0.role == .user }?.text ?? ""
    return try RequestOutlook(of: tree, in: session, saying: next, settings)
  }
}
