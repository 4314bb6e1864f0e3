/// The pair of byte runs that surround a tag; `{{` and `}}` until a `{{= =}}` tag changes them.
struct Delimiters: Sendable {
  var open: [UInt8]
  var close: [UInt8]

  static let standard = Delimiters(open: Array("{{".utf8), close: Array("}}".utf8))

  /// How a tag with this content is written here, for a diagnostic.
  func tag(_ content: String) -> String {
    String(decoding: open, as: UTF8.self) + content + String(decoding: close, as: UTF8.self)
  }
}
