/// One event of a stream.
package struct ServerSentEvent: Sendable, Hashable {
  /// Empty where the stream does not say.
  package var name: String
  /// The lines of its data with line breaks between them.
  package var data: [UInt8]

  package init(name: String = "", data: [UInt8]) {
    self.name = name
    self.data = data
  }
}

/// Reads server-sent events as they come (HTML Standard, "Server-sent events"). Comments, ids and
/// times to reconnect are passed over.
package struct ServerSentEvents {
  private var lines: LineSplitter
  private let eventLimit: Int
  private var name = ""
  private var data: [UInt8] = []
  private var hasData = false
  /// What may be the beginning of a byte order mark; nil once it is known.
  private var start: [UInt8]? = []

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// - Parameters: The most bytes of a line and of an event's data.
  package init(lineLimit: Int = 8 << 20, eventLimit: Int = 16 << 20) {
    lines = LineSplitter(endsAtReturn: true, limit: lineLimit)
    self.eventLimit = eventLimit
  }

  /// Takes some bytes and appends the events that they complete, those before a fault too.
  package mutating func push(
    _ bytes: [UInt8], into events: inout [ServerSentEvent]
  ) throws(StreamFault) {
    var bytes = bytes
    if let held = start {
      bytes = held + bytes
      if bytes.count < Self.mark.count, Self.mark.starts(with: bytes) {
        start = bytes
        return
      }
      start = nil
      if bytes.starts(with: Self.mark) { bytes.removeFirst(Self.mark.count) }
    }
    // The splitter is taken out, so that its lines can change the rest.
    var lines = self.lines
    defer { self.lines = lines }
    try lines.push(bytes) { line throws(StreamFault) in try take(line, &events) }
  }

  /// Ends the stream. The specification drops an event without its blank line; some servers leave
  /// that out at the end, so it counts here.
  package mutating func finish(into events: inout [ServerSentEvent]) throws(StreamFault) {
    if let held = start, !held.isEmpty { try lines.push(held) { _ throws(StreamFault) in } }
    let rest = lines.finish()
    if !rest.isEmpty { try take(rest, &events) }
    try take([], &events)
  }

  private mutating func take(
    _ line: [UInt8], _ events: inout [ServerSentEvent]
  ) throws(StreamFault) {
    if line.isEmpty {
      if hasData { events.append(ServerSentEvent(name: name, data: data)) }
      (name, data, hasData) = ("", [], false)
      return
    }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.count
    var value = line.dropFirst(colon + 1)
    if value.first == UInt8(ascii: " ") { value.removeFirst() }
    let field = line[..<colon]
    if field.elementsEqual("data".utf8) {
      guard data.count + value.count < eventLimit else { throw .eventTooLong(limit: eventLimit) }
      if hasData { data.append(UInt8(ascii: "\n")) }
      data += value
      hasData = true
    } else if field.elementsEqual("event".utf8) {
      name = String(decoding: value, as: UTF8.self)
    }
  }
}
