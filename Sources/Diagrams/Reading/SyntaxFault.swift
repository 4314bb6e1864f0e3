/// Why the source of a diagram cannot be read, and where.
struct SyntaxFault: Error {
  /// One sentence without a full stop.
  var message: String
  /// Bytes of the diagram's source.
  var range: Range<Int>
  var help: String?

  init(_ message: String, _ range: Range<Int>, help: String? = nil) {
    self.message = message
    self.range = range
    self.help = help
  }
}
