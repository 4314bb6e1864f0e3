import ByteText
import JSON

/// Cuts what a client sends into messages, each behind a header with its length (Language Server
/// Protocol 3.17, base protocol).
struct MessageFrames {
  enum Frame: Hashable {
    case message([UInt8])
    /// Something that is no message, in words.
    case malformed(String)
  }

  /// Bytes of the longest message that is read.
  private let limit: Int
  private static let headerLimit = 4096
  private var pending: [UInt8] = []
  /// Bytes of a message that is too long, still to be passed over.
  private var skipped = 0

  init(limit: Int) { self.limit = limit }

  /// The messages that end in these bytes.
  mutating func take(_ bytes: [UInt8]) -> [Frame] {
    pending += bytes
    var frames: [Frame] = []
    var start = 0
    while true {
      if skipped > 0 {
        let count = min(skipped, pending.count - start)
        skipped -= count
        start += count
      }
      guard start < pending.count, let header = Header(pending, from: start) else { break }
      guard let length = header.length else {
        frames.append(.malformed("a message has a header \"Content-Length\""))
        start = header.end
        continue
      }
      guard length <= limit else {
        frames.append(.malformed("the message is longer than any that is read"))
        skipped = length
        start = header.end
        continue
      }
      guard header.end + length <= pending.count else { break }
      frames.append(.message(Array(pending[header.end..<(header.end + length)])))
      start = header.end + length
    }
    pending.removeFirst(start)
    if pending.count > Self.headerLimit, Header(pending, from: 0) == nil {
      pending = []
      frames.append(.malformed("the header of a message ends with an empty line"))
    }
    return frames
  }

  /// The lines before a message.
  private struct Header {
    /// Nil where it is not said.
    var length: Int?
    /// Where the message begins.
    var end: Int

    /// Nil where the header has not ended yet.
    init?(_ bytes: [UInt8], from start: Int) {
      var line = start
      while let feed = bytes[line...].firstIndex(of: 0x0A) {
        var text = bytes[line..<feed]
        if text.last == 0x0D { text.removeLast() }
        line = feed + 1
        if text.isEmpty {
          end = line
          return
        }
        let field = String(decoding: text, as: UTF8.self).split(separator: ":", maxSplits: 1)
        guard field.count == 2, field[0].lowercased() == "content-length" else { continue }
        length = Int(field[1].filter { $0 != " " }).flatMap { $0 < 0 ? nil : $0 }
      }
      return nil
    }
  }

  /// A message as it is sent.
  static func framed(_ message: JSONObject) -> [UInt8] {
    var body = ByteBuffer()
    body.append(json: .object(message))
    var bytes = Array("Content-Length: \(body.count)\r\n\r\n".utf8)
    body.withBytes { bytes += $0 }
    return bytes
  }
}
