import Diagnostics
import Links
import Markdown
import Pages
import PatternExtraction

/// A page with everything a rule may ask of it.
struct PageInGuide {
  let page: Page
  /// The page's place in the catalog.
  let index: Int
  let links: PageLinks
  let sections: Sections
  /// What was found on it, where it can have a pattern.
  let extraction: Extraction?

  /// Whether the contract of a technique holds for the page: it says so, or it has a pattern and
  /// says nothing.
  let isTechnique: Bool

  init(_ page: Page, index: Int, links: PageLinks, _ techniques: Techniques) {
    self.page = page
    self.index = index
    self.links = links
    let sections = Sections(page.body, names: techniques.names)
    self.sections = sections
    let extraction = techniques.extractions[page.path]
    self.extraction = extraction
    if let kind = page.frontMatter.kind {
      isTechnique = kind.value == .technique
    } else {
      isTechnique =
        extraction?.pattern != nil
        || page.frontMatter.extractsPattern
          && sections.of(.pattern).contains { section in
            page.body.codeBlocks.contains { section.html.contains($0.offset) }
          }
    }
  }

  /// A finding about the page as a whole.
  func diagnostic(
    _ code: Code, _ message: String, range: ByteRange? = nil, notes: [String] = [],
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, code.severity, message, path: page.printedPath, range: range, notes: notes, help: help)
  }
}
