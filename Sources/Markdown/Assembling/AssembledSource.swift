package import ByteText
package import Diagnostics

/// The Markdown of a page with the files that it includes in their places, and with pieces of it
/// replaced: what stands in the source, not what was made of it.
package enum AssembledSource {
  /// Something that is written in the place of bytes of a file.
  package struct Change: Sendable, Hashable {
    /// The printed path of the file.
    package var path: String
    package var range: ByteRange
    package var text: [UInt8]

    package init(path: String, range: ByteRange, text: [UInt8]) {
      self.path = path
      self.range = range
      self.text = text
    }
  }

  /// Appends the text that begins at `start` of a page.
  /// - Parameter changes: in any order; of those that overlap the first of the file counts.
  package static func write(
    _ bytes: [UInt8], from start: Int, path: String, snippets: SnippetSet, dialect: Dialect,
    changes: [Change], into output: inout ByteBuffer
  ) {
    guard dialect.snippets, SnippetReference.mayInclude(bytes) else {
      var pieces = Pieces(of: bytes, changes.filter { $0.path == path })
      return pieces.write(start..<bytes.count, into: &output)
    }
    var lowering = Lowering(dialect: dialect)
    lowering.readLines(ofPage: bytes, from: start, path: path, snippets: snippets)
    var pieces: [Pieces] = []
    for (file, bytes) in lowering.files.enumerated() {
      pieces.append(Pieces(of: bytes, changes.filter { $0.path == lowering.paths[file] }))
    }
    for line in lowering.lines {
      output.append(repeating: UInt8(ascii: " "), count: line.indent)
      pieces[line.file].write(line.start..<line.next, into: &output)
      if line.next == line.end { output.append(0x0A) }
    }
  }
}

/// The bytes of a file with its changes, read from the front.
private struct Pieces {
  private let bytes: [UInt8]
  private var changes: [AssembledSource.Change] = []
  private var next = 0
  /// Up to here a change has taken the place of what stood there.
  private var passed = 0

  init(of bytes: [UInt8], _ changes: [AssembledSource.Change]) {
    self.bytes = bytes
    for change in changes.sorted(by: { $0.range.start < $1.range.start }) {
      let isFree = self.changes.last.map { $0.range.end <= change.range.start } ?? true
      if isFree, change.range.end <= bytes.count { self.changes.append(change) }
    }
  }

  mutating func write(_ range: Range<Int>, into output: inout ByteBuffer) {
    if range.lowerBound < passed, next > 0, changes[next - 1].range.start >= range.lowerBound {
      // The file is included once more.
      next = 0
      passed = 0
    }
    var index = max(range.lowerBound, min(passed, range.upperBound))
    while next < changes.count, changes[next].range.start < range.upperBound {
      let change = changes[next]
      next += 1
      guard change.range.start >= index else { continue }
      output.append(bytes[index..<change.range.start])
      output.append(change.text)
      passed = change.range.end
      index = min(passed, range.upperBound)
    }
    output.append(bytes[index..<range.upperBound])
  }
}
