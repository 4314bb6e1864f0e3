/// A day of the Gregorian calendar, perhaps with a time: `2025-01-31`, `2025-01-31T10:30:00Z`,
/// `2025-01-31 10:30 +02:00`. Without an offset the time is UTC, as YAML's timestamps have it.
package struct YAMLDate: Sendable, Hashable {
  package let year: Int
  package let month: Int
  package let day: Int
  /// Seconds since midnight; nil where only a day is given. Fractions of a second are dropped.
  package let secondOfDay: Int?
  /// Minutes east of UTC.
  package let offset: Int

  /// Nil when the text has another form or names a day or time that does not exist.
  package init?(_ text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(digits: 4...4), scanner.skip("-"),
      let month = scanner.number(digits: 1...2), scanner.skip("-"),
      let day = scanner.number(digits: 1...2),
      year > 0, (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    if scanner.isAtEnd {
      secondOfDay = nil
      offset = 0
      return
    }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skipSpaces(),
      let time = Self.time(&scanner), let offset = Self.offset(&scanner), scanner.isAtEnd
    else { return nil }
    secondOfDay = time
    self.offset = offset
  }

  /// Seconds since 1970-01-01T00:00:00Z; the start of the day where there is no time.
  package var secondsSince1970: Int {
    daysSince1970 * 86_400 + (secondOfDay ?? 0) - offset * 60
  }

  /// `2025-01-31`, the day as written.
  package var dayText: String {
    Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  /// The form that feeds and `<time>` want (RFC 3339), a day alone being midnight UTC.
  package var timestamp: String {
    let second = secondOfDay ?? 0
    let time =
      Self.padded(second / 3600, 2) + ":" + Self.padded(second / 60 % 60, 2) + ":"
      + Self.padded(second % 60, 2)
    guard offset != 0 else { return dayText + "T" + time + "Z" }
    let minutes = abs(offset)
    let zone = Self.padded(minutes / 60, 2) + ":" + Self.padded(minutes % 60, 2)
    return dayText + "T" + time + (offset < 0 ? "-" : "+") + zone
  }

  /// Whole days between 1970-01-01 and this day, by counting the leap days of a year that begins in
  /// March.
  private var daysSince1970: Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func time(_ scanner: inout DigitScanner) -> Int? {
    guard let hour = scanner.number(digits: 1...2), scanner.skip(":"),
      let minute = scanner.number(digits: 2...2), hour < 24, minute < 60
    else { return nil }
    var second = 0
    if scanner.skip(":") {
      guard let seconds = scanner.number(digits: 2...2), seconds < 60 else { return nil }
      second = seconds
      if scanner.skip(".") { guard scanner.number(digits: 1...9) != nil else { return nil } }
    }
    return hour * 3600 + minute * 60 + second
  }

  private static func offset(_ scanner: inout DigitScanner) -> Int? {
    _ = scanner.skipSpaces()
    if scanner.isAtEnd || scanner.skip("Z") || scanner.skip("z") { return 0 }
    let isWest = scanner.skip("-")
    guard isWest || scanner.skip("+"), let hours = scanner.number(digits: 1...2), hours <= 14
    else { return nil }
    _ = scanner.skip(":")
    let minutes = scanner.number(digits: 2...2) ?? 0
    guard minutes < 60 else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension YAMLDate: Comparable {
  package static func < (left: YAMLDate, right: YAMLDate) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

/// Reads runs of digits and single signs from the front of a text.
private struct DigitScanner {
  private let bytes: String.UTF8View
  private var index: String.UTF8View.Index

  init(_ text: String) {
    bytes = text.utf8
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard !isAtEnd, bytes[index] == UInt8(ascii: sign) else { return false }
    bytes.formIndex(after: &index)
    return true
  }

  mutating func skipSpaces() -> Bool {
    let start = index
    while skip(" ") || skip("\t") {}
    return index > start
  }

  mutating func number(digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while count < digits.upperBound, !isAtEnd,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    {
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      bytes.formIndex(after: &index)
      count += 1
    }
    return count >= digits.lowerBound ? value : nil
  }
}
