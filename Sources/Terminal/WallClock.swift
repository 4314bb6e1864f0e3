#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What time it is.
package enum WallClock {
  /// Milliseconds since 1970.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// A moment as clocks show it where the program runs: `2026-11-21 23:41`.
  /// - Parameter milliseconds: Since 1970.
  package static func local(_ milliseconds: Int64) -> String {
    var seconds = time_t(milliseconds / 1000)
    var day = tm()
    guard localtime_r(&seconds, &day) != nil else { return "\(milliseconds) ms" }
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(Int(day.tm_year) + 1900)-\(padded(day.tm_mon + 1))-\(padded(day.tm_mday))"
      + " \(padded(day.tm_hour)):\(padded(day.tm_min))"
  }
}
