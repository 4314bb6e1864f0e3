import Markdown
import Pages
package import YAML

extension SiteConfig {
  /// The keys of `turnbook.yml` with their types: what is checked, and what the reference and the
  /// JSON Schema show.
  package static let record = Record([
    Field(
      "name", .text, "the site's name; else the name of the project's folder",
      otherNames: ["site_name", "title"]),
    Field(
      "url", .formatted(.siteURL), "where the site will stand, for feeds and canonical links",
      otherNames: ["site_url", "base_url", "baseURL"]),
    Field(
      "description", .text, "one or two sentences on what the site is about",
      otherNames: ["site_description"]),
    Field(
      "language", .formatted(.languageTag), "the language of the pages", standard: .text("en"),
      otherNames: ["lang", "locale"]),
    Field("author", .text, "who answers for the site", otherNames: ["site_author", "authors"]),
    Field("copyright", .text, "the line at the foot of every page"),
    Field(
      "repository", .formatted(.webURL), "where the sources are kept", otherNames: ["repo_url"]),
    Field(
      "edit_url", .formatted(.webURL),
      "where a page's source can be edited; {path} stands for its path, else it is appended",
      otherNames: ["edit_uri", "edit_uri_template"]),
    Field(
      "platforms",
      .either([
        .list(.formatted(.plainName), of: "ids"),
        .dictionary(.plainName, .record(platform), of: "ids to names and windows"),
      ]), "what the patterns of the site run on"),
    Field(
      "navigation",
      .other(expected: "a list of pages and sections", definition: "navigation"),
      "the pages in their order; else they follow the folders", otherNames: ["nav", "sidebar"]),
    Field(
      "content", .formatted(.folder), "the folder of the pages", standard: .text("content"),
      otherNames: ["docs_dir", "src", "source"]),
    Field(
      "templates", .formatted(.folder), "the folder of templates that replace the theme's own",
      standard: .text("templates"), otherNames: ["custom_dir", "theme_dir"]),
    Field(
      "output", .formatted(.folder), "the folder in which the site is built",
      standard: .text("site"), otherNames: ["site_dir", "publishDir", "build_dir"]),
    Field(
      "directory_urls", .bool, "whether page.md becomes page/ rather than page.html",
      standard: .bool(true), otherNames: ["use_directory_urls"]),
    Field(
      "slug", .choice(AnchorStyle.allCases.map(\.rawValue)), "how a heading becomes an anchor",
      standard: .text("mkdocs"), otherNames: ["slugify"]),
    Field(
      "dialect", .record(dialectRecord), "what pages may use beyond CommonMark",
      otherNames: ["markdown_extensions"]),
    Field(
      "html", .choice(HTMLPolicy.allCases.map(\.rawValue)),
      "what becomes of HTML in pages: it stays, is shown as text, or is held to a list",
      standard: .text("allow"), otherNames: ["raw_html", "unsafe_html", "sanitize"]),
    Field(
      "tab_anchors", .choice(Dialect.TabAnchors.allCases.map(\.rawValue)),
      "what the anchor of a tab is made of: its number, its label, or heading and label",
      standard: .text("number")),
    Field(
      "snippets", .record(snippetsRecord), "where pages find the files that they include"),
    Field("theme", .record(themeRecord), "how the site looks"),
    Field(
      "styles", .list(.formatted(.pathOrAddress), of: "paths"),
      "style sheets that every page loads after the theme's", otherNames: ["extra_css"]),
    Field(
      "scripts",
      .list(.either([.formatted(.pathOrAddress), .record(scriptRecord)]), of: "paths"),
      "scripts that every page loads after the theme's", otherNames: ["extra_javascript"]),
    Field(
      "profiles", .dictionary(.profileName, .formatted(.linkAddress), of: "names to addresses"),
      "where the makers of the site are found elsewhere, shown at the foot of pages",
      otherNames: ["social"]),
    Field(
      "social_cards", .either([.bool, .record(cardRecord)]),
      "whether each page has a picture that other sites show beside a link to it, and how it looks",
      standard: .bool(false), otherNames: ["social_images", "og_image"]),
    Field("blog", .record(blogRecord), "a folder of dated posts with pages that list them"),
    Field(
      "git_dates", .bool,
      "whether a page that does not say when it was revised gets the day of its last commit",
      standard: .bool(false)),
    Field(
      "feed", .bool, "whether the site has a feed of its dated pages", standard: .bool(true)),
    Field(
      "rss", .bool,
      "whether the feed is written as RSS too, at feed_rss_created.xml and feed_rss_updated.xml",
      standard: .bool(false)),
    Field("search", .bool, "whether readers can search the site", standard: .bool(true)),
    Field(
      "tag_markers", .bool, "whether the comment material/tags in a page shows all tags",
      standard: .bool(false)),
    Field(
      "technique_map", .bool,
      "whether related techniques are drawn as a map, and on each page those around it",
      standard: .bool(true)),
    Field(
      "markdown_pages", .bool,
      "whether each page has its Markdown beside it, and the site an llms.txt",
      standard: .bool(true), otherNames: ["llmstxt", "llms_txt", "markdown_twins"]),
    Field(
      "exclude", .list(.formatted(.glob), of: "patterns"),
      "files of the content folder that are no part of the site; ! before one takes it back",
      otherNames: ["exclude_docs"]),
    Field(
      "underscored", .bool,
      "whether files and folders whose names begin with _ are part of the site",
      standard: .bool(false)),
    Field(
      "drafts", .list(.formatted(.glob), of: "patterns"),
      "pages that are drafts without saying so", otherNames: ["draft_docs"]),
    Field(
      "watch", .list(.formatted(.folder), of: "paths"),
      "files and folders of the project that `turnbook serve` watches besides its own"),
    Field(
      "redirects", .dictionary(.webPath, .text, of: "former paths to pages or addresses"),
      "where readers of former addresses are sent", otherNames: ["redirect_maps", "aliases"]),
    Field("patterns", .record(patternsRecord), "how technique pages are read"),
    Field(
      "check", .record(checkRecord), "what is demanded of the pages",
      otherNames: ["validation", "lint"]),
  ])

  private static let snippetsRecord = Record([
    Field(
      "folders", .list(.formatted(.folder), of: "folders"),
      "folders of the project in which their names are looked for first"),
    Field("append", .list(.text, of: "names"), "files that every page ends with"),
  ])

  private static let scriptRecord = Record([
    Field(
      "path", .formatted(.pathOrAddress), "a path in the content folder, or an address",
      isRequired: true),
    Field("module", .bool, "whether the script is a module", standard: .bool(false)),
    Field(
      "async", .bool, "whether it runs as soon as it is there", standard: .bool(false)),
  ])

  private static let platform = Record([
    Field("name", .text, "what readers see instead of the id"),
    Field("window", .integer(1...Int.max), "how much it can read at once, in tokens"),
  ])

  private static let themeRecord = Record([
    Field(
      "accent", .either([.formatted(.colour), .record(accent)]),
      "the colour of links and of what can be pressed"),
    Field("logo", .formatted(.contentPath), "an image in the content folder"),
    Field("favicon", .formatted(.contentPath), "an image in the content folder"),
  ])

  private static let accent = Record([
    Field("light", .formatted(.colour), "the colour on a light page", isRequired: true),
    Field("dark", .formatted(.colour), "the colour on a dark page; else the same"),
  ])

  private static let dialectRecord = Record(
    Dialect.switches.map { name, key in
      Field(
        name, .bool, dialectSummaries[name] ?? name, standard: .bool(Dialect()[keyPath: key]))
    })

  /// What each switch of the dialect lets an author write.
  static let dialectSummaries: [String: String] = [
    "admonitions": "boxes that begin with !!! and a type",
    "collapsibles": "boxes that begin with ??? and can be folded",
    "tabs": "tabs that begin with === and a label",
    "tables": "tables of pipes and dashes",
    "code_attributes": "titles, line numbers and marked lines of code blocks",
    "highlighting": "colours for the code of known languages",
    "diagrams": "drawings in the place of code blocks of mermaid",
    "attribute_lists": "ids, classes and attributes in braces",
    "footnotes": "footnotes such as [^1]",
    "task_lists": "lists with boxes to tick, such as - [ ]",
    "definition_lists": "terms with definitions below them that begin with a colon",
    "abbreviations": "abbreviations that are explained once, such as *[LLM]",
    "markdown_in_html": "Markdown inside HTML elements that carry the attribute markdown",
    "snippets": "other files, included with --8<--",
    "emoji": "names of emoji and icons between colons",
    "alerts": "block quotes that begin with [!NOTE], as on GitHub",
    "asides": "boxes between lines of three colons, as in Starlight",
    "autolinks": "links from URLs that stand in the text",
    "marks": "highlighted text between ==",
    "strikethrough": "struck text between ~~",
    "superscripts": "raised text between carets",
    "subscripts": "lowered text between tildes",
    "smart_punctuation": "typographic quotes, dashes and ellipses",
  ]
}
