package import Diagnostics

/// What becomes of an `mkdocs.yml` when a guide moves for good.
package struct Migration: Sendable {
  /// The text of the `turnbook.yml` that means the same.
  package let text: String
  /// What the `mkdocs.yml` says and the other file does not.
  package let diagnostics: [Diagnostic]
  /// The file that was read, as it can be opened.
  package let source: String

  /// Reads the `mkdocs.yml` of a folder; nil where there is none.
  package init?(
    _ folder: String, environment: (@Sendable (String) -> String?)?
  ) throws(BuildFailure) {
    guard
      let reading = try Project.mkdocsConfiguration(
        in: folder, named: Project.name(of: folder), environment: environment)
    else { return nil }
    text = ConfigurationText(reading.config).text
    diagnostics = reading.diagnostics
    source = reading.path
  }
}
