/// A file that the editor has open: its text counts, whatever the disk has.
struct OpenDocument: Sendable {
  /// As the editor calls it.
  let uri: String
  /// The absolute path without links; nil for what is no file, or none yet.
  let path: String?
  let language: String
  var version: Int?
  var text: TextDocument
  /// Whether the guide has not seen the text as it is now.
  var isNew = true
}
