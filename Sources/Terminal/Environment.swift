#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The variables that a program is started with.
package enum Environment {
  /// The value of a variable; nil when it is missing or empty.
  package static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Where programs keep what belongs to a person (XDG Base Directory Specification 0.8).
  package static var dataFolder: String? {
    if let folder = value("XDG_DATA_HOME"), folder.hasPrefix("/") { return folder }
    return value("HOME").map { $0 + "/.local/share" }
  }

  /// Where programs keep what they can fetch again.
  package static var cacheFolder: String? {
    if let folder = value("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder }
    return value("HOME").map { $0 + "/.cache" }
  }
}
