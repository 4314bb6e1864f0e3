import Commands
import Patterns
import Terminal

/// Brings together the values for a pattern: what is remembered, files, the command line, and the
/// person's answers to what is missing.
struct ValueGathering {
  /// What the person called: `fill`.
  private let command: String
  let id: String
  let from: String?
  let variant: String?
  let asks: Bool
  let remembers: Bool
  private let words: [String]
  private let answers: [String]
  private let files: [String]
  private(set) var questions = Questions()
  private(set) var asked = GivenValues()
  /// All that was given, earlier ones first; nothing that was remembered.
  private(set) var given: [GivenValues] = []
  /// False where what is remembered could not be read, which was told then.
  private var canKeep = true
  /// All values with what was remembered.
  private(set) var sources: [GivenValues] = []

  init(_ invocation: Invocation) {
    command = invocation.command.first ?? "fill"
    id = invocation.value("ID") ?? ""
    from = invocation.value("from")
    variant = invocation.value("variant")
    words = invocation.values("var")
    answers = invocation.values("answer")
    files = invocation.values("values")
    asks = invocation.toggle("ask") ?? Questions.canBeAsked
    remembers = invocation.toggle("remember") ?? true
  }

  /// - Parameter known: Values that are known already; they count more than what is remembered of
  ///   the person.
  mutating func conversation(
    _ filling: Filling, known: [GivenValues.Value] = []
  ) throws(Refusal) -> FilledConversation {
    for file in files { given.append(try GivenWords.values(inFile: file)) }
    let (values, answers) = try GivenWords.values(words, answers: answers)
    given.append(values)
    let kept = remembers ? RememberedValues.read() : []
    canKeep = kept != nil
    let remembered = [
      GivenValues(kept ?? [], isForThisPattern: false), GivenValues(known, isForThisPattern: false),
    ]
    if asks {
      for variable in filling.questions(remembered + given) {
        do throws(Questions.Ended) {
          asked.values += try questions.ask(for: variable)
        } catch {
          throw Refusal(.content, "nothing is written: \"\(variable.name)\" was not answered")
        }
      }
    }
    given.append(asked)
    sources = remembered + given
    var conversation: FilledConversation
    do throws(FillingError) {
      conversation = try filling.conversation(sources)
    } catch {
      throw Refusal(
        .content,
        FillingWords(filling, error, of: command, id: id, variant: variant, from: from).text)
    }
    try answer(&conversation, answers)
    return conversation
  }

  private func answer(
    _ conversation: inout FilledConversation, _ known: [(turn: String, text: String)]
  ) throws(Refusal) {
    let answered = conversation.answered(known)
    guard let unknown = answered.unknown.first else {
      conversation = answered.conversation
      return
    }
    throw Refusal(
      .usage,
      "--answer \(unknown): there is no turn \"\(unknown)\"; the conversation has "
        + conversation.turnCount)
  }

  /// Keeps what the pattern says to keep for the person.
  func keep(_ filling: Filling) {
    if remembers, canKeep { RememberedValues.keep(given, for: filling.variables) }
  }

  /// The person's answer to a question about what came of it.
  mutating func confirm(_ question: String) throws(Questions.Ended) -> Bool {
    try questions.confirm(question)
  }
}

extension FilledConversation {
  var turnCount: String { turns.count == 1 ? "one" : "\(turns.count)" }
}

extension Filling {
  /// What a person is asked for: what is missing, and what has a default and no other value.
  func questions(_ sources: [GivenValues]) -> [Variable] {
    let missing = Set(missing(sources).map(\.name))
    let given = Set(sources.flatMap(\.values).map(\.name))
    return variables.filter { variable in
      if missing.contains(variable.name) { return true }
      let names = [variable.name] + variable.aliases
      return !names.contains(where: given.contains)
    }
  }
}
