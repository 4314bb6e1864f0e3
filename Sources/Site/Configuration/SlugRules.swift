import ByteText

extension SiteConfig {
  /// How headings become anchors.
  var slugRule: SlugRule {
    switch anchors {
    case .mkdocs: .mkdocs
    case .unicode: .unicode
    case .github: .github
    }
  }
}
