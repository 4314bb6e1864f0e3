import DevServer
import Terminal

/// The browser of the person at this machine.
enum Browser {
  private static let openers = ["xdg-open", "open", "wslview"]

  /// Opens an address, or says that it has to be done by hand. Does not wait.
  static func open(_ url: String) {
    guard let opener = openers.first(where: OtherProgram.isThere) else { return complain(url) }
    BackgroundThread.start {
      if !OtherProgram.runQuietly([opener, url]) { complain(url) }
    }
  }

  private static func complain(_ url: String) {
    StandardStream.error.write("No browser could be opened; open \(url) yourself.\n")
  }
}
