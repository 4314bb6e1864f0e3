import ByteText
import Diagnostics
import FileTree
import JSON
import Links
import Markdown
import Pages

/// The Markdown of each page as a program reads it: what its author wrote, with included files in
/// their places, links that lead to the Markdown of other pages, and no comments.
///
/// What was understood when the page was parsed decides: only what is a link or a comment there is
/// changed, so code stays as it is. The source is read again; to keep all sources would cost a
/// guide's size in memory.
struct TwinWriter: Sendable {
  private let site: Site
  private let reader: FileReader
  private let snippets: SnippetLoader
  /// Where redirects stand.
  private let taken: Set<PathKey>
  /// The path of each page's Markdown.
  private let paths: [[UInt8]]

  /// Nil where the configuration wants no such pages.
  init?(_ site: Site) {
    guard site.project.config.hasMarkdownPages else { return nil }
    self.site = site
    reader = site.reader
    snippets = SnippetLoader(site.reader, site.project)
    paths = site.catalog.urls.map { Array(GuidePatterns.markdownURL(of: $0).utf8) }
    taken = Set(site.redirects.entries.map { PathKey($0.file) })
  }

  /// Where the page's Markdown stands in the site.
  func path(of index: Int) -> String {
    String(decoding: paths[index], as: UTF8.self)
  }

  /// Whether the author has put something of their own there.
  func isTaken(_ path: String) -> Bool {
    site.catalog.hasFile(Array(path.utf8)) || taken.contains(PathKey(path))
  }

  /// Appends the page.
  /// - Throws: Where its file, or one that it includes, cannot be read or has changed since it was
  ///   parsed: what is known of its links no longer fits.
  func write(_ index: Int, into output: inout ByteBuffer) throws(FileError) {
    let page = site.catalog.pages[index]
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = snippets.completed(try reader.read(page.path, limit: PageReading.sizeLimit))
    } catch {
      throw FileError(error.operation, page.printedPath, error.reason)
    }
    let dialect = site.project.config.dialect
    let included =
      dialect.snippets ? snippets.load(for: bytes, of: page.path) : SnippetSet()
    guard Page.fingerprint(of: bytes, included) == page.fingerprint else {
      throw FileError(.read, page.printedPath, .changed)
    }
    writeFrontMatter(of: page, index, into: &output)
    if !page.body.headings.contains(where: { $0.level == 1 }) {
      output.append("# ")
      output.append(MarkdownText.escaped(page.title))
      output.append("\n\n")
    }
    var start = FrontMatterBlock(in: bytes.span).bodyStart
    while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
    AssembledSource.write(
      bytes, from: start, path: page.printedPath, snippets: included, dialect: dialect,
      changes: changes(of: page, index, bytes, included), into: &output)
    if output.count > 0, output[output.count - 1] != 0x0A { output.append(0x0A) }
  }

  private func writeFrontMatter(of page: Page, _ index: Int, into output: inout ByteBuffer) {
    let config = site.project.config
    func write(_ key: StaticString, _ text: String) {
      output.append(key)
      output.append(": ")
      output.append(jsonString: text)
      output.append(0x0A)
    }
    func write(_ key: StaticString, list: [String]) {
      guard !list.isEmpty else { return }
      output.append(key)
      output.append(": [")
      for (place, text) in list.enumerated() {
        if place > 0 { output.append(", ") }
        output.append(jsonString: text)
      }
      output.append("]\n")
    }
    // A text of JSON is one of YAML too.
    output.append("---\n")
    write("title", page.title)
    if let description = page.frontMatter.description?.value { write("description", description) }
    if let url = config.url {
      write("url", url.text + PageContexts.escaped(site.catalog.urls[index]))
    }
    write("platforms", list: page.platforms)
    write("tags", list: page.frontMatter.tags.map(\.value))
    output.append("---\n\n")
  }

  private func changes(
    of page: Page, _ index: Int, _ bytes: [UInt8], _ included: SnippetSet
  ) -> [AssembledSource.Change] {
    var changes: [AssembledSource.Change] = []
    let findings = site.links.pages[index].findings
    for (link, finding) in zip(page.body.links, findings) where link.isPlaced {
      guard let target = target(of: finding?.resolution, from: index) else { continue }
      changes.append(AssembledSource.Change(path: link.path, range: link.range, text: target))
    }
    for comment in page.body.comments {
      let file =
        comment.path == page.printedPath
        ? bytes : included.files.values.first { $0.path == comment.path }?.bytes
      guard let file,
        let change = CommentRemoval.change(comment.range, in: file, path: comment.path)
      else { continue }
      changes.append(change)
    }
    return changes
  }

  /// What a link is to say in the page's Markdown; nil where it stays as it is.
  private func target(of resolution: Resolution?, from index: Int) -> [UInt8]? {
    let base = site.catalog.urlBytes[index]
    switch resolution {
    case .page(let page, let suffix):
      if page == index, suffix.first == UInt8(ascii: "#") { return nil }
      return MarkdownText.target(
        RelativeURL.path(from: base, to: paths[page]), suffix: suffix)
    case .file(let path, let suffix):
      return MarkdownText.target(RelativeURL.path(from: base, to: path), suffix: suffix)
    case .missing, nil: return nil
    }
  }
}
