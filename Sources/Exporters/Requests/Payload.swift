import ByteText
package import JSON
package import Patterns

/// The requests that carry a filled conversation to a provider.
package struct Payload: Sendable, Hashable {
  package struct Request: Sendable, Hashable {
    package var turn: String
    package var body: JSONValue
    /// In the order of their places.
    package var needs: [Need]
  }

  /// An answer that must be in the request before it can be sent.
  package struct Need: Sendable, Hashable {
    package var turn: String
    /// Leads to the string that holds it (RFC 6901).
    package var pointer: String
    /// What stands there until then: `[answer to turn 2]`, with more brackets where a value says the
    /// same.
    package var placeholder: String
  }

  package let requests: [Request]
  package let notes: [String]
  /// Whether one request says all that is to be said.
  package let isWhole: Bool

  package init(
    _ conversation: FilledConversation, for provider: Provider,
    settings: ExportSettings = ExportSettings()
  ) throws(ExportError) {
    try self.init(Script(conversation), for: provider, settings: settings)
  }

  init(_ script: Script, for provider: Provider, settings: ExportSettings) throws(ExportError) {
    var notes = Notes()
    let format = provider.format
    let placeholders = Placeholders(in: script)
    let places = format.remembers ? script.spoken(notes: &notes) : script.questions
    if places.isEmpty { throw .nothingToSay }
    requests = places.map { place in
      let dialogue = Dialogue(script, to: place)
      let body = format.body(of: dialogue, settings: settings, notes: &notes)
      var reading = BodyReading(placeholders: placeholders)
      let value = reading.value(of: body, at: "")
      return Request(turn: dialogue.turn, body: value, needs: reading.needs)
    }
    isWhole = requests.count == 1 && requests.allSatisfy(\.needs.isEmpty)
    script.tellWhatIsLeftOut(asked: places, remembers: format.remembers, notes: &notes)
    self.notes = notes.sentences
  }
}

extension Payload {
  /// The request itself where it is whole, else a list of `{turn, request, needs}`.
  package var json: JSONValue {
    if isWhole { return requests[0].body }
    return .array(
      requests.map { request in
        [
          "turn": .string(request.turn), "request": request.body,
          "needs": .array(request.needs.map(\.json)),
        ]
      })
  }

  /// The same as text, indented, with a line break at the end.
  package var text: String {
    var buffer = ByteBuffer()
    buffer.append(json: json, layout: .indented)
    buffer.append("\n")
    return buffer.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}

extension Payload.Need {
  fileprivate var json: JSONValue {
    var need: JSONObject = JSONObject()
    need["turn"] = .string(turn)
    need["pointer"] = .string(pointer)
    if placeholder != Placeholders.usual(turn) { need["placeholder"] = .string(placeholder) }
    return .object(need)
  }
}

extension Script {
  /// The turns in which the user says something.
  fileprivate func spoken(notes: inout Notes) -> [Int] {
    for step in steps where !step.messages.isEmpty && step.messages.allSatisfy({ $0.role != .user })
    {
      notes.add("turn \(step.id) is left out: the user says nothing in it")
    }
    return steps.indices.filter { place in
      steps[place].messages.contains { $0.role == .user }
    }
  }

  fileprivate func tellWhatIsLeftOut(asked: [Int], remembers: Bool, notes: inout Notes) {
    for (place, step) in steps.enumerated() {
      if step.messages.isEmpty {
        notes.add("turn \(step.id) is left out: it is empty")
      } else if remembers, step.answer != nil {
        notes.add("the answer to turn \(step.id) is left out: the provider gives its own")
      } else if place == asked.last, step.answer != nil {
        notes.add("the answer to turn \(step.id) is left out: it is what the request asks for")
      }
    }
    if remembers { return }
    let said = Set(asked.flatMap { path(to: $0) })
    for place in steps.indices.prefix(asked.last ?? 0)
    where !said.contains(place) && !steps[place].messages.isEmpty {
      notes.add("turn \(steps[place].id) is left out: the turn after it goes back before it")
    }
  }
}
