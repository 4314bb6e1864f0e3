import Testing

@testable import YAML

@Suite("The shortcut around libyaml")
struct PlainMappingTests {
  private static func read(_ bytes: [UInt8]) -> YAMLNode? {
    bytes.withUnsafeBufferPointer { PlainMapping.read($0, in: 0..<bytes.count) }
  }

  @Test(
    "ordinary front matter takes the shortcut",
    arguments: [
      "title: Multi-Turn Conversation\n",
      "title: “Quotes” – and «more» for Grüße…\n",
      "title: \"In quotes: yes\"\ndescription: 'one'\n",
      "tags: [a, b-c, d_e]\nplatforms: []\n",
      "tags:\n  - one\n  - two words\ndate: 2025-01-31\n",
      "tags:\n- one\n\nc: d\n",
      "empty:\nurl: https://example.org/a?b=c#d\n",
    ])
  func accepted(source: String) {
    #expect(Self.read(Array(source.utf8)) != nil)
  }

  @Test(
    "anything that needs more knowledge of YAML is left to libyaml",
    arguments: [
      "", "a: b: c\n", "a: b #c\n", "a: |\n  b\n", "a: &x b\n", "a: *x\n", "a: !t b\n",
      "a: b\n  c\n", "a:\n  b: c\n", "a: {b: c}\n", "a: [b, [c]]\n", "a: [b c]\n", "a: \"\\n\"\n",
      "a: 'it''s'\n", "a: 1\na: 2\n", "a: b\r\n", "a:\tb\n", "a: b\u{85}\n", "a: b\u{2028}c\n",
      "a: \u{FEFF}b\n", "a: b\u{7}\n", "- a\n", "a\n", "a:b\n", "a: b:\n", "a b: c\n", "a: ]\n",
      "a:\n  - b\n - c\n", "a:\n  - b: c\n", "a:\n  - - b\n", "a:\n  -\n", "<<: *x\n", "...\n",
    ])
  func declined(source: String) {
    #expect(Self.read(Array(source.utf8)) == nil)
  }

  @Test("bytes that are not UTF-8 are left to libyaml")
  func notUTF8() {
    #expect(Self.read([0x61, 0x3A, 0x20, 0xE9, 0x0A]) == nil)
    #expect(Self.read([0x61, 0x3A, 0x20, 0x62, 0xED, 0xA0, 0x80, 0x0A]) == nil)
  }

  @Test("what the shortcut reads, libyaml reads as the same tree with the same ranges")
  func agreement() {
    let pieces = [
      "a", "b", "title", "tags", "a: ", "b:", "c: ", ":", ": ", " ", "  ", "\n", "\n", "\n", "- ",
      "  - ", "-", "[", "]", ", ", ",", "\"", "'", "#", " #", "x y", "1", "~", "null", "é", "–",
      "\u{A0}", "{", "}", "*", "&", "!", "|", ">", "%", "@", "`", "?", "? ", "\\", "...", "---",
      "https://e.org", "(", "/", ".", "=", "[a, b]", "\"q\"", "'q'", "# c", "<<", "\r\n", "\t",
    ]
    var random = SplitMix(state: 7)
    var accepted = 0
    for _ in 0..<60_000 {
      var source = "key: "
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        source += pieces.randomElement(using: &random) ?? ""
      }
      let bytes = Array(source.utf8)
      guard let node = Self.read(bytes) else { continue }
      accepted += 1
      let expected = ParsedText.withLibYAML(bytes)
      #expect(expected.root == node && expected.diagnostics.isEmpty, "\(source.debugDescription)")
    }
    #expect(accepted > 2_000)
  }
}

/// The same sequence on every run and machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
