package import Diagnostics

/// What one YAML text holds, and what is wrong with it. Every range counts bytes from the start of
/// the file.
///
/// A text that breaks YAML's grammar still yields the entries around the fault, so that they can be
/// checked in the same run.
package struct YAMLDocument: Sendable {
  /// The value of the document; nil where there is nothing but white space and comments.
  package let root: YAMLNode?
  /// Whether all of the text was read, and nothing was wrong with it.
  package let isComplete: Bool
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - source: the whole file, with or without a byte order mark.
  ///   - part: the bytes of the file that are YAML; nil for all of them.
  ///   - path: the file as diagnostics name it.
  package init(parsing source: Span<UInt8>, in part: Range<Int>? = nil, path: String? = nil) {
    self = source.withUnsafeBufferPointer { bytes in
      let start = Self.lengthOfByteOrderMark(bytes)
      let part = (part ?? 0..<bytes.count).clamped(to: start..<bytes.count)
      if let root = PlainMapping.read(bytes, in: part) { return Self(root: root) }
      return Self(readingWithLibYAML: bytes, in: part, path: path)
    }
  }

  private init(root: YAMLNode) {
    self.root = root
    isComplete = true
    diagnostics = []
  }

  /// All of YAML; the bytes carry no byte order mark.
  init(readingWithLibYAML bytes: UnsafeBufferPointer<UInt8>, in part: Range<Int>, path: String?) {
    var builder = NodeBuilder(source: SourceLines(bytes: bytes), path: path)
    builder.build(part)
    root = builder.root
    isComplete = builder.isComplete
    diagnostics = builder.diagnostics
  }

  private static func lengthOfByteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }
}
