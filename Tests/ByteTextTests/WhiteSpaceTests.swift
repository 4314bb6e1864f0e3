import ByteText
import Testing

@Suite("White space")
struct WhiteSpaceTests {
  @Test("every scalar counts as Unicode has it")
  func scalars() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isSpace = scalar.properties.isWhitespace
      let text = "a\(scalar)b"
      if (text.singleSpaced == "a b") != (isSpace || scalar == " ") {
        Issue.record("U+\(String(value, radix: 16)) in the middle")
      }
      if (text.dropFirst().dropLast().description.withoutEnds.isEmpty) != isSpace {
        // A mark may belong to the letter before it; those are no white space either.
        if isSpace { Issue.record("U+\(String(value, radix: 16)) alone") }
      }
    }
  }

  @Test(
    "runs become one space and the ends go",
    arguments: [
      ("", ""), (" ", ""), ("a", "a"), ("  a \n\t b ", "a b"), ("ä\u{A0}\u{3000}ö\u{2028}", "ä ö"),
      ("a\r\nb", "a b"), ("日本 語", "日本 語"),
    ])
  func single(text: String, expected: String) {
    #expect(text.singleSpaced == expected)
  }

  @Test(
    "only the ends go",
    arguments: [
      ("", ""), (" \n", ""), ("a  b", "a  b"), ("\u{2003}a  b\u{A0}\r\n", "a  b"), ("à", "à"),
      ("\u{85}x\u{85}", "x"),
    ])
  func ends(text: String, expected: String) {
    #expect(text.withoutEnds == expected)
  }
}
