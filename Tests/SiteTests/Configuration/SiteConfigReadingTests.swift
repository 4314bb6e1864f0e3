import Diagnostics
import Markdown
import Testing
import YAML

@testable import Site

@Suite("turnbook.yml")
struct SiteConfigReadingTests {
  private struct Configuration {
    let bytes: [UInt8]
    let reading: SiteConfigReading

    init(_ text: String) {
      let bytes = Array(text.utf8)
      self.bytes = bytes
      reading = SiteConfigReading(
        source: bytes.span, path: "turnbook.yml", folderName: "my-guide")
    }

    var config: SiteConfig { reading.config }
    var codes: [String] { reading.diagnostics.map(\.code.id) }
    var marked: [String?] { reading.diagnostics.map { text($0.range) } }

    func text(_ range: ByteRange?) -> String? {
      range.map { String(decoding: bytes[$0.indices], as: UTF8.self) }
    }
  }

  @Test("a file that says nothing gives the defaults", arguments: ["", "# nothing\n", "name:\n"])
  func defaults(source: String) {
    let file = Configuration(source)
    #expect(file.codes.isEmpty)
    #expect(file.config == SiteConfig(named: "my-guide"))
    #expect(file.config.name == "my-guide")
    #expect(file.config.folders == SiteConfig.Folders())
    #expect(file.config.usesDirectoryURLs && file.config.hasFeed)
    #expect(!file.config.dialect.smartPunctuation)
  }

  @Test("every key reaches its value")
  func allKeys() {
    let file = Configuration(
      """
      name: Prompting
      url: HTTPS://Example.org/guide
      description: A guide
      language: pt-BR
      author: Ana
      copyright: © 2025 Ana
      repository: https://git.example.org/guide
      edit_url: https://git.example.org/edit/{path}
      platforms:
        claude: {name: Claude, window: 200000}
        openai:
      content: ./docs//pages/
      templates: theme
      output: out/site
      directory_urls: no
      slug: unicode
      dialect: {tabs: off, smart_punctuation: on}
      theme: {accent: {light: "#4051b5", dark: "oklch(80% 0.1 270)"}, logo: logo.svg}
      feed: false
      exclude: [drafts/**]
      """)
    let config = file.config
    #expect(file.codes.isEmpty)
    #expect(config.name == "Prompting")
    #expect(config.url?.text == "https://example.org/guide/")
    #expect(config.description == "A guide")
    #expect(config.language == "pt-BR")
    #expect(config.author == "Ana")
    #expect(config.copyright == "© 2025 Ana")
    #expect(config.repository == "https://git.example.org/guide")
    #expect(config.editURL == "https://git.example.org/edit/{path}")
    #expect(config.platforms.map(\.id.value) == ["claude", "openai"])
    #expect(config.platforms.map(\.name) == ["Claude", nil])
    #expect(config.platforms.map(\.window) == [200_000, nil])
    #expect(config.platforms.map { file.text($0.id.range) } == ["claude", "openai"])
    #expect(config.folders.content == "docs/pages")
    #expect(config.folders.templates == "theme")
    #expect(config.folders.output == "out/site")
    #expect(!config.usesDirectoryURLs)
    #expect(config.anchors == .unicode)
    #expect(!config.dialect.tabs && config.dialect.smartPunctuation && config.dialect.tables)
    #expect(config.theme.accent?.light == "#4051b5")
    #expect(config.theme.accent?.dark == "oklch(80% 0.1 270)")
    #expect(config.theme.logo == "logo.svg")
    #expect(!config.hasFeed)
    #expect(config.exclude.map(\.value) == ["drafts/**"])
  }

  @Test("platforms may be a list of ids, each once")
  func platformList() {
    let file = Configuration("platforms: [claude, openai, claude]\n")
    #expect(file.config.platforms.map(\.id.value) == ["claude", "openai"])
    #expect(file.codes == ["TB-C003"])
    #expect(file.reading.diagnostics.first?.range == ByteRange(28, 34))
  }

  @Test(
    "social cards are off, on, or described",
    arguments: [
      ("", nil), ("social_cards: false", nil), ("social_cards: true", .init()),
      ("social_cards: {}", .init()),
      (
        "social_cards: {background: '#FFF', colour: navy, font: 'Lato, Noto Sans', logo: a/b.png}",
        .init(background: "#FFF", colour: "navy", font: "Lato, Noto Sans", logo: "a/b.png")
      ),
    ] as [(String, SiteConfig.CardSettings?)])
  func cards(source: String, settings: SiteConfig.CardSettings?) {
    let file = Configuration(source + "\n")
    #expect(file.codes.isEmpty)
    #expect(file.config.cards == settings)
  }

  @Test("a colour of cards that no PNG can have is refused with its place")
  func cardColour() {
    let file = Configuration("social_cards: {background: 'oklch(50% 0.2 270)'}\n")
    #expect(file.codes == ["TB-C003"])
    #expect(file.config.cards == .init())
  }

  @Test("one accent colour serves light and dark pages")
  func oneAccent() {
    let file = Configuration("theme: {accent: teal}\n")
    #expect(file.config.theme.accent == SiteConfig.Accent(light: "teal", dark: "teal"))
  }

  @Test("every switch of the dialect can be set, and has a line in the reference")
  func dialectSwitches() {
    let all = Dialect.switches.map { "  \($0.name): no\n" }.joined()
    let file = Configuration("dialect:\n" + all)
    #expect(file.codes.isEmpty)
    #expect(file.config.dialect == .commonMark)
    #expect(Set(Dialect.switches.map(\.name)) == Set(SiteConfig.dialectSummaries.keys))
  }

  @Test(
    "an unknown key is an error at the key, on every level",
    arguments: [
      ("nmae: x\n", "nmae", "did you mean \"name\"?"),
      ("site_name: x\n", "site_name", "did you mean \"name\"?"),
      ("nav: []\n", "nav", "did you mean \"navigation\"?"),
      ("docs_dir: x\n", "docs_dir", "did you mean \"content\"?"),
      ("dialect: {tab: no}\n", "tab", "did you mean \"tabs\"?"),
      ("theme: {logos: x}\n", "logos", "did you mean \"logo\"?"),
      ("platforms: {a: {windo: 1}}\n", "windo", "did you mean \"window\"?"),
      ("plugins: []\n", "plugins", nil),
    ] as [(String, String, String?)])
  func unknownKeys(source: String, marked: String, help: String?) {
    let file = Configuration(source)
    #expect(file.codes == ["TB-C001"])
    #expect(file.marked == [marked])
    #expect(file.reading.diagnostics.first?.help == help)
    #expect(file.reading.diagnostics.first?.severity == .error)
    #expect(file.reading.diagnostics.first?.notes.first?.hasPrefix("known keys: ") == true)
  }

  @Test(
    "a wrong value is an error at the value, and its key has its default",
    arguments: [
      ("name: [x]", "TB-C002", "[x]"), ("url: example.org", "TB-C003", "example.org"),
      ("language: english", "TB-C003", "english"), ("content: ../x", "TB-C003", "../x"),
      ("output: /tmp/x", "TB-C003", "/tmp/x"), ("templates: a/../../b", "TB-C003", "a/../../b"),
      ("directory_urls: 1", "TB-C002", "1"), ("slug: githb", "TB-C003", "githb"),
      ("dialect: {tabs: maybe}", "TB-C002", "maybe"), ("dialect: [tabs]", "TB-C002", "[tabs]"),
      ("theme: {accent: 'red;}'}", "TB-C003", "'red;}'"),
      ("theme: {accent: {dark: red}}", "TB-C004", "{dark: red}"),
      ("theme: {logo: ../x.svg}", "TB-C003", "../x.svg"), ("feed: rss", "TB-C002", "rss"),
      ("platforms: {a b: }", "TB-C003", "a b"), ("platforms: claude", "TB-C002", "claude"),
      ("platforms: {a: {window: 0}}", "TB-C002", "0"), ("exclude: ['']", "TB-C003", "''"),
      ("repository: git@host:x", "TB-C003", "git@host:x"),
    ])
  func wrongValues(yaml: String, code: String, marked: String) {
    let file = Configuration(yaml + "\n")
    #expect(file.codes == [code])
    #expect(file.marked == [marked])
    var config = file.config
    config.platforms = []
    #expect(config == SiteConfig(named: "my-guide"))
  }

  @Test(
    "the site is never built over its sources or among them",
    arguments: [
      ("output: .", ".", 2), ("output: content", "content", 1),
      ("output: content/x", "content/x", 1),
      ("content: site/pages", "site/pages", 1), ("output: templates", "templates", 1),
      ("content: .", ".", 1),
    ])
  func overlap(yaml: String, marked: String, count: Int) {
    let file = Configuration(yaml + "\n")
    #expect(file.codes == Array(repeating: "TB-C006", count: count))
    #expect(file.marked.allSatisfy { $0 == marked })
  }

  @Test("a folder whose name only begins alike is another folder")
  func similarFolders() {
    #expect(Configuration("output: content-built\n").codes.isEmpty)
  }

  @Test("everything wrong is told in one run, broken YAML included")
  func allAtOnce() {
    let file = Configuration(
      "nmae: x\nurl: y\nname: a: b\nfeed: 3\nnavigation: x\noutput: content\n")
    #expect(
      Set(file.codes) == ["TB-Y003", "TB-C001", "TB-C002", "TB-C003", "TB-C006", "TB-C007"])
  }

  @Test("a file that is no mapping is an error", arguments: ["- a", "prose"])
  func noMapping(source: String) {
    let file = Configuration(source)
    #expect(file.codes == ["TB-C005"])
    #expect(file.config == SiteConfig(named: "my-guide"))
  }
}
