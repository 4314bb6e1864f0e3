package import Conversation
import Exporters
package import Fetch

/// Asks one provider, on the thread that calls.
package struct ProviderClient: Sendable {
  package let endpoint: ProviderEndpoint
  private let options: ProviderOptions
  private let pace: RetryPace
  private let transport: any ProviderTransport

  /// - Parameter transport: nil for the network.
  package init(
    _ endpoint: ProviderEndpoint, options: ProviderOptions, pace: RetryPace,
    transport: (any ProviderTransport)? = nil
  ) {
    self.endpoint = endpoint
    self.options = options
    self.pace = pace
    self.transport = transport ?? NetworkTransport(options.exchange)
  }

  /// What would be sent, without sending it.
  package func prepare(
    _ request: ChatRequest, key: APIKey? = nil
  ) throws(ProviderFailure) -> PreparedRequest {
    try PreparedRequest(request, to: endpoint, key: key)
  }

  /// Sends a request and hands the answer on while it comes. What fails before the answer's first
  /// word, and may get better by itself, is asked again.
  /// - Throws: `ProviderFailure` with the words that came before it.
  package func send(
    _ request: ChatRequest, key: APIKey?, until cancellation: Cancellation = Cancellation(),
    onEvent: (ProviderEvent) -> Void
  ) throws(ProviderFailure) -> ProviderAnswer {
    let prepared = try PreparedRequest(request, to: endpoint, key: key)
    guard let format = endpoint.provider.answerFormat else {
      throw ProviderFailure(.notSupported, of: endpoint.provider)
    }
    let call = ProviderCall(
      provider: endpoint.provider, model: prepared.model, body: prepared.body,
      request: ExchangeRequest(
        prepared.address, headers: prepared.headers, body: prepared.bytes), key: key)
    if !prepared.notes.isEmpty { onEvent(.notes(prepared.notes)) }
    var attempt = 0
    while true {
      var reader = AnswerReader(format)
      do throws(ProviderFailure) {
        var answer = try ask(call, with: &reader, until: cancellation, onEvent: onEvent)
        answer.notes = prepared.notes
        return answer
      } catch {
        var failure = error
        failure.attempts = attempt + 1
        guard let wait = wait(after: failure, reader.head, attempt: attempt) else { throw failure }
        onEvent(.retrying(RetryNotice(failure: failure, wait: wait, attempt: attempt + 2)))
        pace.sleep(wait, cancellation)
        if cancellation.isCancelled {
          failure.reason = .cancelled
          failure.said = nil
          failure.isRetryable = false
          throw failure
        }
        attempt += 1
      }
    }
  }

  private func ask(
    _ call: ProviderCall, with reader: inout AnswerReader, until cancellation: Cancellation,
    onEvent: (ProviderEvent) -> Void
  ) throws(ProviderFailure) -> ProviderAnswer {
    let reading = FailureReading(call: call, format: reader.format, now: pace.now())
    var broken: ExchangeFailure?
    do throws(TransportFailure) {
      try transport.send(call, until: cancellation) { piece in
        let isWanted: Bool
        switch piece {
        case .head(let head):
          reader.begin(head)
          isWanted = true
        case .bytes(let bytes): isWanted = reader.take(bytes)
        case .text(let text): isWanted = reader.take(text: text)
        }
        let words = reader.takeFresh()
        if !words.isEmpty { onEvent(.text(words)) }
        return isWanted
      }
    } catch {
      switch error {
      case .notRecorded(let problem): throw reading.failure(.notRecorded(problem), reader)
      case .exchange(let failure): broken = failure
      }
    }
    reader.finish(isWhole: broken == nil)
    let words = reader.takeFresh()
    if !words.isEmpty { onEvent(.text(words)) }
    if let fault = reader.fault { throw reading.failure(by: fault, reader) }
    // A connection that ends after the answer has, however it ends, takes nothing away.
    let draft = reader.draft
    let isWhole = draft.isDone || draft.finish != nil && broken?.cause != .cancelled
    if !isWhole {
      if let broken { throw reading.failure(by: broken, reader) }
      throw reading.failure(draft.hasBegun ? .cut : .empty(finish: nil), reader)
    }
    if draft.text.isEmpty {
      let raw = draft.rawFinish
      throw reading.failure(
        draft.finish == .refusal ? .refused(raw ?? "refusal") : .empty(finish: raw), reader)
    }
    return ProviderAnswer(
      text: draft.text, finish: draft.finish ?? .other, rawFinish: draft.rawFinish,
      usage: draft.usage, responseID: draft.responseID, model: draft.model,
      requestID: reader.head.flatMap { FailureReading.requestID($0.headers) })
  }

  /// nil where it is not asked again.
  private func wait(
    after failure: ProviderFailure, _ head: ExchangeHead?, attempt: Int
  ) -> Duration? {
    guard failure.isRetryable, failure.partial.isEmpty, attempt < options.retries else {
      return nil
    }
    if case .empty = failure.reason { return nil }
    var wait = head.flatMap { RetryWait.told($0.headers, now: pace.now()) }
    if wait == nil, case .rateLimited(let told) = failure.reason { wait = told }
    if let wait { return wait <= options.longestWait ? wait : nil }
    return RetryWait.own(attempt: attempt, random: pace.random())
  }
}
