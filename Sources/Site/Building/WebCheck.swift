import Checking
package import Diagnostics
import ExternalLinks
package import Fetch
import FileTree
import Links
import Markdown
import Pages

/// That other sites are to be asked, and what asking needs from outside.
package struct WebRequest: Sendable {
  /// Seconds since 1970.
  package var now: Int
  /// The program's version, which servers are told.
  package var version: String
  /// Set when the person has waited long enough.
  package var cancellation = Cancellation()
  /// Told how many addresses are done, of how many, and which was the last.
  package var onProgress: (@Sendable (_ done: Int, _ total: Int, _ url: String) -> Void)?

  package init(now: Int, version: String) {
    self.now = now
    self.version = version
  }
}

/// Asks for the addresses on other sites that a guide links to.
struct WebCheck {
  let guide: GuideReading
  let links: LinkGraph
  let request: WebRequest

  /// What came of it, in numbers.
  struct Outcome: Sendable {
    var diagnostics: [Diagnostic] = []
    var summary = WebSummary()
  }

  func run() throws(BuildFailure) -> Outcome {
    let path = Project.joined(guide.project.folder, Self.cacheName)
    var cache = AnswerCache(path: path)
    let result: ExternalCheck.Result
    do throws(MissingLibrary) {
      result = try ExternalCheck(options).run(
        addresses, cache: &cache, now: request.now, until: request.cancellation,
        onProgress: { request.onProgress?($0, $1, $2) })
    } catch {
      throw BuildFailure(
        diagnostic: Diagnostic(.webLibrary, .error, error.message, help: error.help))
    }
    var outcome = Outcome(diagnostics: result.diagnostics)
    outcome.summary = WebSummary(
      addresses: result.addresses, asked: result.asked, remembered: result.remembered,
      isInterrupted: result.isInterrupted)
    do throws(FileError) {
      try cache.write(to: path)
    } catch {
      // Only the next run's time is lost.
      var diagnostic = error.diagnostic(path: path)
      diagnostic.severity = .warning
      outcome.diagnostics.append(diagnostic)
    }
    return outcome
  }

  /// Beside the configuration; a name that begins with a dot is no part of a site.
  static let cacheName = ".turnbook-links"

  private var options: ExternalOptions {
    let settings = guide.project.config.external
    var options = ExternalOptions(version: request.version)
    options.fetch.timeout = .seconds(settings.timeout)
    options.fetch.connectTimeout = .seconds(min(10, settings.timeout))
    options.fetch.perHost = settings.perHost
    options.fetch.overall = settings.atOnce
    options.retries = settings.retries
    options.accepted += settings.accept.map { $0...$0 }
    options.include = settings.include
    options.exclude = settings.exclude
    options.cacheAge = settings.days * 24 * 60 * 60
    options.checksFragments = settings.checksFragments
    return options
  }

  /// Everything on other sites that pages, the navigation and redirects lead to.
  private var addresses: [ExternalLink] {
    var all: [ExternalLink] = []
    for (page, links) in zip(guide.catalog.pages, links.pages) {
      for (link, finding) in zip(page.body.links, links.findings)
      where finding == nil && LinkTarget.isExternal(link.destination) {
        all.append(
          ExternalLink(
            url: String(decoding: link.destination, as: UTF8.self), path: link.path,
            range: link.range))
      }
    }
    let config = guide.project.configPath
    var entries = guide.project.config.navigation ?? []
    while let entry = entries.popLast() {
      switch entry.target {
      case .section(let children): entries += children
      case .link(let url): all.append(ExternalLink(url: url, path: config, range: entry.range))
      case .page: break
      }
    }
    for redirect in guide.redirects.references {
      guard case .external(let url) = redirect.target else { continue }
      all.append(ExternalLink(url: url, path: redirect.path, range: redirect.range))
    }
    return all
  }
}

/// How many addresses were asked.
package struct WebSummary: Sendable {
  package var addresses = 0
  package var asked = 0
  package var remembered = 0
  /// Somebody stopped the run before all were.
  package var isInterrupted = false
}

extension Code {
  package static let webLibrary = Code(
    "TB-L036", "the library for asking other sites is there",
    explanation: """
      `turnbook check --external` loads libcurl when it begins to ask, and could not find it. The \
      message says how to install it. Everything else works without.
      """)
}
