import ByteText
import DevServer
import Diagnostics
import FileTree
import Reporting
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a person at the terminal is told while a guide is served.
struct ServeWords {
  private let folder: String
  /// The findings that were printed last.
  private var known: [Diagnostic] = []

  init(folder: String) { self.folder = folder }

  /// The findings of the beginning.
  mutating func print(_ outcome: LiveWorkshop.Outcome) {
    known = outcome.diagnostics
    printFindings()
    if !known.isEmpty { write("\n") }
    if !outcome.isServed {
      write("The guide cannot be built as it is; it is shown once that is mended.\n")
    }
  }

  /// - Parameters:
  ///   - asked: The port that was wished for; 0 for any.
  ///   - base: Where the site begins; nil while there is none.
  func print(_ address: ServedAddress, after time: Duration, asked: Int, _ base: String?) {
    let base = base ?? "/"
    if asked != 0, asked != address.port {
      write("Port \(asked) is in use, so it is \(address.port).\n")
    }
    write("Serving \(folder) at \(address.url(path: base)) after \(Timings.words(time)). ")
    write("Ctrl-C ends it.\n")
    guard address.isForOthers else { return }
    write("Whoever reaches this machine over the network can read the guide")
    let urls = address.urlsForOthers(path: base)
    write(urls.isEmpty ? ".\n" : ": \(urls.joined(separator: ", "))\n")
  }

  /// One line for a change, and the findings where they are others than before.
  mutating func print(
    _ outcome: LiveWorkshop.Outcome, after changes: Changes, in time: Duration
  ) {
    guard outcome.isNews else { return }
    let isOther = outcome.diagnostics != known
    known = outcome.diagnostics
    if isOther { printFindings() }
    let findings = known.isEmpty ? "no findings" : Report(known).summary
    write(
      "\(Self.clock) \(Self.words(changes)): \(Self.words(outcome.change)) in "
        + "\(Timings.words(time)), \(findings)\n")
  }

  /// On a line of its own: the terminal shows `^C` where the cursor stands.
  func printEnd() { write(StandardStream.error.isTerminal ? "\nEnded.\n" : "Ended.\n") }

  private func printFindings() {
    var buffer = ByteBuffer()
    Report(known).write(
      as: .text, color: StandardStream.error.showsColour, into: &buffer,
      source: { try? FileReader.read($0, limit: 64 << 20) })
    buffer.withBytes { StandardStream.error.write($0) }
  }

  private static func words(_ changes: Changes) -> String {
    switch changes {
    case .everything: "folders changed"
    case .files(let paths) where paths.count == 1: shown(paths.first ?? "")
    case .files(let paths): "\(paths.count) files changed"
    }
  }

  private static func words(_ change: LiveEvent.Change) -> String {
    switch change {
    case .nothing: "no page"
    case .styles: "the style sheets"
    case .everything: "all pages"
    case .pages(let pages): pages.count == 1 ? "1 page" : "\(pages.count) pages"
    }
  }

  /// A path as it can be opened from here.
  private static func shown(_ path: String) -> String {
    guard let here = Discovery.realPath(of: ".") else { return path }
    return path.hasPrefix(here + "/") ? String(path.dropFirst(here.count + 1)) : path
  }

  /// The time of day.
  private static var clock: String {
    var now = time(nil)
    var day = tm()
    localtime_r(&now, &day)
    return [day.tm_hour, day.tm_min, day.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }

  private func write(_ text: String) { StandardStream.error.write(text) }
}
