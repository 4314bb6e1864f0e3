import Testing

@testable import Tokens

@Suite("Cutting a text into pieces")
struct SplittingTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var cl100k: [String]
    /// Nil where it is the same.
    var o200k: [String]?
    var testDescription: String { text.debugDescription }
  }

  @Test(
    "words take the space before them, numbers come in threes, lines end pieces",
    arguments: [
      Example(text: "Hello world", cl100k: ["Hello", " world"]),
      Example(
        text: "it's IT'S we'LL", cl100k: ["it", "'s", " IT", "'S", " we", "'LL"],
        o200k: ["it's", " IT'S", " we'LL"]),
      Example(text: "o'clock", cl100k: ["o", "'clock"]),
      Example(text: "it'\u{17F}o", cl100k: ["it", "'\u{17F}", "o"], o200k: ["it'\u{17F}", "o"]),
      Example(text: "helloWorldABC", cl100k: ["helloWorldABC"], o200k: ["hello", "World", "ABC"]),
      Example(text: "HTMLParser", cl100k: ["HTMLParser"], o200k: ["HTMLParser"]),
      Example(text: "1234567 89", cl100k: ["123", "456", "7", " ", "89"]),
      Example(text: "a  b", cl100k: ["a", " ", " b"]),
      Example(text: "a\n\n  b", cl100k: ["a", "\n\n", " ", " b"]),
      Example(text: "a \r\n\r\n\tb", cl100k: ["a", " \r\n\r\n", "\tb"]),
      Example(text: "a \n ", cl100k: ["a", " \n "], o200k: ["a", " \n", " "]),
      Example(text: "a   ", cl100k: ["a", "   "]),
      Example(text: "if (x) {\n", cl100k: ["if", " (", "x", ")", " {\n"]),
      Example(text: "//\n/ x", cl100k: ["//\n", "/", " x"], o200k: ["//\n/", " x"]),
      Example(text: "e\u{301}t", cl100k: ["e", "\u{301}t"], o200k: ["e\u{301}t"]),
      Example(text: "\u{301}A", cl100k: ["\u{301}A"], o200k: ["\u{301}", "A"]),
      Example(text: "\u{A0}\u{3000}x\u{2028}", cl100k: ["\u{A0}", "\u{3000}x", "\u{2028}"]),
      Example(text: "你好，世界", cl100k: ["你好", "，世界"]),
      Example(text: "x🦀🦀 y", cl100k: ["x", "🦀🦀", " y"]),
      Example(text: "", cl100k: []),
    ])
  func pieces(_ example: Example) {
    #expect(SplitPattern.cl100k.pieces(of: example.text) == example.cl100k)
    #expect(SplitPattern.o200k.pieces(of: example.text) == example.o200k ?? example.cl100k)
  }

  @Test(
    "bytes that are no UTF-8 are symbols, one each, and end no scan",
    arguments: SplitPattern.allCases)
  func malformed(_ pattern: SplitPattern) {
    let starts: [UInt8] = [0x80, 0xC0, 0xC3, 0xE2, 0xED, 0xF0, 0xF4, 0xFF]
    for first in starts {
      for second in starts + [0x41, 0x20] {
        let bytes = [first, second]
        bytes.withUnsafeBufferPointer { bytes in
          CharacterClass.table.withUnsafeBufferPointer { classes in
            let scanner = PieceScanner(bytes: bytes, classes: classes)
            var start = 0
            while start < bytes.count {
              let end = scanner.end(of: start, pattern)
              #expect(end > start && end <= bytes.count)
              start = max(end, start + 1)
            }
          }
        }
      }
    }
  }

  @Test("a character has one class, and what came after Unicode 16 none of its own")
  func classes() {
    for byte in UInt8(0)...127 {
      #expect(CharacterClass(Unicode.Scalar(byte)).rawValue.nonzeroBitCount == 1)
    }
    #expect(CharacterClass("\u{1C5}") == .upper)
    #expect(CharacterClass("\u{2B0}") == .caseless)
    #expect(CharacterClass("\u{BD}") == .number)
    #expect(CharacterClass("\u{85}") == .space)
    #expect(CharacterClass("\u{200D}") == .other)
    #expect(CharacterClass("\u{0C5C}") == .other)
  }
}
