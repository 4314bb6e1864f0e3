import Checking
import Diagnostics
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
  /// What the rules and patterns have to say, not yet silenced.
  let findings: [Diagnostic]
  private let comments: [IgnoreComment]
  private let policy: SeverityPolicy

  init(_ guide: GuideReading, lock: PublishedLock?, jobs: Int) async {
    let catalog = guide.catalog
    let resolver = Resolver(catalog)
    links = LinkGraph(
      await Workers.map(
        catalog.pages.count, jobs: jobs, makeWorker: { resolver },
        { PageLinks(of: $1, in: catalog, with: $0) }))
    let patterns = GuidePatterns(guide, links)
    self.patterns = patterns
    publishedPatterns = zip(patterns.all, patterns.pages)
      .filter { !catalog.pages[$0.1].isDraft }.map(\.0)
    let checker = Checker(
      Guide(
        catalog: catalog, links: links, facts: guide.facts(lock: lock),
        settings: guide.project.config.check,
        techniques: Techniques(
          names: guide.project.config.names, extractions: guide.extractions,
          patterns: patterns.all)))
    let pages = await Workers.map(
      catalog.pages.count, jobs: jobs, makeWorker: { checker },
      { $0.findings(onPage: $1) })
    findings = pages.flatMap(\.self) + checker.findingsOfGuide + patterns.diagnostics
    comments = catalog.pages.flatMap(\.body.ignores)
    policy = SeverityPolicy(guide.project.config.check, content: guide.project.content)
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

  /// What is in a snippet is found from each page that includes it, and what to write instead may
  /// differ between them: that is one finding.
  private static func merged(_ findings: [Diagnostic]) -> [Diagnostic] {
    var merged: [Diagnostic] = []
    let sorted = Set(findings).sorted {
      $0 < $1 || !($1 < $0) && ($0.help ?? "") < ($1.help ?? "")
    }
    for finding in sorted {
      if let last = merged.last, !(last < finding), last.range == finding.range { continue }
      merged.append(finding)
    }
    return merged
  }

  /// The same for findings that decide whether a site is published: comments play no part.
  func weighed(_ findings: [Diagnostic]) -> [Diagnostic] { policy.apply(findings) }
}
