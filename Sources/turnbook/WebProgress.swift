import Fetch
import Site
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a person sees while other sites are asked, and how they stop it.
enum WebProgress {
  /// The exit code of a program that was interrupted, by custom of shells.
  static let interrupted: Int32 = 130

  private static let cancellation = Cancellation()

  /// The request to ask other sites. From now on an interrupt ends the asking and keeps what is
  /// known; a second one ends the program.
  /// - Parameter showsProgress: Whether a person wants to see how far it is, on a terminal.
  static func request(showsProgress: Bool) -> WebRequest {
    var request = WebRequest(now: Int(time(nil)), version: Version.text)
    request.cancellation = cancellation
    signal(SIGINT) { number in
      WebProgress.cancellation.cancel()
      signal(number, SIG_DFL)
    }
    if showsProgress, StandardStream.error.isTerminal {
      request.onProgress = { done, total, url in draw(done, total, url) }
    }
    return request
  }

  /// A bar, the numbers, and the address that was asked last, on one line.
  private static func draw(_ done: Int, _ total: Int, _ url: String) {
    let width = 24
    let filled = total == 0 ? width : width * done / total
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    var line = "\r\u{1B}[K\(bar) \(done) of \(total) "
    let room = max(0, StandardStream.error.columns - width - 18)
    line += url.count > room ? String(url.prefix(max(0, room - 1))) + "…" : url
    StandardStream.error.write(line)
  }
}
