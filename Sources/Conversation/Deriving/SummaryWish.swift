import Patterns
import Tokens

/// A summary that is wanted before a conversation can go on: which messages it stands for, and what
/// to ask a model for it.
///
/// The answer becomes a message of the kind `summary(from: from)` whose parent is `through`. Where a
/// conversation is far too long for one request, deriving again wishes for the next summary, which
/// takes the one before in.
package struct SummaryWish: Sendable, Hashable {
  /// The first message that it covers, and the last one.
  package var from: ChatMessage.ID
  package var through: ChatMessage.ID
  /// The messages that it covers and no summary did before.
  package var messages: [ChatMessage.ID]
  package var request: ChatRequest

  private static let shortest = 64
  private static let longest = 1024

  /// - Parameters:
  ///   - instead: What is too large; its turns are to be covered, the oldest first.
  ///   - room: Tokens beside what is never left out.
  init(
    for fitting: Fitting, instead selection: Fitting.Selection, room: Int
  ) throws(DerivationError) {
    let places = selection.turns
    // Half of the room stays for what comes after, so that not every turn wants a summary.
    var kept = places.count
    var left = room / 2
    while kept > 1, fitting.costs[places[kept - 1]] <= left {
      kept -= 1
      left -= fitting.costs[places[kept]]
    }
    let length = max(Self.shortest, min(Self.longest, room / 4))
    var draft = SummaryDraft(fitting.session, length: length)
    if selection.hasOpening, let opening = fitting.turns.opening { draft.add(opening) }
    draft.summary = selection.summary?.message.content
    let limit = fitting.settings.window.map { $0 - length } ?? .max
    var tokens = draft.count(by: fitting.settings.counter)
    for place in places[..<kept] {
      // What stands around a message costs no less than the words that lead it in here.
      tokens += fitting.costs[place]
      guard tokens <= limit else { break }
      draft.add(fitting.turns.turns[place])
    }
    guard let last = draft.ids.last, draft.turns > 0 || places.isEmpty else {
      let place = places.first ?? 0
      throw .turnTooLarge(
        fitting.turns.turns[place].question.ids[0], tokens: fitting.costs[place],
        fitting.budget(of: selection))
    }
    (from, through) = Self.range(draft.ids[0], last, with: selection.summary)
    messages = draft.ids
    request = ChatRequest(
      model: fitting.session.model, parts: draft.parts, maximumTokens: length)
  }

  /// A summary of all that was said on a path, for a person who asks for it; nil where nothing was
  /// both asked and answered since the last one.
  package init?(
    of tree: MessageTree, leaf: ChatMessage.ID?, in session: Session, length: Int = 512
  ) {
    let path = tree.path(to: leaf)
    let turns = PathTurns(path)
    let known = tree.summary(on: path).flatMap { CoveringSummary($0, on: path) }
    var draft = SummaryDraft(session, length: length)
    draft.summary = known?.message.content
    if let opening = turns.opening, known?.covers(opening.ids) != true { draft.add(opening) }
    for turn in turns.turns where known?.covers(turn.ids) != true { draft.add(turn) }
    guard draft.turns > 0, let last = draft.ids.last else { return nil }
    (from, through) = Self.range(draft.ids[0], last, with: known)
    messages = draft.ids
    request = ChatRequest(model: session.model, parts: draft.parts, maximumTokens: length)
  }

  /// From the first to the last message that the new summary covers: all of the old one's too, or
  /// that would still be the later one.
  private static func range(
    _ first: ChatMessage.ID, _ last: ChatMessage.ID, with known: CoveringSummary?
  ) -> (ChatMessage.ID, ChatMessage.ID) {
    (min(first, known?.first ?? first), max(last, known?.message.parent ?? last))
  }
}

/// The words that ask for a summary.
private struct SummaryDraft {
  private let goal: String?
  private let words: Int
  var summary: String?
  private var said: [String] = []
  private(set) var ids: [ChatMessage.ID] = []
  private(set) var turns = 0

  init(_ session: Session, length: Int) {
    goal = session.goal?.systemText
    // A token is about two thirds of a word.
    words = max(30, length * 3 / 5)
  }

  mutating func add(_ part: PathTurns.Part) {
    said.append("\(part.role == .user ? "User" : "Assistant"):\n\(part.content)")
    ids += part.ids
  }

  mutating func add(_ turn: PathTurns.Turn) {
    add(turn.question)
    add(turn.answer)
    turns += 1
  }

  var parts: [ChatRequest.Part] {
    let system = "You summarise conversations, so that they can go on without their older part."
    let task = """
      Summarise the conversation below in at most \(words) words, in its own language. Keep what was \
      decided, facts, figures, names, what the user wants and what is still open. Leave out \
      greetings and repetition. Begin with the summary itself.
      """
    let before = [task, goal, summary.map { "Summary of what was said before:\n\($0)" }]
    let user = (before.compactMap { $0 } + ["The conversation:"] + said).joined(separator: "\n\n")
    return [
      ChatRequest.Part(role: .system, content: system),
      ChatRequest.Part(role: .user, content: user),
    ]
  }

  func count(by counter: TokenCounter) -> Int {
    parts.reduce(TokenCounter.beforeReply) {
      $0 + counter.count(role: $1.role.rawValue, content: $1.content)
    }
  }
}
