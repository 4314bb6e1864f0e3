/// Takes bytes as they come and gives lines, wherever the bytes were cut.
struct LineSplitter {
  /// Whether a carriage return alone ends a line, as it does in server-sent events.
  let endsAtReturn: Bool
  let limit: Int
  private var line: [UInt8] = []
  private var followsReturn = false

  init(endsAtReturn: Bool, limit: Int) {
    self.endsAtReturn = endsAtReturn
    self.limit = limit
  }

  mutating func push(
    _ bytes: [UInt8], onLine: ([UInt8]) throws(StreamFault) -> Void
  ) throws(StreamFault) {
    var start = 0
    for (index, byte) in bytes.enumerated() {
      let followed = followsReturn
      followsReturn = false
      if byte == UInt8(ascii: "\n") {
        // The second half of a line break.
        if followed {
          start = index + 1
          continue
        }
      } else if byte == UInt8(ascii: "\r"), endsAtReturn {
        followsReturn = true
      } else {
        continue
      }
      try keep(bytes[start..<index])
      start = index + 1
      let whole = line
      line.removeAll(keepingCapacity: true)
      try onLine(whole)
    }
    try keep(bytes[start...])
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) throws(StreamFault) {
    guard line.count + bytes.count <= limit else { throw .lineTooLong(limit: limit) }
    line += bytes
  }

  /// The last line, which nothing ended; empty where there is none.
  mutating func finish() -> [UInt8] {
    defer { line = [] }
    return line
  }
}

/// Why a stream is not read any further.
package enum StreamFault: Error, Hashable, Sendable {
  case lineTooLong(limit: Int)
  case eventTooLong(limit: Int)

  package var words: String {
    switch self {
    case .lineTooLong(let limit): "a line is longer than \(limit) bytes"
    case .eventTooLong(let limit): "an event is longer than \(limit) bytes"
    }
  }
}
