/// Text from content, made safe to print: a control character becomes a sign for itself, so that a
/// page cannot move the cursor, colour the terminal or turn a line around.
package enum VisibleText {
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { sign(for: $0) != nil }) else { return text }
    return text.unicodeScalars.reduce(into: "") { visible, scalar in
      if let sign = sign(for: scalar) {
        visible += sign
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
  }

  /// A source line without its LF. Tabs stay: they move nothing but the text after them.
  package static func ofLine(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line.last == 0x0A ? line.dropLast() : line, as: UTF8.self)
    return text.split(separator: "\t", omittingEmptySubsequences: false).map { of(String($0)) }
      .joined(separator: "\t")
  }

  /// What to print instead of a scalar that a terminal obeys or hides; nil for all others.
  package static func sign(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB:
      #"\u{\#(String(scalar.value, radix: 16, uppercase: true))}"#
    default: nil
    }
  }
}
