import ByteText
import Diagnostics
import Markdown
import Pages
import PatternExtraction
import Patterns
import YAML

/// Reads pages one after the other, each with its pattern. Each worker has one.
struct PatternReader: ~Copyable {
  private var parser: PageParser
  private let builder: PatternBuilder

  init(_ config: SiteConfig) {
    let names = config.names
    parser = PageParser(
      dialect: config.dialect, slugRule: config.slugRule,
      outlines: OutlineWish(headingWords: names.headingWords), painting: .diagrams)
    var windows: [String: Int] = [:]
    for platform in config.platforms { windows[platform.id.value] = platform.window }
    builder = PatternBuilder(names: names, windows: windows)
  }

  /// The page, and what was found on it where it can have a pattern.
  mutating func read(
    _ bytes: [UInt8], path: String, printedPath: String, snippets: SnippetSet,
    lastCommit: YAMLDate? = nil
  ) -> (page: Page, extraction: Extraction?) {
    let page = parser.parse(
      bytes, path: path, printedPath: printedPath, snippets: snippets,
      lastCommit: lastCommit)
    guard let outline = parser.outline else { return (page, nil) }
    var extraction = builder.extract(
      page, outline: outline, spans: SpanTable(path: printedPath, lines: LineTable(bytes)))
    extraction.pattern?.source.sha256 = SHA256.hexadecimal(of: bytes)
    return (page, extraction)
  }

  /// The slots of a page's templates, where they stand.
  mutating func slots(
    _ bytes: [UInt8], path: String, printedPath: String, snippets: SnippetSet
  ) -> [SlotPlace] {
    let page = parser.parse(bytes, path: path, printedPath: printedPath, snippets: snippets)
    return parser.outline.map { builder.slots(of: page, outline: $0) } ?? []
  }
}
