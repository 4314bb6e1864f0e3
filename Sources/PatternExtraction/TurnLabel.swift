import Patterns

/// What begins a turn or a message: `Turn 2:`, `Turn N (assistant):`, `System:`.
enum TurnLabel {
  /// The id of the turn that a line begins, the role that it names, and where the rest of the line
  /// begins.
  static func turn(
    _ line: ArraySlice<UInt8>
  ) -> (id: String, role: Message.Role?, end: Int)? {
    var index = line.startIndex
    skipSpaces(line, &index)
    guard take("turn", line, &index), index < line.endIndex, isSpace(line[index]) else {
      return nil
    }
    skipSpaces(line, &index)
    let start = index
    while index < line.endIndex, (0x30...0x39).contains(line[index]) { index += 1 }
    var id = String(decoding: line[start..<index].drop { $0 == 0x30 }, as: UTF8.self)
    if index == start {
      guard index < line.endIndex, line[index] == UInt8(ascii: "N") || line[index] == 0x6E else {
        return nil
      }
      id = "n"
      index += 1
    } else if id.isEmpty {
      id = "0"
    }
    skipSpaces(line, &index)
    var role: Message.Role?
    if index < line.endIndex, line[index] == UInt8(ascii: "(") {
      guard let close = line[index...].firstIndex(of: UInt8(ascii: ")")) else { return nil }
      let word = String(decoding: line[(index + 1)..<close], as: UTF8.self)
      role = Message.Role(rawValue: word.lowercased())
      index = close + 1
      skipSpaces(line, &index)
    }
    guard index < line.endIndex, line[index] == UInt8(ascii: ":") else { return nil }
    return (id, role, index + 1)
  }

  /// The role that a line names, and where the rest of the line begins.
  static func role(_ line: ArraySlice<UInt8>) -> (role: Message.Role, end: Int)? {
    for role in Message.Role.allCases {
      var index = line.startIndex
      skipSpaces(line, &index)
      if take(role.rawValue, line, &index), index < line.endIndex, line[index] == UInt8(ascii: ":")
      {
        return (role, index + 1)
      }
    }
    return nil
  }

  /// Whether a word before a colon is a turn or a role and so names no slot.
  static func isLabel(_ text: String) -> Bool {
    let line = Array((text + ":").utf8)[...]
    return turn(line) != nil || role(line) != nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func skipSpaces(_ line: ArraySlice<UInt8>, _ index: inout Int) {
    while index < line.endIndex, isSpace(line[index]) { index += 1 }
  }

  /// Goes past a word, whose letters may be of either case.
  private static func take(_ word: String, _ line: ArraySlice<UInt8>, _ index: inout Int) -> Bool {
    let rest = line[index...].prefix(word.utf8.count)
    guard rest.count == word.utf8.count,
      zip(rest, word.utf8).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
    else { return false }
    index += rest.count
    return true
  }
}
