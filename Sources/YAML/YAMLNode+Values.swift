package import Diagnostics

extension YAMLNode {
  /// The text of a scalar as it is meant, whatever its type: `1984` and `yes` are text too. Nil for
  /// nothing (an empty value, `null`, `~`), for lists and for mappings.
  package var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// `true`, `yes` and `on`, `false`, `no` and `off`, in lower, upper or title case, as YAML 1.1
  /// has them (its single letters `y` and `n` left out); nil for all else.
  package var bool: Bool? {
    guard let plain else { return nil }
    switch plain {
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return true
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return false
    default: return nil
    }
  }

  /// A whole number in decimal that fits 64 bits.
  package var integer: Int? {
    guard let plain else { return nil }
    return Int(plain)
  }

  /// A number in decimal, with a fraction and an exponent where wanted. `nan` and `inf` are none.
  package var number: Double? {
    guard let plain, let first = plain.utf8.first, Self.beginsNumber(first) else { return nil }
    let isDecimal = plain.utf8.allSatisfy { byte in
      Self.beginsNumber(byte) || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
    }
    guard isDecimal, let number = Double(plain), number.isFinite else { return nil }
    return number
  }

  /// A day, perhaps with a time, in the form of ``YAMLDate``; quotes do not matter.
  package var date: YAMLDate? {
    guard case .scalar(let text, _) = content else { return nil }
    return YAMLDate(text)
  }

  /// Whether nothing is meant: an empty value, `null` or `~`.
  package var isNull: Bool {
    guard let plain else { return false }
    switch plain {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }

  package var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  package var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The text together with its place.
  package var locatedText: Located<String>? {
    text.map { Located($0, range) }
  }

  /// What this is, for a sentence that ends with "here it is …".
  package var description: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(_, .block), .scalar(_, .quoted): "text"
    case .scalar:
      if isNull {
        "empty"
      } else if bool != nil {
        "true or false"
      } else if number != nil {
        "a number"
      } else if date != nil {
        "a date"
      } else {
        "text"
      }
    }
  }

  private var plain: String? {
    guard case .scalar(let text, .plain) = content else { return nil }
    return text
  }

  private static func beginsNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
