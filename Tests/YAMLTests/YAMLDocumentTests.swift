import Diagnostics
import Testing

@testable import YAML

@Suite("YAML documents")
struct YAMLDocumentTests {
  @Test("lists and mappings keep their order and their nesting")
  func nesting() {
    let text = ParsedText("b: [1, {x: y}]\na:\n  - c: d\n    e:\n  - |\n    two\n    lines\n")
    #expect(text.root?.outline == "{b: [1, {x: y}], a: [{c: d, e: }, two\nlines\n]}")
    #expect(text.document.isComplete)
    #expect(text.codes.isEmpty)
  }

  @Test(
    "nothing but white space and comments is no value",
    arguments: ["", "\n\n", "# a comment\n", "\u{FEFF}"])
  func nothing(source: String) {
    let text = ParsedText(source)
    #expect(text.root == nil)
    #expect(text.codes.isEmpty)
  }

  @Test(
    "a value's range covers exactly its bytes",
    arguments: [
      ("a: plain text  # comment\n", "plain text"),
      ("a: 'in quotes'\n", "'in quotes'"),
      ("a: \"caf\\u00e9\"\n", "\"caf\\u00e9\""),
      ("a: [b, 'c' ]  \n", "[b, 'c' ]"),
      ("a: {b: c}\n", "{b: c}"),
      ("a:\n  - b\n  - c  # d\n\n\nz: 1\n", "- b\n  - c"),
      ("a:\n  b: c\n\nz: 1\n", "b: c"),
      ("a: |\n  text\n\n\nz: 1\n", "|\n  text"),
      ("a: two\n  lines\nz: 1\n", "two\n  lines"),
      ("a:\nz: 1\n", ""),
      ("a: grüße – “x”: no\n".replacing(": no", with: ""), "grüße – “x”"),
      ("ключ: {значение: 🙂}\n", "{значение: 🙂}"),
      ("a: 🙂 and more # ü\n", "🙂 and more"),
    ])
  func ranges(source: String, expected: String) {
    for source in [source, source.replacing("\n", with: "\r\n"), "\u{FEFF}" + source] {
      let text = ParsedText(source)
      let lineEnd = source.contains("\r\n") ? "\r\n" : "\n"
      let value = text.root?.entries?.first?.value
      #expect(text.text(value?.range) == expected.replacing("\n", with: lineEnd))
    }
  }

  @Test("ranges count from the start of the file when YAML is only a part of it")
  func partOfFile() {
    let source = "---\nü: [é, 1]\nk: v\n---\nbody: x\n"
    let text = ParsedText(source, in: 4..<21)
    #expect(text.root?.outline == "{ü: [é, 1], k: v}")
    #expect(text.text(text.root?[key: "ü"]?.range) == "[é, 1]")
    #expect(text.root?.entries?.map { text.text($0.keyRange) } == ["ü", "k"])
    #expect(text.text(text.root?.range) == "ü: [é, 1]\nk: v")
  }

  @Test("tags of other programs are kept, tags of YAML are not")
  func tags() {
    let text = ParsedText(
      "a: !ENV KEY\nb: !!python/name:x.y\nc: !!str 12\nd: !!int 3\ne: !ENV [A, b]\n")
    #expect(text.root?[key: "a"]?.tag == "!ENV")
    #expect(text.root?[key: "a"]?.text == "KEY")
    #expect(text.root?[key: "b"]?.tag == "!!python/name:x.y")
    #expect(text.root?[key: "c"]?.tag == nil)
    #expect(text.root?[key: "c"]?.integer == nil)
    #expect(text.root?[key: "d"]?.integer == 3)
    #expect(text.root?[key: "e"]?.tag == "!ENV")
    #expect(text.root?[key: "e"]?.items?.count == 2)
  }

  @Test("an alias stands for the value of its anchor, at its own place")
  func aliases() {
    let text = ParsedText("a: &x [1, 2]\nb: *x\n")
    #expect(text.root?.outline == "{a: [1, 2], b: [1, 2]}")
    #expect(text.text(text.root?[key: "b"]?.range) == "*x")
  }

  @Test("merged mappings come after a mapping's own entries, which win")
  func merging() {
    let text = ParsedText("x: &x {a: 1, b: 2}\ny: &y {c: 3}\nz:\n  <<: [*x, *y]\n  b: own\n")
    #expect(text.root?[key: "z"]?.outline == "{b: own, a: 1, c: 3}")
  }

  @Test("bytes that are not UTF-8 are reported at the first of them")
  func notUTF8() {
    let text = ParsedText(Array("title: caf".utf8) + [0xE9] + Array(" x\n".utf8))
    #expect(text.codes == ["TB-Y006"])
    #expect(text.document.diagnostics.first?.range == ByteRange(10, 11))
  }

  @Test("a control character is reported where it stands", arguments: ["\u{7}", "\u{7F}", "\u{0}"])
  func controlCharacter(character: String) {
    let text = ParsedText("a: b\(character)c\n")
    #expect(text.codes == ["TB-Y006"])
    #expect(text.marked == [character])
  }
}
