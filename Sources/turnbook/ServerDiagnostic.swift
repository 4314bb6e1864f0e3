import DevServer
import Diagnostics
import FileTree
import Site

/// What keeps a guide from being served, as it is printed.
enum ServerDiagnostic {
  static func of(_ failure: ServerFailure) -> Diagnostic {
    switch failure {
    case .missingLibrary(let words):
      Diagnostic(.serverLibrary, .error, words, help: libraryHelp)
    case .notStarted:
      Diagnostic(
        .serverLibrary, .error, "the library libmicrohttpd does not start",
        help: "raise the limits with \"ulimit -n\" and \"ulimit -u\", then run again")
    case .unknownHost(let host):
      Diagnostic(
        .serverAddress, .error, "\"\(host)\" is no address of this machine",
        help: "leave --host out for this machine only, or write 0.0.0.0 for all its addresses")
    case .noPort(let ports, let reason) where ports.count == 1:
      Diagnostic(
        .serverAddress, .error, "port \(ports.lowerBound) cannot be used: \(reason.words)",
        help: "choose another with --port, from 1024 on, or 0 for any that is free")
    case .noPort(let ports, _):
      Diagnostic(
        .serverAddress, .error,
        "the ports from \(ports.lowerBound) to \(ports.upperBound) are all in use",
        help: "choose another with --port, or 0 for any that is free")
    }
  }

  /// - Parameter path: One of the folders, for the person to know what is meant.
  static func unwatched(_ reason: Errno, path: String?) -> Diagnostic {
    Diagnostic(
      .watchLimit, .warning, "not all folders can be watched: \(reason.words)", path: path,
      help: watchHelp)
  }

  #if canImport(Darwin)
    private static let libraryHelp = "install it by: brew install libmicrohttpd"
    private static let watchHelp = "raise the limit with \"ulimit -n\" and run again"
  #else
    private static let libraryHelp =
      "install it, with Debian and Ubuntu by: apt-get install libmicrohttpd12"
    private static let watchHelp =
      "raise fs.inotify.max_user_watches and max_user_instances with sysctl, and run again"
  #endif
}
