import Foundation

/// The providers whose protocols the server speaks, as their documentation has them.
package enum Speech: String, Sendable, CaseIterable {
  case openai, responses, anthropic, gemini, ollama

  /// An answer as a stream, a piece an event.
  /// - Parameter finish: In the provider's words; nil for the usual end.
  package func says(_ words: [String], finish: String? = nil) -> ServerAnswer {
    let events = start + words.enumerated().map { delta($1, $0) } + end(words, finish)
    return ServerAnswer(
      headers: [
        ("content-type", self == .ollama ? "application/x-ndjson" : "text/event-stream"),
        ("x-request-id", "req_1"),
      ],
      pieces: events.map { .bytes(Array($0.utf8)) })
  }

  /// How many pieces come before the first word.
  package var opening: Int { start.count }

  /// An answer in one piece.
  package func saysWhole(_ text: String) -> ServerAnswer {
    let answer: String
    switch self {
    case .openai:
      answer = """
        {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m-1","choices":[{"index":0,\
        "message":{"role":"assistant","content":\(quoted(text))},"finish_reason":"stop"}],\
        "usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}
        """
    case .responses: answer = response(text, status: "completed", reason: nil)
    case .anthropic:
      answer = """
        {"id":"msg_1","type":"message","role":"assistant","model":"m-1","content":[{"type":"text",\
        "text":\(quoted(text))}],"stop_reason":"end_turn","stop_sequence":null,\
        "usage":{"input_tokens":9,"output_tokens":3}}
        """
    case .gemini: answer = "[" + candidate(text, finish: "STOP") + "]"
    case .ollama:
      answer = """
        {"model":"m-1","created_at":"2026-11-21T00:00:00Z","message":{"role":"assistant",\
        "content":\(quoted(text))},"done":true,"done_reason":"stop","prompt_eval_count":9,"eval_count":3}
        """
    }
    return ServerAnswer(status: 200, answer)
  }

  /// An error in the provider's form.
  package func fails(
    _ status: Int, kind: String = "", code: String? = nil, parameter: String? = nil,
    _ message: String = "no", headers: [(String, String)] = []
  ) -> ServerAnswer {
    let id = self == .anthropic ? "request-id" : "x-request-id"
    return ServerAnswer(
      status: status, error(status, kind: kind, code: code, parameter: parameter, message),
      headers: [(id, "req_2")] + headers)
  }

  /// The same as an event of a stream.
  package func failsLater(
    _ status: Int, kind: String, code: String? = nil, _ message: String
  ) -> ServerAnswer.Piece {
    let error = error(status, kind: kind, code: code, parameter: nil, message)
    let text =
      switch self {
      case .openai, .gemini: "data: \(error)\n\n"
      case .responses:
        "event: error\ndata: {\"type\":\"error\",\"code\":\(quoted(code ?? kind)),"
          + "\"message\":\(quoted(message)),\"param\":null,\"sequence_number\":3}\n\n"
      case .anthropic: "event: error\ndata: \(error)\n\n"
      case .ollama: error + "\n"
      }
    return .bytes(Array(text.utf8))
  }

  package func quoted(_ text: String) -> String {
    (try? String(decoding: JSONEncoder().encode(text), as: UTF8.self)) ?? "\"\""
  }
}

extension Speech {
  private var start: [String] {
    switch self {
    case .openai: [chunk("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}")]
    case .responses:
      [
        event(
          "response.created",
          "\"response\":\(response(nil, status: "in_progress", reason: nil)),\"sequence_number\":0"),
        event(
          "response.output_item.added",
          "\"output_index\":0,\"sequence_number\":1,\"item\":{\"id\":\"msg_1\",\"type\":\"message\","
            + "\"status\":\"in_progress\",\"role\":\"assistant\",\"content\":[]}"),
        event(
          "response.content_part.added",
          "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"sequence_number\":2,"
            + "\"part\":{\"type\":\"output_text\",\"text\":\"\",\"annotations\":[],\"logprobs\":[]}"
        ),
      ]
    case .anthropic:
      [
        event(
          "message_start",
          "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m-1\","
            + "\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,"
            + "\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}"),
        event(
          "content_block_start",
          "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"),
        event("ping", ""),
      ]
    case .gemini, .ollama: []
    }
  }

  private func delta(_ text: String, _ number: Int) -> String {
    switch self {
    case .openai: chunk("{\"content\":\(quoted(text))}")
    case .responses:
      event(
        "response.output_text.delta",
        "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"logprobs\":[],"
          + "\"sequence_number\":\(3 + number),\"delta\":\(quoted(text))")
    case .anthropic:
      event(
        "content_block_delta",
        "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\(quoted(text))}")
    case .gemini: "data: \(candidate(text, finish: nil))\r\n\r\n"
    case .ollama:
      "{\"model\":\"m-1\",\"created_at\":\"2026-11-21T00:00:00Z\",\"message\":{\"role\":\"assistant\","
        + "\"content\":\(quoted(text))},\"done\":false}\n"
    }
  }

  private func end(_ words: [String], _ finish: String?) -> [String] {
    switch self {
    case .openai:
      return [
        chunk("{}", finish: finish ?? "stop"),
        "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,"
          + "\"model\":\"m-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":3,"
          + "\"total_tokens\":12,\"prompt_tokens_details\":{\"cached_tokens\":4}}}\n\n",
        "data: [DONE]\n\n",
      ]
    case .responses:
      let text = words.joined()
      let isWhole = finish == nil
      return [
        event(
          "response.output_text.done",
          "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"logprobs\":[],"
            + "\"sequence_number\":\(3 + words.count),\"text\":\(quoted(text))"),
        event(
          isWhole ? "response.completed" : "response.incomplete",
          "\"sequence_number\":\(4 + words.count),\"response\":"
            + response(text, status: isWhole ? "completed" : "incomplete", reason: finish)),
      ]
    case .anthropic:
      return [
        event("content_block_stop", "\"index\":0"),
        event(
          "message_delta",
          "\"delta\":{\"stop_reason\":\"\(finish ?? "end_turn")\",\"stop_sequence\":null},"
            + "\"usage\":{\"output_tokens\":3}"),
        event("message_stop", ""),
      ]
    case .gemini: return ["data: \(candidate("", finish: finish ?? "STOP"))\r\n\r\n"]
    case .ollama:
      return [
        "{\"model\":\"m-1\",\"created_at\":\"2026-11-21T00:00:00Z\",\"message\":{\"role\":\"assistant\","
          + "\"content\":\"\"},\"done\":true,\"done_reason\":\"\(finish ?? "stop")\","
          + "\"prompt_eval_count\":9,\"eval_count\":3}\n"
      ]
    }
  }

  private func event(_ name: String, _ members: String) -> String {
    "event: \(name)\ndata: {\"type\":\"\(name)\"\(members.isEmpty ? "" : ",")\(members)}\n\n"
  }

  private func chunk(_ delta: String, finish: String? = nil) -> String {
    "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m-1\","
      + "\"choices\":[{\"index\":0,\"delta\":\(delta),\"finish_reason\":"
      + (finish.map { "\"\($0)\"" } ?? "null") + "}]}\n\n"
  }

  private func candidate(_ text: String, finish: String?) -> String {
    let end = finish.map { "\"finishReason\":\"\($0)\"," } ?? ""
    return
      "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\(quoted(text))}],\"role\":\"model\"},"
      + end + "\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":9,\"candidatesTokenCount\":3,"
      + "\"totalTokenCount\":12},\"modelVersion\":\"m-1\",\"responseId\":\"r-1\"}"
  }

  private func response(_ text: String?, status: String, reason: String?) -> String {
    let output =
      text.map {
        "{\"id\":\"msg_1\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"assistant\","
          + "\"content\":[{\"type\":\"output_text\",\"text\":\(quoted($0)),\"annotations\":[],"
          + "\"logprobs\":[]}]}"
      } ?? ""
    let usage =
      text == nil
      ? "null"
      : "{\"input_tokens\":9,\"input_tokens_details\":{\"cached_tokens\":4},\"output_tokens\":3,"
        + "\"output_tokens_details\":{\"reasoning_tokens\":0},\"total_tokens\":12}"
    return "{\"id\":\"resp_1\",\"object\":\"response\",\"created_at\":1,\"status\":\"\(status)\","
      + "\"error\":null,\"incomplete_details\":"
      + (reason.map { "{\"reason\":\"\($0)\"}" } ?? "null")
      + ",\"instructions\":null,\"metadata\":{},\"model\":\"m-1\",\"output\":[\(output)],"
      + "\"parallel_tool_calls\":true,\"temperature\":1,\"tool_choice\":\"auto\",\"tools\":[],"
      + "\"top_p\":1,\"usage\":\(usage)}"
  }

  private func error(
    _ status: Int, kind: String, code: String?, parameter: String?, _ message: String
  ) -> String {
    switch self {
    case .openai, .responses:
      "{\"error\":{\"message\":\(quoted(message)),\"type\":\(quoted(kind)),\"param\":"
        + (parameter.map { quoted($0) } ?? "null") + ",\"code\":"
        + (code.map { quoted($0) } ?? "null") + "}}"
    case .anthropic:
      "{\"type\":\"error\",\"error\":{\"type\":\(quoted(kind)),\"message\":\(quoted(message))},"
        + "\"request_id\":\"req_2\"}"
    case .gemini:
      "{\"error\":{\"code\":\(status),\"message\":\(quoted(message)),\"status\":\(quoted(kind))"
        + (code.map { ",\"details\":[\($0)]" } ?? "") + "}}"
    case .ollama: "{\"error\":\(quoted(message))}"
    }
  }
}
