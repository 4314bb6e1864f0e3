import Providers
import Testing

@Suite("Streams of events")
struct EventStreamTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var stream: String
    var events: [ServerSentEvent]
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "line feeds", stream: "data: a\n\ndata: b\n\n", events: [event("a"), event("b")]),
    Case(name: "returns", stream: "data: a\r\rdata: b\r\r", events: [event("a"), event("b")]),
    Case(
      name: "both", stream: "data: a\r\n\r\ndata: b\r\n\r\n", events: [event("a"), event("b")]),
    Case(
      name: "mixed", stream: "data: a\r\n\ndata: b\r\r\ndata: c\n\r",
      events: [event("a"), event("b"), event("c")]),
    Case(
      name: "several lines of data", stream: "data: a\ndata:\ndata:  b\n\n",
      events: [event("a\n\n b")]),
    Case(
      name: "a name", stream: "event: ping\ndata: {}\n\ndata: next\n\n",
      events: [event("{}", "ping"), event("next")]),
    Case(name: "a comment", stream: ": hello\n\n:\ndata: a\n: more\n\n", events: [event("a")]),
    Case(name: "a mark", stream: "\u{FEFF}data: a\n\n", events: [event("a")]),
    Case(name: "a second mark", stream: "\u{FEFF}\u{FEFF}data: a\n\n", events: []),
    Case(
      name: "other fields", stream: "id: 7\nretry: 10\ndatum: x\ndata: a\nData: y\n\n",
      events: [event("a")]),
    Case(name: "a name without data", stream: "event: x\n\ndata: a\n\n", events: [event("a")]),
    Case(
      name: "a field without a colon", stream: "data\n\ndata: a\n\n",
      events: [event(""), event("a")]),
    Case(
      name: "no blank line at the end", stream: "data: a\n\ndata: b\n",
      events: [event("a"), event("b")]),
    Case(name: "no end at all", stream: "data: a\n\ndata: b", events: [event("a"), event("b")]),
    Case(
      name: "text of all kinds", stream: "data: Zürich 👩‍👩‍👧 日本\n\n", events: [event("Zürich 👩‍👩‍👧 日本")]),
    Case(name: "nothing", stream: "", events: []),
    Case(name: "half a mark", stream: "\u{FEFF}", events: []),
    Case(name: "empty lines", stream: "\n\n\r\n\r", events: []),
  ]

  private static func event(_ data: String, _ name: String = "") -> ServerSentEvent {
    ServerSentEvent(name: name, data: Array(data.utf8))
  }

  private func events(_ pieces: [[UInt8]]) throws -> [ServerSentEvent] {
    var stream = ServerSentEvents()
    var events: [ServerSentEvent] = []
    for piece in pieces { try stream.push(piece, into: &events) }
    try stream.finish(into: &events)
    return events
  }

  @Test("a stream is read by its specification, wherever it is cut", arguments: cases)
  func read(sample: Case) throws {
    let bytes = Array(sample.stream.utf8)
    #expect(try events([bytes]) == sample.events)
    #expect(try events(bytes.map { [$0] }) == sample.events, "byte by byte")
    for place in bytes.indices {
      let halves = [Array(bytes[..<place]), [], Array(bytes[place...])]
      #expect(try events(halves) == sample.events, "cut at \(place)")
    }
  }

  @Test("an event is told as soon as its blank line begins")
  func atOnce() throws {
    for end in ["\n", "\r", "\r\n"] {
      var stream = ServerSentEvents()
      var events: [ServerSentEvent] = []
      try stream.push(Array("data: a\(end)\(end)".utf8), into: &events)
      #expect(events.count == 1)
    }
  }

  @Test("a line and an event have limits, and what came before them counts")
  func limits() throws {
    var stream = ServerSentEvents(lineLimit: 20, eventLimit: 30)
    var events: [ServerSentEvent] = []
    #expect(throws: StreamFault.lineTooLong(limit: 20)) {
      try stream.push(Array("data: a\n\ndata: 123456789012345".utf8), into: &events)
    }
    #expect(events == [Self.event("a")])
    stream = ServerSentEvents(lineLimit: 20, eventLimit: 30)
    #expect(throws: StreamFault.eventTooLong(limit: 30)) {
      for _ in 0..<5 { try stream.push(Array("data: 1234567890\n".utf8), into: &events) }
    }
    var lines = JSONLines(lineLimit: 4)
    var texts: [[UInt8]] = []
    #expect(throws: StreamFault.lineTooLong(limit: 4)) {
      try lines.push(Array("{}\n[1,2]\n".utf8), into: &texts)
    }
    #expect(texts == [Array("{}".utf8)])
  }

  @Test("lines of JSON are read wherever they are cut")
  func lines() throws {
    let bytes = Array("{\"a\":\"é\"}\n\r\n  \n{\"b\":1}\r\n{\"c\":2}".utf8)
    for size in 1...bytes.count {
      var lines = JSONLines()
      var texts: [[UInt8]] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        try lines.push(Array(bytes[start..<min(start + size, bytes.count)]), into: &texts)
      }
      lines.finish(into: &texts)
      let strings = texts.map { String(decoding: $0.filter { $0 > 0x20 }, as: UTF8.self) }
      #expect(strings == ["{\"a\":\"é\"}", "{\"b\":1}", "{\"c\":2}"])
    }
  }
}
