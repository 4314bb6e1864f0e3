extension Page {
  /// The same page as it would be read from another file: what else depends on the path, such as a
  /// title that nobody wrote, is as it was.
  package func at(_ path: String, printedPath: String) -> Page {
    Page(
      path: path, printedPath: printedPath, frontMatter: frontMatter, body: body,
      platformLine: platformLine, title: title, titleHTML: titleHTML, diagnostics: diagnostics,
      size: size, fingerprint: fingerprint)
  }
}
