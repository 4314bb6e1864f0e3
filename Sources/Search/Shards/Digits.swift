import ByteText

/// Whole numbers in characters that a string of JavaScript holds as they are: small ones in one
/// character.
extension ByteBuffer {
  /// The last character of a number is one of 64; each before it is one of 26 and counts on.
  mutating func append(digits number: Int) {
    var number = number
    while number >= 64 {
      number -= 64
      append(Self.digit(64 + number % 26))
      number /= 26
    }
    append(Self.digit(number))
  }

  /// The characters from `#` to `}` without the backslash. What is before and after them
  /// separates.
  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 57 ? 0x23 + value : 0x24 + value)
  }
}
