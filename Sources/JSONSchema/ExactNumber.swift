import JSON

/// A number of JSON to its last digit: `0.1e1`, `1.0` and `1` are one number, and no two others are.
///
/// It is the fraction `0.d₁d₂…` of its digits times ten to the exponent.
struct ExactNumber: Sendable, Hashable {
  private let isNegative: Bool
  /// From 0 to 9, without zeros at both ends; empty for zero.
  private let digits: [UInt8]
  private let exponent: Int

  /// Beyond it nobody counts; numbers of such size compare by it.
  private static let largestExponent = 1 << 40

  /// nil for a value that is no number.
  init?(_ value: JSONValue) {
    switch value {
    case .integer(let integer): self.init(spelled: String(integer))
    case .number(let number): self.init(spelled: number.text)
    default: return nil
    }
  }

  /// - Parameter text: In the grammar of RFC 8259.
  private init(spelled text: String) {
    let parts = text.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
    let mantissa = parts[0].utf8.drop { $0 == UInt8(ascii: "-") }
    let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }.count
    let all = mantissa.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
    let leading = all.prefix { $0 == 0 }.count
    var digits = Array(all.dropFirst(leading))
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    isNegative = text.hasPrefix("-") && !digits.isEmpty
    let largest = Self.largestExponent
    let told = parts.count > 1 ? Self.exponent(parts[1], largest) : 0
    exponent = digits.isEmpty ? 0 : max(-largest, min(largest, whole - leading + told))
  }

  private static func exponent(_ text: Substring, _ largest: Int) -> Int {
    let digits = text.first == "+" ? text.dropFirst() : text
    return max(-largest, min(largest, Int(digits) ?? (text.hasPrefix("-") ? -largest : largest)))
  }

  var isWhole: Bool { digits.count <= exponent || digits.isEmpty }

  /// A whole number from 0 on; the largest of the machine for one beyond it, nil for any other.
  var count: Int? {
    guard isWhole, !isNegative else { return nil }
    var count = 0
    for place in 0..<max(0, exponent) {
      let digit = digits.indices.contains(place) ? Int(digits[place]) : 0
      let (tenfold, isTooLarge) = count.multipliedReportingOverflow(by: 10)
      let (next, isLarger) = tenfold.addingReportingOverflow(digit)
      if isTooLarge || isLarger { return .max }
      count = next
    }
    return count
  }
}

extension ExactNumber: Comparable {
  static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
  }

  /// Without the signs.
  private func isSmaller(than other: ExactNumber) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    if exponent != other.exponent { return exponent < other.exponent }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}
