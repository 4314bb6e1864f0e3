import ByteText
import JSON

/// A server of the Model Context Protocol, without its streams: bytes of the client in, bytes for
/// the client out. It speaks the stateless revision of 2026-07-28 and those with a handshake before
/// it, both at once: what a request says of itself decides by which it is answered.
package struct MCPServer {
  /// Bytes of the longest message that is read.
  package static let longestMessage = 1 << 24

  /// The revisions of the protocol that it speaks, the newest first.
  package static var revisions: [String] { Revision.names }

  let shelf: PatternShelf
  let version: String
  private var lines: MessageLines
  /// What the handshake agreed on.
  private var session: Terms?
  /// Questions to the person that are not answered yet, by our ids for them.
  private var questions: [RequestID: OpenQuestion] = [:]
  private var asked = 0

  /// A prompt that waits for the person.
  private struct OpenQuestion {
    var request: RequestID
    var terms: Terms
    var filling: PromptFilling
  }

  /// - Parameter version: The program's.
  package init(
    _ shelf: PatternShelf, version: String, longestMessage: Int = MCPServer.longestMessage
  ) {
    self.shelf = shelf
    self.version = version
    lines = MessageLines(limit: longestMessage)
  }

  /// What is to be sent after these bytes have come in.
  package mutating func receive(_ bytes: [UInt8]) -> [UInt8] { answer(lines.take(bytes)) }

  /// What is to be sent after the last byte has come in.
  package mutating func finish() -> [UInt8] { answer(lines.finish().map { [$0] } ?? []) }

  // MARK: - Messages

  private enum Piece {
    case single(Incoming)
    case batch([Incoming])
  }

  private mutating func answer(_ lines: [MessageLines.Line]) -> [UInt8] {
    let pieces = lines.map(Self.piece)
    let withdrawn = Self.withdrawn(pieces)
    var output = ByteBuffer()
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .single(let message):
        if case .request(let request) = message, withdrawn[request.id].map({ $0 > index }) == true {
          continue
        }
        for reply in replies(to: message) {
          output.append(json: .object(reply))
          output.append(0x0A)
        }
      case .batch(let messages):
        if let reply = reply(toBatch: messages) {
          output.append(json: reply)
          output.append(0x0A)
        }
      }
    }
    return output.array
  }

  private static func piece(_ line: MessageLines.Line) -> Piece {
    guard case .text(let bytes) = line else {
      return .single(
        .malformed(
          RPCError(.invalidRequest, "the message is longer than any that is read"), id: nil))
    }
    do throws(JSONError) {
      let value = try JSONValue(parsing: bytes, duplicateKeys: .keepLast)
      guard let elements = value.array else { return .single(Incoming(value)) }
      return .batch(elements.map(Incoming.init))
    } catch {
      return .single(.malformed(RPCError(.parse, "no JSON: \(error)"), id: nil))
    }
  }

  /// The requests that the client takes back in what came in at once, with the place of the last
  /// message that does so. No work is done for those.
  private static func withdrawn(_ pieces: [Piece]) -> [RequestID: Int] {
    var places: [RequestID: Int] = [:]
    for (index, piece) in pieces.enumerated() {
      if case .single(.notification("notifications/cancelled", let parameters)) = piece,
        let id = RequestID(parameters["requestId"])
      {
        places[id] = index
      }
    }
    return places
  }

  private mutating func reply(toBatch messages: [Incoming]) -> JSONValue? {
    guard session?.revision.hasBatches == true else {
      let error = RPCError(.invalidRequest, "messages come one a line, and in no array")
      return .object(response(to: nil, error))
    }
    guard !messages.isEmpty else {
      return .object(response(to: nil, RPCError(.invalidRequest, "the array is empty")))
    }
    var all: [JSONValue] = []
    for message in messages {
      if case .request(let request) = message, request.method == "initialize" {
        let error = RPCError(.invalidRequest, "\"initialize\" comes alone")
        all.append(.object(response(to: request.id, error)))
      } else {
        all += replies(to: message).map { .object($0) }
      }
    }
    return all.isEmpty ? nil : .array(all)
  }

  private mutating func replies(to message: Incoming) -> [JSONObject] {
    switch message {
    case .request(let request): [reply(to: request)]
    case .notification("notifications/cancelled", let parameters): withdraw(parameters)
    case .notification: []
    case .answer(let id, let result): resume(id, result)
    case .malformed(let error, let id): [response(to: id, error)]
    }
  }

  private mutating func reply(to request: Request) -> JSONObject {
    do throws(RPCError) {
      if let terms = try Terms(request) { return try reply(to: request, terms) }
      if request.method == "initialize" {
        return response(to: request.id, try initialize(request.parameters))
      }
      if request.method == "ping" { return response(to: request.id, [:]) }
      guard let session else {
        throw RPCError(
          .invalidParameters,
          "_meta says no version of the protocol, and \"initialize\" has not been asked either")
      }
      return try reply(to: request, session)
    } catch {
      return response(to: request.id, error)
    }
  }

  private mutating func reply(
    to request: Request, _ terms: Terms
  ) throws(RPCError) -> JSONObject {
    switch try outcome(of: request, terms) {
    case .result(let result, let isKept):
      return response(to: request.id, finished(result, terms, isKept: isKept))
    case .question(let filling) where terms.revision.isStateless:
      return response(
        to: request.id, finished(filling.inputRequired, terms, kind: "input_required"))
    case .question(let filling):
      asked += 1
      let id = RequestID.text("turn-\(asked)")
      questions[id] = OpenQuestion(request: request.id, terms: terms, filling: filling)
      return [
        "jsonrpc": "2.0", "id": id.json, "method": "elicitation/create",
        "params": filling.form(terms),
      ]
    }
  }

  // MARK: - Questions to the person

  /// Goes on with what waited for an answer.
  private mutating func resume(_ id: RequestID, _ result: JSONValue?) -> [JSONObject] {
    guard let question = questions.removeValue(forKey: id) else { return [] }
    do throws(RPCError) {
      var filling = question.filling
      try filling.hear(result ?? [:])
      let prompt = try filling.result(question.terms)
      return [response(to: question.request, finished(prompt, question.terms))]
    } catch {
      return [response(to: question.request, error)]
    }
  }

  /// A request that the client takes back while the person is asked for it: nor is the person then.
  private mutating func withdraw(_ parameters: JSONObject) -> [JSONObject] {
    guard let id = RequestID(parameters["requestId"]),
      let question = questions.first(where: { $0.value.request == id })?.key
    else { return [] }
    questions[question] = nil
    return [
      [
        "jsonrpc": "2.0", "method": "notifications/cancelled",
        "params": ["requestId": question.json, "reason": "the request was cancelled"],
      ]
    ]
  }

  // MARK: - The handshake

  private mutating func initialize(_ parameters: JSONObject) throws(RPCError) -> JSONObject {
    guard let wanted = parameters["protocolVersion"]?.string,
      let capabilities = parameters["capabilities"]?.object
    else {
      throw RPCError(
        .invalidParameters, "\"protocolVersion\" is a text, and \"capabilities\" an object")
    }
    let known = Revision(rawValue: wanted).flatMap { $0.isStateless ? nil : $0 }
    let terms = Terms(known ?? .latestWithHandshake, capabilities: capabilities)
    session = terms
    questions = [:]
    return [
      "protocolVersion": .string(terms.revision.rawValue),
      "capabilities": .object(Self.capabilities(terms)),
      "serverInfo": .object(serverInfo(terms)), "instructions": .string(Self.instructions),
    ]
  }

  // MARK: - Responses

  private func response(to id: RequestID, _ result: JSONObject) -> JSONObject {
    ["jsonrpc": "2.0", "id": id.json, "result": .object(result)]
  }

  private func response(to id: RequestID?, _ error: RPCError) -> JSONObject {
    var message: JSONObject = ["jsonrpc": "2.0"]
    if let id {
      message["id"] = id.json
    } else if let session, !session.revision.hasErrorsWithoutID {
      message["id"] = .null
    }
    message["error"] = error.json
    return message
  }

  /// A result with what each has in the stateless revision.
  /// - Parameter isKept: Whether the client may use it again for a while.
  private func finished(
    _ result: JSONObject, _ terms: Terms, kind: String = "complete", isKept: Bool = false
  ) -> JSONObject {
    guard terms.revision.isStateless else { return result }
    var all: JSONObject = ["resultType": .string(kind)]
    for member in result.members { all[member.key] = member.value }
    if isKept {
      all["ttlMs"] = .integer(Self.milliseconds)
      all["cacheScope"] = "private"
    }
    all["_meta"] = [Terms.serverInfoKey: .object(serverInfo(terms))]
    return all
  }

  /// How long a list may be used again: a guide is built anew while somebody writes it.
  private static let milliseconds: Int64 = 5_000
}
