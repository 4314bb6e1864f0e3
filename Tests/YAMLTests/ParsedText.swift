import Diagnostics

@testable import YAML

/// A text with the document that was read from it, so that tests can speak of ranges as the text
/// they cover.
struct ParsedText {
  let bytes: [UInt8]
  let document: YAMLDocument

  init(_ text: String, in part: Range<Int>? = nil) {
    self.init(Array(text.utf8), in: part)
  }

  init(_ bytes: [UInt8], in part: Range<Int>? = nil) {
    self.bytes = bytes
    document = YAMLDocument(parsing: bytes.span, in: part, path: "page.md")
  }

  /// The same text with the shortcut around libyaml closed.
  static func withLibYAML(_ bytes: [UInt8]) -> YAMLDocument {
    bytes.withUnsafeBufferPointer {
      YAMLDocument(readingWithLibYAML: $0, in: 0..<bytes.count, path: "page.md")
    }
  }

  var root: YAMLNode? { document.root }
  var codes: [String] { document.diagnostics.map(\.code.id) }

  func text(_ range: ByteRange?) -> String? {
    range.map { String(decoding: bytes[$0.indices.clamped(to: bytes.indices)], as: UTF8.self) }
  }

  /// What each diagnostic points at.
  var marked: [String] { document.diagnostics.compactMap { text($0.range) } }
}

extension YAMLNode {
  /// The tree without its ranges: texts as they are, lists in brackets, mappings in braces.
  var outline: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence(let items): "[" + items.map(\.outline).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.outline)" }.joined(separator: ", ") + "}"
    }
  }
}
