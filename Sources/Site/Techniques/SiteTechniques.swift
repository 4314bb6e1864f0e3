import Pages
import PatternExtraction
import Patterns

/// What a site knows of its techniques, for the pages that show it.
struct SiteTechniques: Sendable {
  let names: SectionNames
  /// In the order of the pages, with their links and platforms as the site knows them.
  let patterns: [Pattern]
  /// The page of each pattern.
  let pages: [Int]
  /// The pages that each pattern's related links lead to; nil for other sites and files.
  let related: [[Int?]]
  private let patternOfPage: [Int: Int]
  private let extractions: [String: Extraction]
  /// The patterns that name a page as related, by that page.
  private let referring: [Int: [Int]]

  init(_ guide: GuideReading, _ patterns: GuidePatterns) {
    names = guide.project.config.names
    self.patterns = patterns.all
    pages = patterns.pages
    related = patterns.relatedPages
    extractions = guide.extractions
    var places: [Int: Int] = [:]
    var referring: [Int: [Int]] = [:]
    for (pattern, page) in patterns.pages.enumerated() {
      places[page] = pattern
      for target in Set(patterns.relatedPages[pattern].compactMap(\.self)) where target != page {
        referring[target, default: []].append(pattern)
      }
    }
    patternOfPage = places
    self.referring = referring
  }

  /// The place of a page's pattern.
  func pattern(of page: Int) -> Int? { patternOfPage[page] }

  func extraction(of page: Page) -> Extraction? { extractions[page.path] }

  /// The patterns that name a technique as related and are not named by it.
  func referringOnly(to pattern: Int) -> [Int] {
    let named = Set(related[pattern].compactMap(\.self))
    return (referring[pages[pattern]] ?? []).filter { !named.contains(pages[$0]) }.sorted {
      patterns[$0].title < patterns[$1].title
    }
  }
}
