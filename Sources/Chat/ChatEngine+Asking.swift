import Conversation
import ConversationStore
import Exporters
import Fetch
import Patterns
import Providers

extension ChatEngine {
  /// What is asked to have a message answered, with summaries that are made for it.
  private func derive(
    _ question: ChatMessage.ID?, until cancellation: Cancellation, onEvent: (ChatEvent) -> Void
  ) throws(ChatFailure) -> Derivation {
    while true {
      let outcome: Derivation.Outcome
      do throws(DerivationError) {
        outcome = try Derivation.outcome(of: tree, leaf: question, in: session, settings)
      } catch {
        throw .derivation(error)
      }
      switch outcome {
      case .ready(let derivation): return derivation
      case .needsSummary(let wish):
        onEvent(.summarising(wish.messages.count))
        _ = try summarise(wish, until: cancellation, onEvent: onEvent)
      }
    }
  }

  /// Has a summary made and keeps it beside what it covers.
  func summarise(
    _ wish: SummaryWish, until cancellation: Cancellation, onEvent: (ChatEvent) -> Void
  ) throws(ChatFailure) -> ChatMessage {
    guard let partner else { throw .noProvider }
    let answer: ProviderAnswer
    do throws(ProviderFailure) {
      answer = try partner.client.send(wish.request, key: partner.key, until: cancellation) {
        if case .retrying(let notice) = $0 { onEvent(.waiting(notice.words)) }
      }
    } catch {
      throw .provider(error)
    }
    return try append(
      ChatMessage(
        id: 0, parent: wish.through, kind: .summary(from: wish.from), role: .assistant,
        content: answer.text, channel: session.channel, time: now(),
        origin: origin(of: answer)))
  }

  /// Has the last message answered. The answer is in the store before it is asked for, and again
  /// when it ends, however it ends.
  func ask(
    turn: String?, until cancellation: Cancellation, onEvent: (ChatEvent) -> Void
  ) throws(ChatFailure) -> ChatMessage {
    guard let partner else { throw .noProvider }
    let question = session.leaf
    var derivation = try derive(question, until: cancellation, onEvent: onEvent)
    tell(derivation, onEvent)
    var opened = draft(.assistant, "", turn: turn, state: .underWay)
    opened.origin = ChatMessage.Origin(
      provider: session.provider.rawValue, model: model(of: derivation.request))
    var answer = try append(opened)
    var request = derivation.request
    var attempts = 0
    while true {
      switch Self.exchange(request, partner, until: cancellation, onEvent) {
      case .success(let reply):
        answer.content = reply.text
        answer.state = .whole
        answer.origin = origin(of: reply)
        lastFinish = reply.finish
        try finish(answer)
        return answer
      case .failure(let failure):
        attempts += 1
        var reason = ChatFailure.provider(failure)
        do throws(ChatFailure) {
          if attempts <= 3,
            let other = try other(
              after: failure, sent: request, &derivation, question, until: cancellation, onEvent)
          {
            request = other
            continue
          }
        } catch {
          // There is no other request either; the answer must not stay under way.
          reason = error
        }
        answer.content = failure.partial
        answer.state = reason.isStop ? .stopped : .failed
        if !reason.isStop { answer.origin?.error = reason.words }
        try finish(answer)
        // Nothing came: what goes on goes on from the question.
        if answer.content.isEmpty { try change { $0.leaf = question } }
        if reason.isStop, !answer.content.isEmpty { return answer }
        throw reason
      }
    }
  }

  private static func exchange(
    _ request: ChatRequest, _ partner: Partner, until cancellation: Cancellation,
    _ onEvent: (ChatEvent) -> Void
  ) -> Result<ProviderAnswer, ProviderFailure> {
    Result { () throws(ProviderFailure) in
      try partner.client.send(request, key: partner.key, until: cancellation) {
        switch $0 {
        case .text(let words): onEvent(.text(words))
        case .notes(let notes): onEvent(.notes(notes))
        case .retrying(let notice): onEvent(.waiting(notice.words))
        }
      }
    }
  }

  /// Another request that may be answered where one was refused for what it was; nil where there is
  /// none.
  private func other(
    after failure: ProviderFailure, sent request: ChatRequest, _ derivation: inout Derivation,
    _ question: ChatMessage.ID?, until cancellation: Cancellation, _ onEvent: (ChatEvent) -> Void
  ) throws(ChatFailure) -> ChatRequest? {
    switch failure.reason {
    case .unknownPreviousResponse where request.previousResponse != nil:
      onEvent(.adjusted("\(failure.words); the whole conversation is sent"))
      return derivation.full
    case .tooLong(let tokens, let limit) where session.fit != .strict:
      // The provider counts otherwise than we do: our limit shrinks by as much.
      let used = derivation.budget.used
      let room: Double
      if let tokens, let limit {
        room = Double(limit) * min(1, Double(used) / Double(max(1, tokens)))
      } else {
        // How far it was over is not said: a quarter less, and again where that is not enough.
        room = min(Double(limit ?? .max), Double(used) * 0.75 + Double(settings.reserve))
      }
      let window = Int(min(room, 1e9) * 0.95)
      guard window < settings.window ?? .max, window > 64 else { return nil }
      settings.window = window
      settings.reserve = min(settings.reserve, window / 4)
      derivation = try derive(question, until: cancellation, onEvent: onEvent)
      guard derivation.full != request else { return nil }
      onEvent(.adjusted("\(failure.words); it is sent again with less of what was said before"))
      tell(derivation, onEvent)
      return derivation.request
    default: return nil
    }
  }

  private func tell(_ derivation: Derivation, _ onEvent: (ChatEvent) -> Void) {
    let notes = derivation.notes.filter(\.isNews)
    if !notes.isEmpty { onEvent(.notes(notes.map(\.words))) }
  }

  private func model(of request: ChatRequest) -> String {
    request.model ?? session.provider.standardModel ?? ""
  }

  private func origin(of answer: ProviderAnswer) -> ChatMessage.Origin {
    ChatMessage.Origin(
      provider: session.provider.rawValue,
      model: answer.model ?? session.model ?? session.provider.standardModel ?? "",
      usage: answer.usage, responseID: answer.responseID,
      finishReason: answer.rawFinish ?? answer.finish.rawValue)
  }
}

extension ChatFailure {
  /// Whether the person wanted it so.
  package var isStop: Bool {
    guard case .provider(let failure) = self else { return false }
    switch failure.reason {
    case .cancelled, .connection(.cancelled): return true
    default: return false
    }
  }
}

extension DerivationNote {
  /// Whether a person wants to hear of it each time.
  var isNews: Bool {
    switch self {
    case .trimmed, .summarised: true
    case .empty, .failed, .partial, .merged, .systemMoved, .openingMoved, .anchored: false
    }
  }
}
