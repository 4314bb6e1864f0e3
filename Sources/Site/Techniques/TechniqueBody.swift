import ByteText
import Checking
import Markdown
import Pages
import PatternExtraction

/// Makes of the text of a technique page what its readers look for: a summary below the title,
/// examples as conversations, pitfalls and related techniques as cards. Every page with a pattern
/// gets the panel in which it is filled in.
struct TechniqueBody {
  let page: Page
  let index: Int
  let extraction: Extraction
  let sections: Sections
  let contexts: PageContexts
  var techniques: SiteTechniques { contexts.site.techniques }

  /// Nil for a page on which nothing of a technique was looked for.
  init?(_ page: Page, _ index: Int, _ contexts: PageContexts) {
    guard let extraction = contexts.site.techniques.extraction(of: page) else { return nil }
    self.page = page
    self.index = index
    self.extraction = extraction
    self.contexts = contexts
    sections = Sections(page.body, names: contexts.site.techniques.names)
  }

  /// In the order of the text; none overlaps another.
  var edits: [BodyEdit] {
    guard contexts.kind(of: index) == .technique else {
      let around = contexts.kind(of: index) == .useCase ? around(nil) : nil
      return [panel, around].compactMap(\.self)
    }
    let related = related
    return ([glance, panel, related, around(related)].compactMap(\.self) + dialogues + pitfalls)
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension [UInt8] {
  /// The offset behind the next occurrence of a text.
  func end(of text: StaticString, from start: Int) -> Int? {
    range(of: text, from: start, to: count)?.upperBound
  }
}
