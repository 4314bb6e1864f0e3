import ByteText
import Links

/// Addresses and anchors in the lock file: what would end a line, or be trimmed from one, is
/// percent-encoded.
enum LockText {
  static func encoded(_ text: String) -> String {
    var encoded = ""
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7F || scalar == "%" {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        encoded += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }

  static func decoded(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: PercentEncoding.decoded(bytes), as: UTF8.self)
  }
}
