import Fetch
import JSON

/// Makes a draft of an answer from the pieces of an exchange.
struct AnswerReader {
  /// What ended the reading early.
  enum Fault {
    case reported(ReportedError)
    case malformed(String)
    case foreign
  }

  let format: any AnswerFormat.Type
  private(set) var draft = AnswerDraft()
  private(set) var head: ExchangeHead?
  private(set) var fault: Fault?
  private var kind = Kind.stream
  private var events = ServerSentEvents()
  private var lines = JSONLines()
  /// What is read when it is whole.
  private var body: [UInt8] = []

  private enum Kind {
    case stream, whole, error, foreign
  }

  init(_ format: any AnswerFormat.Type) { self.format = format }

  /// So much of an error is read.
  private static let errorLimit = 256 << 10

  mutating func begin(_ head: ExchangeHead) {
    self.head = head
    let type = head.mediaType
    if !(200..<300).contains(head.status) {
      kind = .error
    } else if type == "application/json", format.framing == .events {
      kind = .whole
    } else if Self.streamTypes.contains(type) || type.hasSuffix("json") {
      kind = .stream
    } else {
      kind = .foreign
    }
  }

  /// Some servers do not say it, or wrongly.
  private static let streamTypes: Set<String> = [
    "", "text/event-stream", "text/plain", "application/octet-stream", "application/x-ndjson",
  ]

  /// - Returns: Whether more is wanted.
  mutating func take(_ bytes: [UInt8]) -> Bool {
    switch kind {
    case .stream: read(bytes)
    case .whole: body += bytes
    case .error, .foreign: body += bytes.prefix(Self.errorLimit - body.count)
    }
    return fault == nil && !draft.isDone
  }

  /// Words that a recording holds in place of bytes.
  mutating func take(text: String) -> Bool {
    draft.hasBegun = true
    draft.say(text)
    draft.finish = .stop
    return true
  }

  /// Hands on the words that came since the last time.
  mutating func takeFresh() -> String { draft.takeFresh() }

  /// The connection ended, as it should or not.
  mutating func finish(isWhole: Bool) {
    guard fault == nil, !draft.isDone else { return }
    switch kind {
    case .stream: if isWhole { finishStream() }
    case .whole: if isWhole { readWhole() }
    case .error: readError()
    case .foreign: fault = .foreign
    }
  }

  private mutating func read(_ bytes: [UInt8]) {
    switch format.framing {
    case .events:
      var found: [ServerSentEvent] = []
      let problem = Self.problem { () throws(StreamFault) in
        try events.push(bytes, into: &found)
      }
      for event in found where fault == nil && !draft.isDone { readEvent(event.data) }
      if let problem, fault == nil, !draft.isDone { fault = .malformed(problem.words) }
    case .lines:
      var found: [[UInt8]] = []
      let problem = Self.problem { () throws(StreamFault) in try lines.push(bytes, into: &found) }
      for line in found where fault == nil && !draft.isDone { readEvent(line) }
      if let problem, fault == nil, !draft.isDone { fault = .malformed(problem.words) }
    }
  }

  private static func problem(_ work: () throws(StreamFault) -> Void) -> StreamFault? {
    do throws(StreamFault) { try work() } catch { return error }
    return nil
  }

  private mutating func finishStream() {
    let hadBegun = draft.hasBegun
    var found: [[UInt8]] = []
    switch format.framing {
    case .events:
      var last: [ServerSentEvent] = []
      _ = Self.problem { () throws(StreamFault) in try events.finish(into: &last) }
      found = last.map(\.data)
    case .lines: lines.finish(into: &found)
    }
    for text in found where fault == nil && !draft.isDone { readEvent(text) }
    // Half an event at the end is a stream that was cut, not one that is wrong.
    if case .malformed = fault, hadBegun { fault = nil }
  }

  private mutating func readEvent(_ data: [UInt8]) {
    if data.elementsEqual("[DONE]".utf8) {
      draft.isDone = true
      return
    }
    if data.allSatisfy({ $0 <= 0x20 }) { return }
    let format = format
    parse(data) { event, draft throws(ReportedError) in try format.take(event, into: &draft) }
  }

  private mutating func readWhole() {
    let format = format
    let body = body
    parse(body) { answer, draft throws(ReportedError) in
      try format.takeWhole(answer, into: &draft)
    }
  }

  private mutating func parse(
    _ bytes: [UInt8], _ read: (JSONValue, inout AnswerDraft) throws(ReportedError) -> Void
  ) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes, duplicateKeys: .keepLast)
    } catch {
      fault = .malformed(error.message)
      return
    }
    do throws(ReportedError) { try read(value, &draft) } catch { fault = .reported(error) }
  }

  private mutating func readError() {
    let value = try? JSONValue(parsing: body, duplicateKeys: .keepLast)
    if let error = value.flatMap({ ReportedError($0) }) {
      fault = .reported(error)
    } else if let status = head?.status, Self.isForeign(head?.mediaType ?? ""),
      ![401, 404, 429].contains(status), status < 500
    {
      fault = .foreign
    } else {
      // FastAPI and others say it their own way.
      let words = value?["message"]?.string ?? value?["detail"]?.string ?? ""
      fault = .reported(ReportedError(message: words))
    }
  }

  private static func isForeign(_ type: String) -> Bool { type.contains("html") }
}
