/// What proves to a provider who asks. It shows in no description, dump or text of its own.
package struct APIKey: Sendable {
  private let text: String

  /// Takes a key as an environment holds it: white space around it is not part of it. nil where it
  /// is empty or could not stand in a header.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// For the one header that carries it.
  func value(after prefix: String = "") -> String { prefix + text }

  /// The same text with other words in the key's place: some servers repeat it in their answers.
  package func hidden(in words: String) -> String { words.replacing(text, with: Self.shown) }

  /// The same bytes with other words in the key's place.
  func hidden(in bytes: [UInt8]) -> [UInt8] {
    bytes.replacing(Array(text.utf8), with: Array(Self.shown.utf8))
  }

  private static let shown = "(key)"
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { Self.shown }
  package var debugDescription: String { Self.shown }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
