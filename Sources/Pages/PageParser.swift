package import ByteText
import Diagnostics
package import Markdown
package import YAML

/// Reads pages one after the other: front matter, text, and everything later stages ask of them.
/// Each worker has one.
package struct PageParser: ~Copyable {
  private var renderer: PageRenderer
  /// Of the page that was read last, where it can have a pattern: looked at once and not kept.
  package private(set) var outline: Outline?

  /// - Parameters:
  ///   - wish: which pages get an outline; nil for none.
  ///   - painting: what draws fences; nil where all are shown as code.
  package init(
    dialect: Dialect, slugRule: SlugRule, outlines wish: OutlineWish? = nil,
    painting: FencePainting? = nil
  ) {
    renderer = PageRenderer(
      dialect: dialect, slugRule: slugRule, outlines: wish, painting: painting)
  }

  /// Reads a page from the bytes of its file.
  /// - Parameters:
  ///   - path: relative to the content folder.
  ///   - printedPath: as diagnostics name it.
  ///   - lastCommit: when it was last revised, unless it says so itself.
  package mutating func parse(
    _ bytes: [UInt8], path: String, printedPath: String, snippets: SnippetSet = SnippetSet(),
    lastCommit: YAMLDate? = nil
  ) -> Page {
    let text = SourceText(bytes, path: printedPath)
    let reading = FrontMatterReading(source: text.bytes.span, path: printedPath)
    var frontMatter = reading.frontMatter
    if let lastCommit, frontMatter.updated == nil {
      frontMatter.updated = Located(lastCommit, ByteRange(0, 0))
    }
    let platformLine = PlatformLine(in: text.bytes, from: reading.bodyStart)
    var body = renderer.render(
      text.bytes, from: reading.bodyStart, path: printedPath, snippets: snippets,
      outlined: Self.isOutlined(reading.frontMatter))
    outline = body.outline
    body.outline = nil
    let title = Self.title(reading.frontMatter, body, path: path)
    return Page(
      path: path, printedPath: printedPath, frontMatter: frontMatter, body: body,
      platformLine: platformLine, title: title.text, titleHTML: title.html,
      diagnostics: text.diagnostics + reading.diagnostics + body.diagnostics, size: bytes.count,
      fingerprint: Page.fingerprint(of: bytes, snippets))
  }

  /// A page that says what it is need not be looked at for a heading.
  private static func isOutlined(_ frontMatter: FrontMatter) -> Bool? {
    guard frontMatter.extractsPattern else { return false }
    return frontMatter.kind?.value == .technique ? true : nil
  }

  private static func title(
    _ frontMatter: FrontMatter, _ body: RenderedPage, path: String
  ) -> (text: String, html: [UInt8]) {
    if let title = frontMatter.title?.value, !title.isEmpty { return (title, escaped(title)) }
    if let heading = body.headings.first(where: { $0.level == 1 }), !heading.text.isEmpty {
      return (heading.text, heading.html)
    }
    let name = PagePath(path).plainTitle
    return (name, escaped(name))
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var buffer = ByteBuffer(capacity: text.utf8.count + 16)
    buffer.append(escaping: text)
    return buffer.array
  }
}
