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
  /// Whether two definitions may have the same label.
  let hasRepeatedLabels: Bool
  /// What was found on it, where it can have a pattern.
  let extraction: Extraction?

  /// Whether the contract of a technique holds for the page: it says so, or it has a pattern and
  /// says nothing.
  let isTechnique: Bool

  init(_ page: Page, index: Int, links: PageLinks, _ techniques: Techniques) {
    self.page = page
    self.index = index
    self.links = links
    sections = Sections(page.body, names: techniques.names)
    hasRepeatedLabels = Self.hasRepeatedLabels(page.body.definitions)
    let extraction = techniques.extractions[page.path]
    self.extraction = extraction
    if let kind = page.frontMatter.kind {
      isTechnique = kind.value == .technique
    } else {
      isTechnique =
        extraction?.pattern != nil
        || page.frontMatter.extractsPattern && !page.body.codeBlocks.isEmpty
          && sections.of(.pattern).contains { section in
            page.body.codeBlocks.contains { section.html.contains($0.offset) }
          }
    }
  }

  private static func hasRepeatedLabels(_ definitions: [Definition]) -> Bool {
    guard definitions.count > 1 else { return false }
    var labels = RepeatedNames(count: definitions.count)
    for index in definitions.indices { labels.add(definitions[index].label) }
    return labels.mayExist
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
