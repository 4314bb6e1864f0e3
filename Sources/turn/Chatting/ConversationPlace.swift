import Chat
import Commands
import Conversation
import ConversationStore
import Terminal

/// Where conversations are kept: the file that `--store` names, else one in the person's data folder.
struct ConversationPlace {
  let path: String

  init(_ invocation: Invocation) throws(Refusal) {
    if let named = invocation.value("store") {
      path = named
    } else if let folder = Environment.dataFolder {
      path = folder + "/turnbook/conversations.sqlite"
    } else {
      throw Refusal(
        .work, "there is no place for conversations\nSet HOME, or name one with --store FILE")
    }
  }

  func open() throws(Refusal) -> ConversationStore {
    do throws(StoreFailure) { return try ConversationStore(path: path) } catch {
      throw Refusal(error)
    }
  }

  /// The store where there is one, else an empty one: to look at conversations makes no file.
  func look() throws(Refusal) -> ConversationStore {
    ConversationStore.isThere(path) ? try open() : try Self.passing()
  }

  /// One that is gone with the program: for a run that shall leave nothing behind.
  static func passing() throws(Refusal) -> ConversationStore {
    do throws(StoreFailure) { return try ConversationStore(path: ":memory:") } catch {
      throw Refusal(error)
    }
  }
}

extension ConversationStore {
  /// Does something with the store, and says in words why it cannot be done.
  func use<Value>(
    _ body: (ConversationStore) throws(StoreFailure) -> Value
  ) throws(Refusal) -> Value {
    do throws(StoreFailure) { return try body(self) } catch { throw Refusal(error) }
  }

  /// The conversation of a name, with the answers that a program left unfinished that is no more.
  func conversation(
    named name: String
  ) throws(Refusal) -> (stored: StoredConversation, interrupted: [ChatMessage]) {
    do throws(StoreFailure) {
      let id = try find(name)
      let interrupted = try sweep(id)
      return (try load(id), interrupted)
    } catch {
      throw Refusal(error)
    }
  }
}

extension Refusal {
  init(_ failure: StoreFailure) {
    switch failure {
    case .noSession, .ambiguous, .noContact, .noMessage:
      self.init(.usage, "\(failure.words)\n\(Refusal.sentence(failure.help))")
    default: self.init(.work, "\(failure.words)\n\(Refusal.sentence(failure.help))")
    }
  }

  init(_ failure: ChatFailure) {
    switch failure {
    case .store(let failure): self.init(failure)
    case .turnLimit:
      self.init(.content, "\(failure.words)\n--turns N allows more.")
    case .missingAnswer(_, let turn):
      self.init(.content, "\(failure.words)\n--answer \(turn)=TEXT gives it.")
    case .derivation(.over):
      self.init(
        .content,
        "\(failure.words)\n--fit window leaves older turns out, --fit summary has them summarised.")
    case .provider, .noProvider:
      self.init(.work, "\(failure.words)\n\(Refusal.sentence(failure.help))")
    default: self.init(.content, "\(failure.words)\n\(Refusal.sentence(failure.help))")
    }
  }

  /// Words that help, as a sentence of their own.
  static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + (words.hasSuffix("?") ? "" : ".")
  }
}
