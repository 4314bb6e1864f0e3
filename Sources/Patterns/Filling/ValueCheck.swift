import Diagnostics

/// Whether a value is one that its variable may have.
package enum ValueCheck {
  package static func problem(of value: String, for variable: Variable) -> FillingProblem? {
    if value.isEmpty, !variable.isRequired { return nil }
    if !variable.choices.isEmpty {
      guard !variable.choices.contains(where: { same($0, value) }) else { return nil }
      return .notAmong(
        variable.name, value: value, choices: variable.choices,
        nearest: NearMiss.best(for: value, among: variable.choices))
    }
    guard !fits(value, variable.kind) else { return nil }
    return .wrongType(variable.name, value: value, variable.kind)
  }

  /// Byte by byte: Swift calls strings equal that are spelled differently.
  private static func same(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  private static func fits(_ value: String, _ kind: Variable.Kind) -> Bool {
    switch kind {
    case .text, .list, .file, .secret, .choice: true
    case .line: !value.utf8.contains { $0 == 0x0A || $0 == 0x0D }
    case .number: isNumber(Array(value.utf8), fraction: true)
    case .integer: isNumber(Array(value.utf8), fraction: false)
    case .boolean: value == "true" || value == "false"
    case .date: isDate(Array(value.utf8))
    case .url: isAddress(Array(value.utf8))
    }
  }

  /// Digits with a sign, a fraction and an exponent, as everyday programs spell them.
  private static func isNumber(_ bytes: [UInt8], fraction: Bool) -> Bool {
    var rest = bytes[...]
    func digits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard digits() > 0 else { return false }
    guard fraction else { return rest.isEmpty }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// `2026-01-31`, a day that there is.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
      bytes.enumerated().allSatisfy({ $0.offset == 4 || $0.offset == 7 || isDigit($0.element) })
    else { return false }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...days[month - 1]).contains(day)
  }

  /// A scheme, a colon and something without white space.
  private static func isAddress(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count,
      let first = bytes.first, isLetter(first)
    else { return false }
    let marks = Array("+-.".utf8)
    let isScheme = bytes[..<colon].allSatisfy { isLetter($0) || isDigit($0) || marks.contains($0) }
    return isScheme && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
