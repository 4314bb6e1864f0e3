extension JSONParser {
  /// Reads a number by the grammar of RFC 8259 section 6.
  mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    var isWhole = true
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") {
      index += 1
      if isDigit(next) { throw JSONError(.leadingZero, at: index - 1) }
    } else {
      try digits(of: start)
    }
    if next == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      try digits(of: start)
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      isWhole = false
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      try digits(of: start)
    }
    if isWhole, let integer = integer(start..<index) { return .integer(integer) }
    return .number(JSONNumber(checked: String(decoding: bytes[start..<index], as: UTF8.self)))
  }

  /// The whole number of these bytes; nil when it does not fit, and for `-0`, whose sign an integer
  /// would lose.
  private func integer(_ range: Range<Int>) -> Int64? {
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    let digits = bytes[range].dropFirst(isNegative ? 1 : 0)
    if isNegative, digits.first == UInt8(ascii: "0") { return nil }
    var number: Int64 = 0
    for byte in digits {
      let digit = Int64(byte &- UInt8(ascii: "0"))
      let (shifted, overflowed) = number.multipliedReportingOverflow(by: 10)
      let (sum, carried) = shifted.addingReportingOverflow(isNegative ? -digit : digit)
      if overflowed || carried { return nil }
      number = sum
    }
    return number
  }

  private mutating func digits(of start: Int) throws(JSONError) {
    guard isDigit(next) else { throw JSONError(.malformedNumber, at: start) }
    while isDigit(next) { index += 1 }
  }

  func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
