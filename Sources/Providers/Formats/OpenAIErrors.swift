import JSON

/// What the errors of both of OpenAI's interfaces mean, and those of servers that speak like it.
enum OpenAIErrors {
  static func status(of error: ReportedError) -> Int? {
    switch error.code.isEmpty ? error.kind : error.code {
    case "rate_limit_exceeded", "insufficient_quota": return 429
    case "invalid_api_key": return 401
    case "context_length_exceeded", "previous_response_not_found", "invalid_prompt": return 400
    case "model_not_found": return 404
    case "server_error", "internal_error": return 500
    default: break
    }
    if error.kind == "server_error" { return 500 }
    if error.kind == "invalid_request_error" { return 400 }
    return Int(error.code).flatMap { (400..<600).contains($0) ? $0 : nil }
  }

  static func reason(of error: ReportedError, status: Int) -> ProviderFailure.Reason? {
    if error.code == "context_length_exceeded" || error.kind == "exceed_context_size_error"
      || [400, 413].contains(status)
        && error.says("maximum context length", "context window", "available context size")
    {
      return tooLong(error)
    }
    if error.code == "previous_response_not_found"
      || error.parameter == "previous_response_id" && [400, 404].contains(status)
    {
      return .unknownPreviousResponse
    }
    // A key that ran out of money; `rate_limit_exceeded` has the same status.
    if error.code == "insufficient_quota" || error.kind == "insufficient_quota" {
      return .quotaExhausted
    }
    if error.code == "model_not_found" || status == 404 && error.parameter == "model" {
      return .unknownModel
    }
    if ["content_policy_violation", "content_filter", "invalid_prompt"].contains(error.code) {
      return .refused(error.code)
    }
    return nil
  }

  private static func tooLong(_ error: ReportedError) -> ProviderFailure.Reason {
    if let limit = error.value["n_ctx"]?.integer {
      return .tooLong(tokens: error.value["n_prompt_tokens"]?.integer, limit: limit)
    }
    // "maximum context length is 8192 tokens. However, … resulted in 9000 tokens"
    let numbers = error.numbers.filter { $0 >= 100 }
    return .tooLong(tokens: numbers.count > 1 ? numbers[1] : nil, limit: numbers.first)
  }
}
