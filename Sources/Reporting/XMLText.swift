package import ByteText

extension ByteBuffer {
  /// Appends text as XML 1.0 can hold it in a double-quoted attribute: tabs and line ends become
  /// references, which alone survive reading, and characters that XML forbids become U+FFFD.
  package mutating func append(xmlAttribute text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": append("&#\(scalar.value);")
      default: append(xml: scalar)
      }
    }
  }

  /// Appends text as XML 1.0 can hold it between tags; a carriage return becomes a reference.
  package mutating func append(xmlContent text: String) {
    for scalar in text.unicodeScalars {
      if scalar == "\r" { append("&#13;") } else { append(xml: scalar) }
    }
  }

  private mutating func append(xml scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x26: append("&amp;")
    case 0x3C: append("&lt;")
    case 0x3E: append("&gt;")
    case 0x22: append("&quot;")
    case 0x09, 0x0A, 0x20..<0xFFFE, 0x10000...: append(String(scalar))
    default: append("\u{FFFD}")
    }
  }
}
