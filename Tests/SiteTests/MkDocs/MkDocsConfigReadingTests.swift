import Checking
import Diagnostics
import Markdown
import Testing

@testable import Site

@Suite("mkdocs.yml")
struct MkDocsConfigReadingTests {
  private static func reading(
    _ text: String, files: [String: String] = [:], variables: [String: String] = [:]
  ) -> MkDocsConfigReading {
    var surroundings = MkDocsSurroundings()
    surroundings.file = { name in files[name].map { (name, Array($0.utf8)) } }
    surroundings.variable = { variables[$0] }
    return MkDocsConfigReading(
      source: Array(text.utf8).span, path: "mkdocs.yml", folderName: "F",
      surroundings: surroundings)
  }

  @Test(
    "what pages may use is what the extensions say",
    arguments: [
      ("", ["tables", "code_attributes", "highlighting", "alerts", "asides"]),
      (
        "[extra, pymdownx.tilde]",
        [
          "tables", "code_attributes", "highlighting", "alerts", "asides", "footnotes",
          "attribute_lists", "definition_lists", "abbreviations", "markdown_in_html",
          "strikethrough", "subscripts",
        ]
      ),
      (
        "{markdown.extensions.admonition: , pymdownx.tabbed: {alternate_style: true}}",
        ["tables", "code_attributes", "highlighting", "alerts", "asides", "admonitions", "tabs"]
      ),
    ])
  func extensions(list: String, switches: [String]) {
    let config = Self.reading("markdown_extensions: \(list)\n").config
    let on = Dialect.switches.filter { config.dialect[keyPath: $0.key] }.map(\.name)
    #expect(Set(on) == Set(switches))
  }

  @Test(
    "anchors follow the function that makes slugs",
    arguments: [
      ("!!python/name:pymdownx.slugs.uslugify", SiteConfig.AnchorStyle.github),
      ("!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}", .github),
      ("!!python/name:markdown.extensions.toc.slugify_unicode", .unicode),
    ])
  func slugs(tag: String, style: SiteConfig.AnchorStyle) {
    let reading = Self.reading("markdown_extensions:\n  - toc:\n      slugify: \(tag)\n")
    #expect(reading.config.anchors == style && reading.diagnostics.isEmpty)
  }

  @Test("mappings of a file and those it inherits from are one, its lists replace theirs")
  func inheritance() {
    let reading = Self.reading(
      "INHERIT: ../all.yml\nsite_name: Own\ntheme: {language: de}\nextra_css: [own.css]\n",
      files: [
        "../all.yml":
          "INHERIT: more/base.yml\nsite_name: All\ntheme: {logo: a.png}\nextra_css: [all.css]\n",
        "../more/base.yml": "site_author: Ann\n",
      ])
    #expect(reading.config.name == "Own" && reading.config.author == "Ann")
    #expect(reading.config.language == "de" && reading.config.theme.logo == "a.png")
    #expect(reading.config.styles == ["own.css"])
    #expect(reading.inherited == ["../all.yml", "../more/base.yml"])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("a file that is not there to inherit from is an error at its name")
  func missingBase() {
    let found = Self.reading("INHERIT: no.yml\n").diagnostics
    #expect(found.map(\.severity) == [.error] && found.first?.range == ByteRange(9, 15))
  }

  @Test(
    "the first variable that is set wins, else the last value is the default",
    arguments: [
      ("!ENV A", "a"), ("!ENV [B, A, c]", "a"), ("!ENV [B, c]", "c"), ("!ENV B", "F"),
    ])
  func variables(value: String, name: String) {
    #expect(Self.reading("site_name: \(value)\n", variables: ["A": "a"]).config.name == name)
  }

  @Test(
    "a page's source is where mkdocs would say",
    arguments: [
      ("repo_url: https://github.com/a/b", "https://github.com/a/b/edit/master/docs/"),
      (
        "repo_url: https://github.com/a/b/\nedit_uri: blob/main/",
        "https://github.com/a/b/blob/main/"
      ),
      ("repo_url: https://bitbucket.org/a/b", "https://bitbucket.org/a/b/src/default/docs/"),
      ("repo_url: https://x.example/b\nedit_uri: ?file=docs/", "https://x.example/b?file=docs/"),
      ("repo_url: https://github.com/a/b\nedit_uri: ''", nil),
      ("repo_url: https://x.example/b", nil),
      ("edit_uri_template: https://x.example/{path!q}?e", "https://x.example/{path}?e"),
      ("theme: material\nrepo_url: https://github.com/a/b", nil),
    ] as [(String, String?)])
  func editing(text: String, url: String?) {
    #expect(Self.reading(text + "\n").config.editURL == url)
  }

  @Test(
    "patterns of a .gitignore mean the same as globs",
    arguments: [
      ("/a.md", "a.md"), ("a.md", "**/a.md"), ("drafts/", "**/drafts/"), ("a/b", "a/b/**"),
      ("!kept.md", "!**/kept.md"), ("**/x/*.md", "**/x/*.md"), ("drafts", "**/drafts/**"),
    ])
  func patterns(pattern: String, glob: String) {
    let config = Self.reading("exclude_docs: |\n  # words\n\n  \(pattern)\n").config
    #expect(config.exclude.map(\.value) == [glob])
  }

  @Test("the last pattern that matches a path decides")
  func takenBack() {
    let config = Self.reading("exclude_docs: |\n  *.md\n  !/a.md\n  /b/a.md\n").config
    let patterns = PathPatterns(config.exclude)
    #expect(["x.md", "a.md", "b/a.md"].map(patterns.match) == [true, false, true])
  }

  @Test("entries of the navigation that this program would refuse are taken as mkdocs takes them")
  func navigation() {
    let reading = Self.reading(
      """
      nav:
        - ./a.md
        - https://example.org/
        - File: files/a.pdf
        - Empty: []
        - Later:
        - Section: [b.md]

      """)
    #expect(
      reading.config.navigation?.map(\.target) == [
        .page("a.md"), .link("https://example.org/"), .link("files/a.pdf"),
        .section([
          NavigationEntry(title: nil, target: .page("b.md"), range: ByteRange(102, 106))
        ]),
      ])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(
    "a palette's colours become those of links",
    arguments: [
      ("{primary: teal}", "#00695c", "#80cbc4"),
      ("{primary: black, accent: red}", "#b71c1c", "#ef9a9a"),
      ("[{scheme: slate, primary: lime}, {primary: deep purple}]", "#512da8", "#e6ee9c"),
      (
        "{primary: custom}", "var(--md-primary-fg-color, slateblue)",
        "var(--md-primary-fg-color, lightsteelblue)"
      ),
    ])
  func palette(text: String, light: String, dark: String) {
    let config = Self.reading("theme: {name: material, palette: \(text)}\n").config
    #expect(config.theme.accent == SiteConfig.Accent(light: light, dark: dark))
  }

  @Test("plugins are a list or a mapping, and one that is switched off is none")
  func plugins() {
    let list = Self.reading("plugins:\n  - search\n  - macros: {enabled: false}\n")
    #expect(list.config.hasSearch && list.diagnostics.isEmpty)
    let mapping = Self.reading("plugins: {material/blog: {blog_dir: news}, rss: }\n")
    #expect(mapping.config.blog?.folder == "news" && mapping.config.writesRSS)
    #expect(!mapping.config.hasSearch && mapping.diagnostics.isEmpty)
    #expect(Self.reading("site_name: A\n").config.hasSearch)
  }

  @Test(
    "what is written down and read again says the same",
    arguments: [
      "site_name: Plain\n", "site_name: 'yes: #\"x\" \\\\ é'\nsite_description: \"two\\nlines\"\n",
      "strict: true\nvalidation: {anchors: warn}\nnot_in_nav: |\n  a/\n  !b.md\n",
      "extra_javascript: [a.js, {path: b.js, type: module, async: true}]\nwatch: [x, ./y/]\n",
      "plugins:\n  - blog: {blog_dir: ., archive: false, post_url_format: '{slug}'}\n",
      "plugins:\n  - social: {cards_layout_options: {color: white, logo: docs/l.png}}\n",
      "plugins: [social]\n",
      "nav: [a.md, B: b.md, 'C: c': [https://example.org/, {D: d/e.md}]]\ndocs_dir: pages/\n",
      "theme: {palette: {primary: custom}, favicon: f.png}\nextra: {social: [{icon: a/brands/x, link: https://x.example/}]}\n",
    ])
  func roundTrip(text: String) {
    let written = ConfigurationText(Self.reading(text).config).text
    let read = SiteConfigReading(
      source: Array(written.utf8).span, path: nil, folderName: "other")
    #expect(read.diagnostics.isEmpty, "\(written)")
    #expect(ConfigurationText(read.config).text == written)
    #expect(written.hasPrefix("name: "))
  }

  @Test("social cards have the colours, the font and the logo of the plugin's layout")
  func cards() {
    let reading = Self.reading(
      """
      docs_dir: pages
      plugins:
        - material/social:
            cards_layout: default/variant
            cards_layout_options:
              background_color: "#4051b5"
              color: white
              font_family: Noto Sans
              font_variant: Condensed
              logo: pages/images/logo.png
      """)
    #expect(
      reading.config.cards
        == SiteConfig.CardSettings(
          background: "#4051b5", colour: "white", font: "Noto Sans", logo: "images/logo.png"))
    #expect(
      reading.diagnostics.map(\.message)
        == ["not used here: \"social.cards_layout\", \"social.font_variant\""])
  }

  @Test(
    "a plugin of social cards that draws none is none",
    arguments: [
      "[search]", "[{social: {enabled: false}}]", "[{social: {cards: false}}]",
    ])
  func noCards(plugins: String) {
    let reading = Self.reading("plugins: \(plugins)\n")
    #expect(reading.config.cards == nil && reading.diagnostics.isEmpty)
  }

  @Test("dates of a feed are written as RSS wants them")
  func dates() {
    #expect(RFC822Date("2026-11-22T01:02:03Z")?.text == "Sun, 22 Nov 2026 01:02:03 +0000")
    #expect(RFC822Date("2024-02-29T00:00:00+02:00")?.text == "Thu, 29 Feb 2024 00:00:00 +0200")
  }
}
