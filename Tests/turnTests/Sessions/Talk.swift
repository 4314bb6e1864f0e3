import Foundation
import JSON
import Testing

extension Desk {
  /// Has a short conversation with recorded answers, and returns its id.
  @discardableResult
  func talk(
    _ words: String, title: String = "A talk", answer: String = "Yes.", _ more: String...
  ) throws -> String {
    let replay = try answers(answer)
    let run = try run(
      ["chat", "--yes", "--title", title, "--replay", replay, "--format", "json"] + more,
      input: words)
    try #require(run.status == 0, "\(run.errors)")
    return try #require(try run.json()["session"]?["id"]?.string)
  }

  /// Writes a file that answers one request after the other, whatever is asked.
  func answers(_ texts: String...) throws -> String {
    try write("answers.jsonl", texts.map { Self.text(of: ["text": .string($0)]) + "\n" }.joined())
    return "answers.jsonl"
  }

  /// Takes a conversation in, and returns its id.
  func take(_ conversation: JSONValue, _ more: String...) throws -> String {
    try write("talk.json", Self.text(of: conversation))
    let run = try run(["sessions", "import", "talk.json"] + more)
    try #require(run.status == 0, "\(run.errors)")
    return run.output.trimmingCharacters(in: .newlines)
  }

  /// The numbers of a conversation's messages, in their order.
  func numbers(of id: String) throws -> [Int] {
    let file = try run("sessions", "show", id, "--json").json()
    return try #require(file["messages"]?.array).compactMap { $0["id"]?.integer }
  }

  var store: URL { home.appending(path: ".local/share/turnbook/conversations.sqlite") }
}

/// Conversations as a file says them.
enum Talk {
  /// A question with two answers to it, each gone on with, and a summary of the first.
  static func forked(title: String = "Tea", goal: JSONValue = .null) -> JSONValue {
    [
      "format": "turnbook.session/1",
      "session": [
        "id": "old", "title": .string(title), "values": [["name": "cup", "value": "blue"]],
        "goal": goal, "turn_limit": 5, "provider": "openai", "model": "m", "fit": "window",
        "channel": "voice", "contact": "Ada", "leaf": 4, "asides": [], "created": 1000,
        "changed": 2000,
      ],
      "messages": [
        message(1, nil, "user", "Which tea?"), message(2, 1, "assistant", "The green one."),
        message(3, 2, "user", "How hot?", channel: "sms"),
        message(4, 3, "assistant", "Eighty degrees."), message(5, 2, "user", "How long?"),
        message(6, 4, "assistant", "Green tea at eighty degrees.", summary: 1),
      ],
    ]
  }

  static func message(
    _ id: Int64, _ parent: Int64?, _ role: String, _ content: String, channel: String = "voice",
    summary: Int64? = nil
  ) -> JSONValue {
    var object = JSONObject()
    object["id"] = .integer(id)
    object["parent"] = parent.map { .integer($0) } ?? .null
    object["summary_from"] = summary.map { .integer($0) } ?? .null
    object["role"] = .string(role)
    object["content"] = .string(content)
    object["channel"] = .string(channel)
    object["time"] = .integer(1000 + id)
    object["state"] = "whole"
    if role == "assistant" {
      object["origin"] = [
        "provider": "openai", "model": "m", "usage": ["input": 10, "output": 3],
      ]
    }
    return .object(object)
  }

  static let goal: JSONValue = [
    "statement": "A good cup",
    "steps": [["text": "Choose", "done": true], ["text": "Brew", "done": false]],
  ]
}
