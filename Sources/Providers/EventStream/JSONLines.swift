/// Reads a stream of JSON texts, one a line, as they come.
package struct JSONLines {
  private var lines: LineSplitter

  /// - Parameter lineLimit: The most bytes of a line.
  package init(lineLimit: Int = 8 << 20) {
    lines = LineSplitter(endsAtReturn: false, limit: lineLimit)
  }

  /// Takes some bytes and appends the lines that they complete, without empty ones.
  package mutating func push(_ bytes: [UInt8], into texts: inout [[UInt8]]) throws(StreamFault) {
    try lines.push(bytes) { line throws(StreamFault) in
      if !Self.isEmpty(line) { texts.append(line) }
    }
  }

  /// Ends the stream: the last line may lack its line break.
  package mutating func finish(into texts: inout [[UInt8]]) {
    let rest = lines.finish()
    if !Self.isEmpty(rest) { texts.append(rest) }
  }

  private static func isEmpty(_ line: [UInt8]) -> Bool { line.allSatisfy { $0 <= 0x20 } }
}
