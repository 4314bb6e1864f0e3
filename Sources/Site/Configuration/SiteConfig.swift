package import Diagnostics
package import Markdown
import YAML

/// What `turnbook.yml` says about a site. A key that is absent, or whose value is wrong, has its
/// default here.
package struct SiteConfig: Sendable, Hashable {
  package var name: String
  /// Where the site will stand; nil as long as nobody has said.
  package var url: SiteURL?
  package var description: String?
  /// A language tag as HTML's `lang` wants it.
  package var language = "en"
  package var author: String?
  package var copyright: String?
  /// Where the sources are kept.
  package var repository: String?
  /// Where a page's source can be edited: `{path}` stands for the file's path in the content
  /// folder; without it, the path is appended.
  package var editURL: String?
  package var platforms: [Platform] = []
  /// Nil where the navigation follows the folders.
  package var navigation: [NavigationEntry]?
  package var folders = Folders()
  /// Whether `page.md` becomes `page/` rather than `page.html`.
  package var usesDirectoryURLs = true
  package var anchors = AnchorStyle.mkdocs
  package var dialect = Dialect()
  package var theme = ThemeSettings()
  package var hasFeed = true
  /// Globs of files in the content folder that are no part of the site.
  package var exclude: [Located<String>] = []

  /// The site of a project without `turnbook.yml`.
  package init(named folderName: String) {
    name = folderName
  }
}

extension SiteConfig {
  /// Folders of the project, relative to it, without `.` and without a slash at the end.
  package struct Folders: Sendable, Hashable {
    package var content = "content"
    package var templates = "templates"
    package var output = "site"
  }

  /// Something that patterns run on.
  package struct Platform: Sendable, Hashable {
    package var id: Located<String>
    /// What readers see; nil where the id will do.
    package var name: String?
    /// How much it can read at once, in tokens.
    package var window: Int?
  }

  /// How a heading becomes an anchor.
  package enum AnchorStyle: String, Sendable, Hashable, CaseIterable {
    /// As mkdocs does: ASCII only.
    case mkdocs
    /// As mkdocs does, keeping the letters of all scripts.
    case unicode
    case github
  }

  package struct ThemeSettings: Sendable, Hashable {
    package var accent: Accent?
    /// Path in the content folder.
    package var logo: String?
    /// Path in the content folder.
    package var favicon: String?
  }

  /// A CSS colour for a light and for a dark page.
  package struct Accent: Sendable, Hashable {
    package var light: String
    package var dark: String
  }
}
