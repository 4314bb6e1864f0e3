import Checking
import Diagnostics
import Diagrams
import Links
import Markdown
import Pages
import Patterns

/// What the rules find in a guide, and what its author wants to hear of it.
struct Inspection: Sendable {
  /// What the links of each page mean, in the order of the pages.
  let links: LinkGraph
  let patterns: GuidePatterns
  /// Those whose pages are no drafts.
  let publishedPatterns: [Pattern]
  private var findingsOfPages: [[Diagnostic]]
  private let findingsOfGuide: [Diagnostic]
  private let comments: [IgnoreComment]
  private let policy: SeverityPolicy

  /// What the rules and patterns have to say, not yet silenced.
  var findings: [Diagnostic] {
    findingsOfPages.flatMap(\.self) + otherFindings
  }

  /// Those that belong to no single page.
  var otherFindings: [Diagnostic] { findingsOfGuide + patterns.diagnostics }

  /// The same without what was found on the pages that have the patterns.
  var findingsOfWholeGuide: [Diagnostic] { findingsOfGuide + patterns.diagnosticsOfIDs }

  /// What the rules have to say of one page.
  func findings(onPage index: Int) -> [Diagnostic] { findingsOfPages[index] }

  /// Whether some comment silences findings, which only all of them together can tell.
  var hasComments: Bool { !comments.isEmpty }

  init(_ guide: GuideReading, lock: PublishedLock?, jobs: Int) async {
    let catalog = guide.catalog
    let resolver = Resolver(catalog)
    links = LinkGraph(
      await Workers.map(
        catalog.pages.count, jobs: jobs, makeWorker: { resolver },
        { PageLinks(of: $1, in: catalog, with: $0) }))
    patterns = GuidePatterns(guide, links)
    publishedPatterns = patterns.published(catalog)
    let checker = Self.checker(guide, links, patterns, lock)
    let found = await Workers.map(
      checker.workCount, jobs: jobs, makeWorker: { checker },
      { $0.findings(ofWork: $1) })
    let ofGuide = checker.workCount - catalog.pages.count
    findingsOfGuide = found[..<ofGuide].flatMap(\.self) + checker.findingsOfLock
    findingsOfPages = Array(found[ofGuide...])
    comments = catalog.pages.flatMap(\.body.ignores)
    policy = SeverityPolicy(guide.project.config.check, content: guide.project.content)
  }

  private static func checker(
    _ guide: GuideReading, _ links: LinkGraph, _ patterns: GuidePatterns, _ lock: PublishedLock?,
    _ candidates: Candidates? = nil
  ) -> Checker {
    Checker(
      Guide(
        catalog: guide.catalog, links: links, facts: guide.facts(lock: lock),
        settings: guide.project.config.check,
        techniques: Techniques(
          names: guide.project.config.names, extractions: guide.extractions,
          patterns: patterns.all),
        candidates: candidates))
  }

  /// The same after `GuideReading.replacing`: only what stands on that page is looked at again.
  /// Nil where a finding elsewhere points into the page, or one of the guide stands on it: their
  /// places may have moved.
  func replacing(_ index: Int, in guide: GuideReading, lock: PublishedLock?) -> Inspection? {
    let path = guide.catalog.pages[index].printedPath
    let pointsThere = { (finding: Diagnostic) in
      finding.path == path || finding.places.contains { $0.path == path }
    }
    guard !findingsOfGuide.contains(where: pointsThere),
      !findingsOfPages.enumerated().contains(where: { page, findings in
        page != index && findings.contains(where: pointsThere)
      })
    else { return nil }
    let resolver = Resolver(guide.catalog)
    let links = links.replacing(index, by: PageLinks(of: index, in: guide.catalog, with: resolver))
    return Inspection(self, index, guide, links, lock)
  }

  /// The same after `GuideReading.replacing`, whatever else depends on that page: right for the page
  /// itself, and of the rest what was known before.
  /// - Parameter candidates: What links can have meant, where that is known.
  func editing(
    _ index: Int, in guide: GuideReading, lock: PublishedLock?, candidates: Candidates?
  ) -> Inspection {
    let resolver = Resolver(guide.catalog)
    let links = links.replacing(index, by: PageLinks(of: index, in: guide.catalog, with: resolver))
    return Inspection(self, index, guide, links, lock, patterns: patterns, candidates: candidates)
  }

  private init(
    _ before: Inspection, _ index: Int, _ guide: GuideReading, _ links: LinkGraph,
    _ lock: PublishedLock?, patterns known: GuidePatterns? = nil, candidates: Candidates? = nil
  ) {
    self.links = links
    let path = guide.catalog.pages[index].path
    let isSame = known != nil || guide.extractions[path] == nil
    patterns = isSame ? before.patterns : GuidePatterns(guide, links)
    publishedPatterns =
      isSame ? before.publishedPatterns : patterns.published(guide.catalog)
    findingsOfPages = before.findingsOfPages
    findingsOfPages[index] = Self.checker(guide, links, patterns, lock, candidates)
      .findings(onPage: index)
    findingsOfGuide = before.findingsOfGuide
    comments = guide.catalog.pages.flatMap(\.body.ignores)
    policy = before.policy
  }

  /// Findings as the author wants them: without those that comments silence, and with the severity
  /// that the configuration gives them.
  /// - Parameters:
  ///   - all: everything found in one run; comments are held against all of it.
  ///   - unchecked: the codes whose rules did not run.
  /// - Returns: In the order of a report, each once.
  func judged(_ all: [Diagnostic], unchecked: Set<String>) -> [Diagnostic] {
    let heard = IgnoreComments(
      comments, over: all, knownCodes: CodeReference.all.map(\.id), unchecked: unchecked
    ).diagnostics
    return Self.merged(policy.apply(heard))
  }

  /// The same for the findings of one file.
  func judged(_ all: [Diagnostic], on path: String) -> [Diagnostic] {
    let heard = IgnoreComments(
      comments.filter { $0.path == path }, over: all, knownCodes: CodeReference.all.map(\.id),
      unchecked: Self.external
    ).diagnostics
    return Self.merged(policy.apply(heard))
  }

  /// The same without advice: what could be better on a page is told by a check; a build tells what
  /// is wrong.
  func told(_ all: [Diagnostic]) -> [Diagnostic] {
    judged(all, unchecked: Self.external).filter(Self.isTold)
  }

  /// Of a guide without comments: what is told of some findings, before those of others join them.
  func toldAlone(_ some: [Diagnostic]) -> [Diagnostic] {
    some.isEmpty ? [] : policy.apply(some).filter(Self.isTold)
  }

  private static func isTold(_ finding: Diagnostic) -> Bool {
    finding.severity > .note || !advised.contains(finding.code.id)
  }

  /// Other sites are asked only when somebody wants it.
  private static let external = Set(CodeReference.external.map(\.id))
  private static let advised = Set(CodeReference.ofPages.map(\.id))

  /// What is in a snippet is found from each page that includes it, and what to write instead may
  /// differ between them: that is one finding.
  static func merged(_ findings: [Diagnostic]) -> [Diagnostic] {
    var merged: [Diagnostic] = []
    var toldLibrary = false
    let unique = Array(Set(findings))
    // Their places are sorted, not they: each move of a finding counts a dozen references.
    let order = unique.indices.sorted {
      let (left, right) = (unique[$0], unique[$1])
      return left < right || !(right < left) && (left.help ?? "") < (right.help ?? "")
    }
    for place in order {
      let finding = unique[place]
      if let last = merged.last, !(last < finding), last.range == finding.range { continue }
      // What is missing on the machine is missing for every diagram.
      if finding.code == .diagramLibrary {
        if toldLibrary { continue }
        toldLibrary = true
      }
      merged.append(finding)
    }
    return merged
  }

  /// The same for findings that decide whether a site is published: comments play no part.
  func weighed(_ findings: [Diagnostic]) -> [Diagnostic] { policy.apply(findings) }
}
