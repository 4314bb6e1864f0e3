/// Writes YAML that is read as it was meant: texts that could be taken for anything else stand in
/// quotes.
struct YAMLWriter {
  indirect enum Value {
    /// Not written at all.
    case nothing
    case text(String)
    case bool(Bool)
    case number(Int)
    case list([Value])
    case mapping([(key: String, value: Value)])
  }

  private(set) var text = ""

  /// The entries of the document.
  mutating func write(_ members: [(key: String, value: Value)]) {
    writeMembers(members, indent: 0, isInItem: false)
  }

  private mutating func writeMembers(
    _ members: [(key: String, value: Value)], indent: Int, isInItem: Bool
  ) {
    var isFirst = isInItem
    for (key, value) in members where !value.isNothing {
      // The first key of a list's item stands on the line of its dash.
      if !isFirst { text += String(repeating: " ", count: indent) }
      isFirst = false
      text += Self.scalar(key) + ":"
      write(value, indent: indent)
    }
  }

  /// What stands behind a key.
  private mutating func write(_ value: Value, indent: Int) {
    switch value {
    case .nothing: text += "\n"
    case .text(let value): text += " " + Self.scalar(value) + "\n"
    case .bool(let value): text += value ? " true\n" : " false\n"
    case .number(let value): text += " \(value)\n"
    case .list(let items):
      text += "\n"
      for item in items where !item.isNothing {
        text += String(repeating: " ", count: indent + 2) + "-"
        if case .mapping(let members) = item {
          text += " "
          writeMembers(members, indent: indent + 4, isInItem: true)
        } else {
          write(item, indent: indent + 2)
        }
      }
    case .mapping(let members):
      text += "\n"
      writeMembers(members, indent: indent + 2, isInItem: false)
    }
  }

  private static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// Whether a text is the same without quotes, whatever reads it.
  private static func isPlain(_ text: String) -> Bool {
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    guard let first = text.utf8.first, let last = text.utf8.last,
      (0x41...0x5A).contains(first & 0xDF), last != UInt8(ascii: " "), last != UInt8(ascii: ":"),
      !words.contains(text.lowercased()), !text.contains(": "), !text.contains(" #")
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar.value != 0x7F
        && !"\"'`{}[]&*!|>%@\\".unicodeScalars.contains(scalar)
        && (scalar.value < 0x80 || scalar.properties.isAlphabetic)
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension YAMLWriter.Value {
  var isNothing: Bool {
    switch self {
    case .nothing: true
    case .list(let items): items.allSatisfy(\.isNothing)
    case .mapping(let members): members.allSatisfy(\.value.isNothing)
    default: false
    }
  }

  static func some(_ text: String?) -> Self { text.map { .text($0) } ?? .nothing }

  static func text(_ text: String, unless standard: String) -> Self {
    text == standard ? .nothing : .text(text)
  }

  static func bool(_ value: Bool, unless standard: Bool) -> Self {
    value == standard ? .nothing : .bool(value)
  }

  static func texts(_ texts: [String]) -> Self { .list(texts.map { .text($0) }) }
}
