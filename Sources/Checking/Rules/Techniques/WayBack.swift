import Diagnostics
import Links
import Markdown
import Pages
import PatternExtraction

/// A related technique that does not name this one.
enum WayBack: GuideRule {
  static let code = Code(
    "TB-P008", "related techniques name each other", .note,
    explanation: """
      This page names another technique as related, and that page does not name this one. A reader \
      who begins there does not learn of this technique. Add it to the other page's *Related \
      Techniques*, if the relation holds both ways. A use case names what it combines, and the \
      techniques need not name all that they are a part of, so neither is asked for.
      """)

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    let related = guide.catalog.pages.indices.map { Self.related(of: $0, in: guide) }
    for (index, targets) in related.enumerated() where !isUseCase(index, in: guide) {
      for target in targets.keys.sorted() {
        // Only techniques that say what they are related to are asked for a way back.
        guard target != index, !related[target].isEmpty, related[target][index] == nil,
          !isUseCase(target, in: guide), let place = targets[target]
        else { continue }
        let page = guide.catalog.pages[target]
        findings.append(
          Diagnostic(
            code, code.severity, "\(page.printedPath) does not name this technique as related",
            path: place.path, range: place.range, subject: page.path,
            help: "add a link back to its section \"Related Techniques\""))
      }
    }
  }

  private static func isUseCase(_ index: Int, in guide: Guide) -> Bool {
    guide.catalog.pages[index].frontMatter.kind?.value == .useCase
  }

  private struct Place {
    var path: String
    var range: ByteRange
  }

  /// The pages that a technique names in its front matter and in its section.
  private static func related(of index: Int, in guide: Guide) -> [Int: Place] {
    let page = guide.catalog.pages[index]
    let links = guide.links.pages[index]
    var targets: [Int: Place] = [:]
    for (entry, finding) in zip(page.frontMatter.related, links.related) {
      guard case .page(let target, _)? = finding?.resolution else { continue }
      targets[target] = Place(path: page.printedPath, range: entry.page.range)
    }
    let sections = Sections(page.body, names: guide.techniques.names).of(.related)
    guard !sections.isEmpty else { return targets }
    for (link, finding) in zip(page.body.links, links.findings) {
      guard case .page(let target, _)? = finding?.resolution, targets[target] == nil,
        let content = link.content,
        sections.contains(where: { $0.html.contains(content.lowerBound) })
      else { continue }
      targets[target] = Place(path: link.path, range: link.range)
    }
    return targets
  }
}
