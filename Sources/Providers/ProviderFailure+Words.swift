import Exporters
import Fetch

extension ProviderFailure {
  /// What happened, a sentence without a full stop.
  package var words: String {
    let base = summary
    return said.map { "\(base): \($0)" } ?? base
  }

  private var name: String { provider.title }

  private var summary: String {
    switch reason {
    case .notSupported: "\(name) cannot be asked from here"
    case .missingKey: "there is no key for \(name)"
    case .unusableKey(let variable):
      "\(variable) holds no key: there are spaces or odd characters in it"
    case .unusableAddress(let variable?): "\(variable) holds no address"
    case .unusableAddress(nil): "this is no address of a server"
    case .nothingToSay: "there is nothing to say"
    case .keepsNothing: "\(name) keeps no conversation to go on from"
    case .notRecorded(let problem): problem.words
    case .connection(let cause): "\(name) cannot be asked: \(ExchangeFailure(cause).words)"
    case .cut: "the answer of \(name) broke off"
    case .cancelled: "it was stopped"
    case .malformed(let what): "\(name) answered something that cannot be read: \(what)"
    case .foreign(let type):
      "this is no answer of \(name)\(type.isEmpty ? "" : " but \(type)")\(told)"
    case .empty(let finish):
      "\(name) answered without a word\(finish.map { " (\($0))" } ?? "")"
    case .unauthorized: "\(name) does not accept the key\(told)"
    case .forbidden: "\(name) does not allow this\(told)"
    case .unknownModel: "\(name) has no model \"\(model ?? "")\"\(told)"
    case .notFound(let address): "there is nothing at \(address)\(told)"
    case .tooLong(let tokens?, let limit?):
      "the conversation is too long for \(modelName): \(tokens) tokens, and it takes \(limit)"
    case .tooLong(_, let limit?):
      "the conversation is too long for \(modelName), which takes \(limit) tokens"
    case .tooLong: "the conversation is too long for \(modelName)"
    case .unknownPreviousResponse: "\(name) no longer has the response to go on from"
    case .badRequest: "\(name) does not understand the request\(told)"
    case .rateLimited: "\(name) was asked too often\(told)"
    case .quotaExhausted: "nothing is left of the quota at \(name)\(told)"
    case .spendLimit: "the limit of what may be spent at \(name) is reached\(told)"
    case .overloaded: "\(name) is overloaded\(told)"
    case .serverError: "\(name) failed\(told)"
    case .refused(let why): "\(name) refuses to answer (\(why))"
    case .other: "\(name) reports an error\(told)"
    }
  }

  private var modelName: String { model.map { "\"\($0)\"" } ?? "the model" }

  private var told: String { status.map { " (\($0))" } ?? "" }

  private var variables: String { provider.keyVariables.joined(separator: " or ") }

  /// What to do next, a sentence without a full stop.
  package var help: String {
    switch reason {
    case .notSupported:
      provider == .m365Copilot
        ? "it answers only to a person who has signed in with Microsoft's own programs; "
          + "export the turns for it instead, with --format m365-copilot"
        : "choose another provider"
    case .missingKey: "set \(variables) to a key of your account"
    case .unusableKey(let variable): "set \(variable) anew, to the key and nothing else"
    case .unusableAddress(let variable):
      "\(variable.map { "set \($0) to" } ?? "give") an address such as https://example.com/v1"
    case .nothingToSay: "write a message first"
    case .keepsNothing: "send the whole conversation"
    case .notRecorded(let problem): problem.help
    case .connection(let cause): help(for: cause)
    case .cut, .empty(finish: nil): "ask again; what came is kept"
    case .cancelled: "ask again when you like; what came is kept"
    case .malformed: "ask again; if it stays so, the server does not speak as \(name) does"
    case .foreign:
      "look whether a proxy or a sign-in page answers, and whether the address is right"
    case .empty: "ask again, with more tokens for the answer if that was the limit"
    case .unauthorized:
      variables.isEmpty
        ? "look what the server at this address wants"
        : "set \(variables) to a key that is valid there"
    case .forbidden:
      "look in your account whether the key may use \(modelName), from this country too"
    case .unknownModel:
      provider == .ollama
        ? "fetch it with: ollama pull \(model ?? "NAME")"
        : "name a model that your account has, with --model"
    case .notFound: "look at the address; for OpenAI's protocol it usually ends in /v1"
    case .tooLong: "leave out earlier turns or have them summarised"
    case .unknownPreviousResponse: "send the whole conversation again"
    case .badRequest: "look at the request with --dry-run"
    case .rateLimited(let wait?): "ask again in \(wait.inWords)"
    case .rateLimited, .overloaded: "ask again in a minute"
    case .quotaExhausted: "look at plan and payment in your account"
    case .spendLimit: "raise the limit in your account, or wait until it starts anew"
    case .serverError, .other:
      "ask again later\(requestID.map { "; support wants to know \($0)" } ?? "")"
    case .refused: "say it in other words"
    }
  }

  private func help(for cause: ExchangeFailure.Cause) -> String {
    switch cause {
    case .connection(.refused), .connection(.unreachable):
      provider == .ollama
        ? "start it with: ollama serve" : "look whether the server runs, and at its address"
    case .connection(.unknownHost): "look at the address, and whether this machine is online"
    case .connection(.certificate), .connection(.handshake):
      "look at this machine's clock and certificates; a proxy may have put in its own"
    case .connection(.proxy): "look at https_proxy and no_proxy"
    case .connection: "ask again"
    case .connectTimedOut, .stalled, .timedOut: "ask again, or allow it more time"
    case .tooLong: "ask for a shorter answer"
    case .redirected: "give the address it leads to, if you trust it: keys are not sent after it"
    case .plainHTTP: "use https; a key in plain http can be read by anybody on the way"
    case .unsoundHeader: "set \(variables) anew"
    case .cancelled: "ask again when you like"
    case .missingLibrary(let missing): missing.help
    }
  }
}
