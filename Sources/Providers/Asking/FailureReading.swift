import Exporters
import Fetch

/// Works out what went wrong with one attempt.
struct FailureReading {
  let call: ProviderCall
  let format: any AnswerFormat.Type
  let now: Int64

  func failure(by fault: AnswerReader.Fault, _ reader: AnswerReader) -> ProviderFailure {
    let head = reader.head
    switch fault {
    case .malformed(let what): return failure(.malformed(what), reader)
    case .foreign: return failure(.foreign(mediaType: head?.mediaType ?? ""), reader)
    case .reported(let error):
      let told = head?.status ?? 0
      let status = told < 400 ? format.status(of: error) ?? told : told
      let headers = head?.headers ?? HeaderFields()
      let reason =
        format.reason(of: error, status: status, headers: headers)
        ?? self.reason(of: error, status: status, headers)
      var failure = failure(reason, reader)
      failure.requestID = error.requestID ?? failure.requestID
      failure.said = said(error.message)
      failure.isRetryable = isRetryable(reason, status: status, headers)
      return failure
    }
  }

  func failure(by cause: ExchangeFailure, _ reader: AnswerReader) -> ProviderFailure {
    var reason = ProviderFailure.Reason.connection(cause.cause)
    if cause.cause == .cancelled {
      reason = .cancelled
    } else if case .connection(.broken) = cause.cause, reader.head != nil {
      reason = .cut
    }
    var failure = failure(reason, reader)
    failure.status = cause.head?.status ?? failure.status
    return failure
  }

  func failure(_ reason: ProviderFailure.Reason, _ reader: AnswerReader) -> ProviderFailure {
    var failure = ProviderFailure(reason, of: call.provider, model: call.model)
    failure.status = reader.head?.status
    failure.partial = reader.draft.text
    failure.requestID = reader.head.flatMap { Self.requestID($0.headers) }
    failure.isRetryable = isRetryable(reason)
    return failure
  }

  static func requestID(_ headers: HeaderFields) -> String? {
    headers["x-request-id"] ?? headers["request-id"] ?? headers["x-goog-request-id"]
      ?? headers["cf-ray"]
  }

  private func reason(
    of error: ReportedError, status: Int, _ headers: HeaderFields
  ) -> ProviderFailure.Reason {
    switch status {
    case 401: .unauthorized
    case 402: .quotaExhausted
    case 403: .forbidden
    case 404 where error.says("model"): .unknownModel
    case 404: .notFound(address: String(call.request.address.printed.prefix { $0 != "?" }))
    case 413: .tooLong(tokens: nil, limit: nil)
    case 429: .rateLimited(wait: RetryWait.told(headers, now: now))
    case 503, 529: .overloaded
    case 500...: .serverError
    case 400, 405, 415, 422: .badRequest
    default: .other
    }
  }

  /// As OpenAI's and Anthropic's own packages decide it, but for what cannot get better by itself.
  private func isRetryable(
    _ reason: ProviderFailure.Reason, status: Int, _ headers: HeaderFields
  ) -> Bool {
    switch headers["x-should-retry"] {
    case "true": return true
    case "false": return false
    default: break
    }
    switch reason {
    case .quotaExhausted, .spendLimit, .tooLong, .unknownPreviousResponse, .refused: return false
    default: return [408, 409, 429].contains(status) || status >= 500
    }
  }

  private func isRetryable(_ reason: ProviderFailure.Reason) -> Bool {
    switch reason {
    case .cut, .empty: true
    case .connection(let cause):
      switch cause {
      // Nobody will start a server on this machine within a second.
      case .connection(.refused): !call.request.address.isLoopback
      case .connection(.unreachable), .connection(.broken), .connection(.timedOut),
        .connectTimedOut, .stalled:
        true
      default: false
      }
    default: false
    }
  }

  /// A provider's words on one line, without the key.
  private func said(_ message: String) -> String? {
    let words = message.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    let hidden = call.key?.hidden(in: words) ?? words
    let short = hidden.count > 500 ? hidden.prefix(500) + "…" : hidden[...]
    let sentence = short.hasSuffix(".") ? short.dropLast() : short
    return sentence.isEmpty ? nil : String(sentence)
  }
}
