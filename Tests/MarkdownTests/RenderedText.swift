import ByteText
import Diagnostics
import Markdown

/// A page rendered from text, with its links as they stand in the source.
struct RenderedText {
  var page: RenderedPage

  init(
    _ text: String, dialect: Dialect = Dialect(), slugRule: SlugRule = .mkdocs,
    snippets: [String: String] = [:]
  ) {
    self.init(bytes: Array(text.utf8), dialect: dialect, slugRule: slugRule, snippets: snippets)
  }

  init(
    bytes: [UInt8], dialect: Dialect = Dialect(), slugRule: SlugRule = .mkdocs,
    snippets: [String: String] = [:]
  ) {
    var renderer = PageRenderer(dialect: dialect, slugRule: slugRule)
    let files = snippets.map { name, text in
      (name, SnippetSet.File(path: name, bytes: Array(text.utf8)))
    }
    page = renderer.render(
      bytes, from: 0, path: "page.md",
      snippets: SnippetSet(files: Dictionary(files) { first, _ in first }))
  }

  /// The HTML, each hole filled with the target as the author wrote it.
  var bytes: [UInt8] {
    var filled = ByteBuffer()
    var copied = 0
    for hole in page.holes {
      filled.append(page.html[copied..<hole.offset])
      let link = page.links[hole.link]
      if let written = link.written {
        filled.append(written)
      } else {
        filled.append(escapingURL: link.destination)
      }
      copied = hole.offset
    }
    filled.append(page.html[copied...])
    return filled.array
  }

  var html: String { String(decoding: bytes, as: UTF8.self) }

  /// The codes of the findings, in order.
  var codes: [String] { page.diagnostics.map(\.code.id) }
}
