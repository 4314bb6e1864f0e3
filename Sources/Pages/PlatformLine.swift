package import Diagnostics
import YAML

/// A line `> **Platforms:** `claude` `openai`` near the top of a page: it declares platforms as the
/// front matter does.
package struct PlatformLine: Sendable {
  package var ids: [Located<String>]
  /// The whole line with its ending.
  package var range: ByteRange

  /// Looks for the line among the first of the body; a quote of several lines is a quote.
  init?(in bytes: [UInt8], from start: Int) {
    var index = start
    var isAfterQuote = false
    for _ in 0..<Self.searchedLines where index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      let next = min(end + 1, bytes.count)
      let line = bytes[index..<end]
      let isQuote = line.first == UInt8(ascii: ">")
      if isQuote, !isAfterQuote, let ids = Self.ids(in: line) {
        guard next >= bytes.count || bytes[next] != UInt8(ascii: ">") else { return nil }
        self.ids = ids
        range = ByteRange(index, next)
        return
      }
      isAfterQuote = isQuote
      index = next
    }
    return nil
  }

  private static let searchedLines = 12

  /// The code spans of the line, when it is one of platforms.
  private static func ids(in line: ArraySlice<UInt8>) -> [Located<String>]? {
    let text = line.dropFirst().drop { $0 == UInt8(ascii: " ") }
    let label = Array("**Platforms:**".utf8)
    guard text.starts(with: label) else { return nil }
    var ids: [Located<String>] = []
    var index = text.startIndex + label.count
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: "`"):
        guard let close = line[(index + 1)...].firstIndex(of: UInt8(ascii: "`")) else { return nil }
        let id = String(decoding: line[(index + 1)..<close], as: UTF8.self)
        ids.append(Located(id, ByteRange(index + 1, close)))
        index = close + 1
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\t"),
        UInt8(ascii: "\\"):
        index += 1
      default: return nil
      }
    }
    return ids.isEmpty ? nil : ids
  }
}
