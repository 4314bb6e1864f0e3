/// What a resource is called: `turnbook://page/ID` for the Markdown of a technique's page,
/// `turnbook://pattern/ID` for its pattern file.
struct ResourceAddress: Hashable {
  enum Kind: String, CaseIterable {
    case page, pattern
  }

  var kind: Kind
  var id: String

  static let variable = "id"
  static var templates: [String] { Kind.allCases.map(template) }

  static func template(_ kind: Kind) -> String { prefix(kind) + "{\(variable)}" }

  private static func prefix(_ kind: Kind) -> String { "turnbook://\(kind.rawValue)/" }

  init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  init?(_ text: String) {
    for kind in Kind.allCases where text.hasPrefix(Self.prefix(kind)) {
      guard let id = Self.decoded(text.utf8.dropFirst(Self.prefix(kind).utf8.count)) else {
        return nil
      }
      self.init(kind, id)
      return
    }
    return nil
  }

  /// All but the characters that never mean anything (RFC 3986, section 2.3) is encoded.
  var text: String {
    var text = Self.prefix(kind)
    for byte in id.utf8 {
      if Self.isPlain(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(byte)
    }
  }

  /// Nil where an escape is broken or what it says is no text.
  private static func decoded(_ text: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
