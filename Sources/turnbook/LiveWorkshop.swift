import ByteText
import DevServer
import Diagnostics
import FileTree
import JSON
import Reporting
import Site
import Synchronization

/// A guide in the making, and those who look at it.
final class LiveWorkshop: Sendable {
  /// What came of looking at the guide again.
  struct Outcome {
    let change: LiveEvent.Change
    let diagnostics: [Diagnostic]
    /// Whether there is a site to show.
    let isServed: Bool
    /// Whether browsers were told anything.
    let isNews: Bool
  }

  let hub = LiveHub()
  private let guide: LiveGuide
  /// The folder of the guide, as an absolute path.
  private let folder: String
  private let answers: Mutex<SiteAnswers>
  private let told = Mutex<[Diagnostic]?>(nil)

  init(_ options: BuildOptions, hosts: AllowedHosts, script: [UInt8]) {
    guide = LiveGuide(options)
    folder = Discovery.realPath(of: options.folder) ?? options.folder
    // So that a browser that comes back knows another run of the program when it meets one.
    let session = String(UInt64.random(in: .min ... .max), radix: 16)
    answers = Mutex(SiteAnswers(session: session, hosts: hosts, script: script))
  }

  func answer(_ request: HTTPRequest) -> HTTPAnswer {
    // Pages are made when they are asked for, which must not keep others waiting.
    answers.withLock { $0 }.answer(request)
  }

  /// Where the site begins; nil while there is none.
  var basePath: String? { answers.withLock { $0.site?.basePath } }

  /// Brings the site up to date, tells the browsers, and watches what matters from now on.
  /// - Parameter changes: nil for the first time.
  func refresh(_ changes: Changes?, _ watcher: FileWatcher) async -> Outcome {
    let start = FileWatcher.wallClock
    let paths: Set<String>? = if case .files(let paths)? = changes { paths } else { nil }
    let update = await guide.refresh(changed: paths)
    // Advice is for who asks for it, by a check.
    var diagnostics = update.diagnostics.filter { $0.severity > .note }
    // Whatever is missing in a guide that cannot be built, it will come somewhere in its folder.
    let missing = update.site == nil ? [folder] : []
    do throws(Errno) {
      try watcher.watch(update.watched + missing, since: start)
    } catch {
      diagnostics.append(ServerDiagnostic.unwatched(error, path: update.watched.first))
    }
    let isOther = told.withLock { told in
      defer { told = diagnostics }
      return told != diagnostics
    }
    let change = LiveEvent.Change(update.change)
    let isNews = isOther || !change.isNothing || changes == nil
    if isNews {
      let event = answers.withLock { answers in
        if let site = update.site { answers.site = ServedSite(site) }
        answers.version += 1
        return Self.event(answers, change, diagnostics)
      }
      hub.send(event)
    }
    return Outcome(
      change: change, diagnostics: diagnostics, isServed: basePath != nil, isNews: isNews)
  }

  /// More than a person reads in a browser.
  private static let findingLimit = 50

  private static func event(
    _ answers: SiteAnswers, _ change: LiveEvent.Change, _ diagnostics: [Diagnostic]
  ) -> LiveEvent {
    // The worst first.
    let shown = Report(diagnostics).diagnostics.enumerated().sorted { left, right in
      (right.element.severity, left.offset) < (left.element.severity, right.offset)
    }.map(\.element)
    var event = LiveEvent(session: answers.session, version: answers.version, change: change)
    event.count = shown.count
    event.findings = shown.prefix(findingLimit).compactMap { diagnostic in
      var buffer = ByteBuffer()
      Report([diagnostic]).write(
        as: .jsonl, into: &buffer, source: { try? FileReader.read($0, limit: 64 << 20) })
      return try? JSONValue(parsing: buffer.array)
    }
    return event
  }
}

extension LiveEvent.Change {
  fileprivate init(_ change: LiveUpdate.Change) {
    self =
      switch change {
      case .nothing: .nothing
      case .styles: .styles
      case .pages(let pages): .pages(pages)
      case .everything: .everything
      }
  }

  fileprivate var isNothing: Bool {
    if case .nothing = self { true } else { false }
  }
}

extension ServedSite {
  fileprivate init(_ site: LiveSite) {
    self.init(basePath: site.basePath) { path in
      switch site.content(at: path) {
      case .bytes(let bytes): .bytes(bytes)
      case .file(let path): .file(path)
      case nil: nil
      }
    }
  }
}
