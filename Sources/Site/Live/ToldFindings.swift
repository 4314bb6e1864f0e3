import Diagnostics
import Pages

/// What an author is told of each page, kept so that an edit asks again for one page only. Of a guide
/// in which comments silence findings nothing can be kept: one of them may be needed no more.
struct ToldFindings: Sendable {
  /// In the order of the pages that were read, drafts too.
  private var ofReading: [[Diagnostic]]
  /// In the order of the catalog.
  private var ofRules: [[Diagnostic]]

  init?(_ guide: GuideReading, _ inspection: Inspection) {
    guard !inspection.hasComments else { return nil }
    ofReading = guide.reading.pages.map { inspection.toldAlone($0.diagnostics) }
    ofRules = guide.catalog.pages.indices.map { Self.told($0, guide, inspection) }
  }

  private static func told(
    _ index: Int, _ guide: GuideReading, _ inspection: Inspection
  ) -> [Diagnostic] {
    inspection.toldAlone(
      inspection.findings(onPage: index)
        + PlatformCheck.diagnostics(guide.catalog.pages[index], guide.project))
  }

  /// - Parameter index: The page's place in the catalog.
  mutating func replace(_ index: Int, _ guide: GuideReading, _ inspection: Inspection) {
    let page = guide.catalog.pages[index]
    ofRules[index] = Self.told(index, guide, inspection)
    guard let place = guide.reading.pages.firstIndex(where: { $0 === page }) else { return }
    ofReading[place] = inspection.toldAlone(page.diagnostics)
  }

  var all: [Diagnostic] { ofReading.flatMap(\.self) + ofRules.flatMap(\.self) }
}
