import ByteText
import Diagnostics
import FileTree
import Links
import Markdown
import Pages
import Templating

/// Writes one page after the other: fills the holes of its body, renders its template, hands the
/// file over.
struct PageWriter: ~Copyable {
  private let contexts: PageContexts
  private var renderer: TemplateRenderer
  private var body = ByteBuffer(capacity: 1 << 16)
  private var output = ByteBuffer(capacity: 1 << 17)
  private let twins: TwinWriter?

  struct Result: Sendable {
    var diagnostics: [Diagnostic]
    var failure: PublishError?
  }

  init(_ contexts: PageContexts, twins: TwinWriter? = nil) {
    self.contexts = contexts
    self.twins = twins
    renderer = TemplateRenderer(contexts.site.theme.library)
  }

  /// What was rendered last.
  var bytes: [UInt8] { output.array }

  mutating func write(_ index: Int, to publisher: Publisher?) -> Result {
    let rendering = render(index)
    guard rendering.isDone else { return Result(diagnostics: rendering.diagnostics) }
    let url = contexts.site.catalog.urls[index]
    let failure = publish(PagePath.outputFile(of: url), to: publisher)
    var result = Result(diagnostics: rendering.diagnostics, failure: failure)
    if failure == nil { result.failure = writeTwin(of: index, to: publisher, &result.diagnostics) }
    return result
  }

  /// Renders a page; not done where its template is unknown.
  mutating func render(_ index: Int) -> (diagnostics: [Diagnostic], isDone: Bool) {
    let catalog = contexts.site.catalog
    let page = catalog.pages[index]
    let edits =
      (TechniqueBody(page, index, contexts)?.edits ?? [])
      + (BlogContexts(contexts)?.edits(of: index) ?? []) + TagMarker(contexts).edits(of: index)
    fill(page, index, edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
    let values = contexts.values(for: index, body: body.array)
    var found: [Diagnostic] = []
    var name = page.frontMatter.template?.value ?? contexts.templateName(for: index)
    if name.hasSuffix(".html") {
      // A template of mkdocs, in a language that is not run here.
      found.append(
        Diagnostic(
          .pageTemplate, .warning, "the template \"\(name)\" is one of mkdocs and not used",
          path: page.printedPath, range: page.frontMatter.template?.range,
          help: "take the key out, or write a Mustache template and name it without an ending"))
      name = contexts.templateName(for: index)
    }
    guard let template = contexts.site.theme.library.template(named: name) else {
      let names = contexts.site.theme.library.names
      found.append(
        Diagnostic(
          .pageTemplate, .error, "there is no template \"\(name)\"", path: page.printedPath,
          range: page.frontMatter.template?.range,
          help: NearMiss.best(for: name, among: names).map { "did you mean \"\($0)\"?" }
            ?? "put \(name).mustache into the templates folder"))
      return (found, false)
    }
    found += render(template, values)
    return (found, true)
  }

  private mutating func writeTwin(
    of index: Int, to publisher: Publisher?, _ found: inout [Diagnostic]
  ) -> PublishError? {
    guard let publisher, let twins else { return nil }
    let path = twins.path(of: index)
    guard !twins.isTaken(path) else { return nil }
    do throws(FileError) { try renderTwin(of: index) } catch {
      found.append(error.diagnostic())
      return nil
    }
    return publish(path, to: publisher)
  }

  /// Makes the Markdown of a page.
  mutating func renderTwin(of index: Int) throws(FileError) {
    output.removeAll()
    try twins?.write(index, into: &output)
  }

  static let lostPage = "404.html"

  /// The page for addresses that do not exist.
  mutating func writeLostPage(
    to publisher: Publisher?, _ failure: inout PublishError?
  ) -> [Diagnostic] {
    guard let template = contexts.site.theme.library.template(named: "not-found") else { return [] }
    let found = render(template, contexts.lostPageValues())
    failure = failure ?? publish(Self.lostPage, to: publisher)
    return found
  }

  mutating func write(_ listing: Listings.Listing, to publisher: Publisher?) -> Result {
    let name = ListingContexts.template(for: listing.kind)
    guard let template = contexts.site.theme.library.template(named: name) else {
      return Result(diagnostics: [])
    }
    let found = render(template, ListingContexts(contexts).values(for: listing))
    return Result(diagnostics: found, failure: publish(listing.file, to: publisher))
  }

  mutating func write(
    _ redirect: Redirects.Entry, to publisher: Publisher?, _ failure: inout PublishError?
  ) -> [Diagnostic] {
    guard let template = contexts.site.theme.library.template(named: "redirect") else { return [] }
    let found = render(template, contexts.values(for: redirect))
    failure = failure ?? publish(redirect.file, to: publisher)
    return found
  }

  private mutating func render(_ template: TemplateID, _ values: [TemplateValue]) -> [Diagnostic] {
    output.removeAll()
    renderer.render(template, with: values, into: &output)
    return renderer.takeDiagnostics()
  }

  private func publish(_ file: String, to publisher: Publisher?) -> PublishError? {
    guard let publisher else { return nil }
    do throws(PublishError) {
      try output.withBytes { (bytes) throws(PublishError) in try publisher.write(file, bytes) }
      return nil
    } catch {
      return error
    }
  }

  /// Puts the targets of links into the page's body, and what takes the place of pieces of it.
  private mutating func fill(_ page: Page, _ index: Int, _ edits: [BodyEdit]) {
    let catalog = contexts.site.catalog
    let findings = contexts.site.links.pages[index].findings
    let base = catalog.urlBytes[index]
    body.removeAll()
    page.body.html.withUnsafeBufferPointer { html in
      var from = 0
      var next = 0
      for hole in page.body.holes {
        while next < edits.count, edits[next].range.lowerBound <= hole.offset {
          body.append(UnsafeBufferPointer(rebasing: html[from..<edits[next].range.lowerBound]))
          from = edits[next].range.upperBound
          put(edits[next].content, of: index)
          next += 1
        }
        guard hole.offset >= from else { continue }
        body.append(UnsafeBufferPointer(rebasing: html[from..<hole.offset]))
        from = hole.offset
        let link = page.body.links[hole.link]
        switch findings[hole.link]?.resolution {
        case .page(let target, let suffix):
          if target == index, suffix.first == UInt8(ascii: "#") {
            body.append(escapingURL: suffix)
          } else {
            let url = catalog.urlBytes[target]
            body.append(escapingPath: RelativeURL.path(from: base, to: url))
            body.append(escapingURL: suffix)
          }
        case .file(let path, let suffix):
          body.append(escapingPath: RelativeURL.path(from: base, to: path))
          body.append(escapingURL: suffix)
        case .missing, nil:
          // What leads nowhere stays as its author wrote it.
          if let written = link.written {
            body.append(written)
          } else {
            body.append(escapingURL: link.destination)
          }
        }
      }
      while next < edits.count {
        body.append(UnsafeBufferPointer(rebasing: html[from..<edits[next].range.lowerBound]))
        from = edits[next].range.upperBound
        put(edits[next].content, of: index)
        next += 1
      }
      body.append(UnsafeBufferPointer(rebasing: html[from...]))
    }
  }

  private mutating func put(_ content: BodyEdit.Content, of index: Int) {
    switch content {
    case .html(let html): body.append(html)
    case .template(let name, let value):
      guard let template = contexts.site.theme.library.template(named: name) else { return }
      renderer.render(template, with: [contexts.shared(for: index), value], into: &body)
    }
  }
}

extension Code {
  static let pageTemplate = Code(
    "TB-S013", "the template that a page asks for exists",
    explanation: """
      The front matter of a page names a `template` that is neither among the theme's nor in the \
      templates folder of the guide. In another template the page would look as nobody meant it to, \
      so nothing is published. Correct the name, add the template, or take the key out: then the \
      kind of the page picks its template.
      """,
    wrong: """
      ---
      template: tehcnique
      ---

      # Ask for a plan
      """,
    right: """
      ---
      template: technique
      ---

      # Ask for a plan
      """)
}
