package import Checking
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
  /// Style sheets of the author's, after the theme's: paths in the content folder, or addresses.
  package var styles: [String] = []
  /// Scripts of the author's, after the theme's.
  package var scripts: [Script] = []
  /// Where the makers of the site are found elsewhere, at its foot.
  package var profiles: [Profile] = []
  package var hasFeed = true
  /// Whether the feed is written as RSS too, at the addresses that MkDocs' plugin has.
  package var writesRSS = false
  package var blog: BlogSettings?
  /// Nil where pages have no cards.
  package var cards: CardSettings?
  /// Whether a page that does not say when it was revised gets the day of its last commit.
  package var takesDatesFromGit = false
  package var hasSearch = true
  /// Whether the comment `material/tags` in a page shows all tags.
  package var hasTagMarkers = false
  /// Whether related techniques are drawn as a map.
  package var hasMap = true
  /// Whether each page has its Markdown beside it.
  package var hasMarkdownPages = true
  /// Globs of files in the content folder that are no part of the site. One that begins with an
  /// exclamation mark takes back what those before it leave out.
  package var exclude: [Located<String>] = []
  /// Whether files and folders whose names begin with `_` are part of the site.
  package var includesUnderscored = false
  /// Globs of pages that are drafts without saying so.
  package var drafts: [Located<String>] = []
  /// Files and folders of the project that `turnbook serve` watches besides its own.
  package var watch: [String] = []
  package var snippets = SnippetSettings()
  /// Former addresses and where their readers are sent now.
  package var redirects: [Redirect] = []
  package var patterns = PatternNames()
  package var check = CheckSettings()
  package var external = ExternalSettings()

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

  /// A former path or URL, and the page or address that stands for it.
  package struct Redirect: Sendable, Hashable {
    package var from: Located<String>
    package var to: Located<String>
  }

  /// A script that pages load.
  package struct Script: Sendable, Hashable {
    /// A path in the content folder, or an address.
    package var path: String
    package var isModule = false
    /// Whether it runs as soon as it is there, and not after the page has been read.
    package var isAsync = false
  }

  /// A place elsewhere where the makers of a site are found.
  package struct Profile: Sendable, Hashable {
    package var name: String
    package var address: String
  }

  /// Where pages find the files that they include.
  package struct SnippetSettings: Sendable, Hashable {
    /// Folders of the project in which names are looked for first.
    package var folders: [String] = []
    /// Names of files that every page ends with.
    package var append: [String] = []
  }

  /// How links to other sites are checked.
  package struct ExternalSettings: Sendable, Hashable {
    /// Patterns of addresses; where there are any, no other is asked.
    package var include: [String] = []
    package var exclude: [String] = []
    /// Statuses that are right besides 200 to 299.
    package var accept: [Int] = []
    /// Seconds.
    package var timeout = 20
    package var retries = 2
    package var perHost = 2
    package var atOnce = 32
    /// Days for which a good answer is believed.
    package var days = 1
    package var checksFragments = true
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
