import Fetch

/// How long to wait before a request is made again.
enum RetryWait {
  /// What a server asks for: `retry-after-ms`, else `retry-after` in seconds or as a date; nil where
  /// it asks for nothing, or for a time that is over.
  static func told(_ headers: HeaderFields, now: Int64) -> Duration? {
    var seconds = headers["retry-after-ms"].flatMap { Double($0) }.map { $0 / 1000 }
    if seconds == nil, let text = headers["retry-after"] {
      seconds =
        Double(text)
        ?? HTTPDate.seconds(text).map { Double($0) - Double(now) / 1000 }
    }
    guard let seconds, seconds > 0, seconds.isFinite else { return nil }
    return .milliseconds(Int64(min(seconds, 1e9) * 1000))
  }

  /// Half a second, doubled each time up to eight, less a chance quarter, so that many who failed
  /// together do not come back together.
  /// - Parameter attempt: 0 for the first time that something failed.
  static func own(attempt: Int, random: Double) -> Duration {
    let seconds = min(0.5 * Double(1 << min(attempt, 10)), 8)
    return .milliseconds(Int64(seconds * (1 - 0.25 * random) * 1000))
  }
}

/// Dates as HTTP writes them (RFC 9110 section 5.6.7), the two obsolete forms too.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Seconds since 1970; nil for what is no such date.
  static func seconds(_ text: String) -> Int64? {
    let parts = text.split { " ,-:".contains($0) }.map(String.init)
    let day: String
    let month: String
    let year: String
    let clock: ArraySlice<String>
    switch parts.count {
    case 8 where parts[7] == "GMT":
      (day, month, year, clock) = (parts[1], parts[2], parts[3], parts[4...6])
    case 7: (day, month, year, clock) = (parts[2], parts[1], parts[6], parts[3...5])
    default: return nil
    }
    let times = clock.compactMap { Int64($0) }
    guard let day = Int64(day), (1...31).contains(day), let month = months.firstIndex(of: month),
      var year = Int64(year), (0...9999).contains(year), times.count == 3,
      times[0] < 24, times[1] < 60, times[2] <= 60, times.allSatisfy({ $0 >= 0 })
    else { return nil }
    // Two digits mean the year of these that is nearest.
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    return days(year, Int64(month + 1), day) * 86_400 + times[0] * 3600 + times[1] * 60 + times[2]
  }

  /// Days from 1970-01-01. Years begin in March here, so that the leap day is the last.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year % 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
