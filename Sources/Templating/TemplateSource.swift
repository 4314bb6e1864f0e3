/// One template as it was read: the name other templates call it by, and its bytes.
package struct TemplateSource: Sendable {
  /// What `{{> name}}` and `{{< name}}` say.
  package var name: String
  /// The path that diagnostics print.
  package var path: String
  package var bytes: [UInt8]

  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }
}
