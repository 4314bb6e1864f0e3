/// What libyaml could not read, in its own words, and where. Offsets are bytes from the start of
/// the file.
struct SyntaxProblem: Error {
  var problem: String
  var offset: Int
  /// The construct that libyaml was in, such as `while parsing a flow sequence`, and where it
  /// begins.
  var context: String?
  var contextOffset: Int?
  /// Whether the bytes themselves are wrong: not UTF-8, or a character that YAML does not allow.
  var isEncoding = false
}
