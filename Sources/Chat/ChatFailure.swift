package import Conversation
package import ConversationStore
package import Providers

/// Why something cannot be done in a conversation.
package enum ChatFailure: Error, Sendable {
  case store(StoreFailure)
  case provider(ProviderFailure)
  case derivation(DerivationError)
  /// Nobody can be asked: the conversation was opened to be read.
  case noProvider
  /// So many turns were allowed at its start.
  case turnLimit(Int)
  /// All turns of the script are said, or there is none.
  case scriptIsDone
  case unknownTurn(String, known: [String])
  /// A turn repeats the answer to another, which is not there.
  case missingAnswer(turn: String, to: String)
  case nothingToUndo
  case nothingToAskAgain
  case nothingToSummarise
  case noAside
  case noMessage(ChatMessage.ID)
  case noGoal
  case noStep(Int, count: Int)
  case nothingRemembered(String, known: [String])

  /// What happened, a sentence without a full stop.
  package var words: String {
    switch self {
    case .store(let failure): failure.words
    case .provider(let failure): failure.words
    case .derivation(let failure): failure.words
    case .noProvider: "nobody is there to answer"
    case .turnLimit(let limit):
      limit == 1
        ? "the one turn that was allowed is said" : "the \(limit) turns that were allowed are said"
    case .scriptIsDone: "every turn of the pattern is said"
    case .unknownTurn(let turn, _): "there is no turn \"\(turn)\""
    case .missingAnswer(let turn, let other):
      "turn \(turn) repeats the answer to turn \(other), which is not there"
    case .nothingToUndo: "nothing was said yet"
    case .nothingToAskAgain: "no message waits for an answer"
    case .nothingToSummarise: "nothing was asked and answered yet"
    case .noAside: "this is the main topic: there is nothing to return from"
    case .noMessage(let id): "there is no message \(id) here"
    case .noGoal: "this conversation has no goal"
    case .noStep(let number, let count):
      count == 0
        ? "the goal has no steps"
        : "there is no step \(number); the goal has \(count == 1 ? "1 step" : "\(count) steps")"
    case .nothingRemembered(let name, _): "nothing is remembered as \"\(name)\""
    }
  }

  /// What to do next, a sentence without a full stop.
  package var help: String {
    switch self {
    case .store(let failure): failure.help
    case .provider(let failure): failure.help
    case .derivation(let failure): failure.help
    case .noProvider: "go on with: turn sessions resume"
    case .turnLimit: "/limit N allows more, /recap draws the conclusion, /quit ends"
    case .scriptIsDone: "write your own words, or /quit"
    case .unknownTurn(_, let known):
      known.isEmpty
        ? "this conversation has no script" : "there is " + known.joined(separator: ", ")
    case .missingAnswer(_, let other): "have turn \(other) answered first: /turn \(other)"
    case .nothingToUndo, .nothingToSummarise: "say something first"
    case .nothingToAskAgain: "say something"
    case .noAside: "/aside TOPIC begins one"
    case .noMessage: "/tree shows them with their numbers"
    case .noGoal: "/goal TEXT sets one"
    case .noStep: "/goal shows them"
    case .nothingRemembered(_, let known):
      known.isEmpty
        ? "/remember NAME=VALUE keeps a value" : "there is " + known.joined(separator: ", ")
    }
  }

  /// Whether the user's last words still wait for an answer.
  package var leavesQuestion: Bool {
    switch self {
    case .provider, .derivation: true
    default: false
    }
  }
}
