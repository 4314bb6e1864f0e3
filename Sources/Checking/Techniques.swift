package import PatternExtraction
package import Patterns

/// What is known of the techniques of a guide besides their pages.
package struct Techniques: Sendable {
  package var names: SectionNames
  /// What was found on the pages that can have a pattern, by their paths.
  package var extractions: [String: Extraction]
  /// As the site publishes them.
  package var patterns: [Pattern]

  package init(
    names: SectionNames = SectionNames(), extractions: [String: Extraction] = [:],
    patterns: [Pattern] = []
  ) {
    self.names = names
    self.extractions = extractions
    self.patterns = patterns
  }
}
