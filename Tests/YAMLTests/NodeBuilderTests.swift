import Diagnostics
import Testing

@testable import YAML

@Suite("Bounds and faults of a document")
struct NodeBuilderTests {
  @Test("a key that stands twice is reported at the second place, with the line of the first")
  func duplicateKey() {
    let text = ParsedText("# ü\ntitle: one\ntags: [a]\ntitle: two\n")
    #expect(text.codes == ["TB-Y004"])
    #expect(text.document.diagnostics.first?.range?.start == 26)
    #expect(text.document.diagnostics.first?.notes == ["it stands first on line 2"])
    #expect(text.root?[key: "title"]?.text == "one")
  }

  @Test("a key that stands twice is found in a long mapping too")
  func duplicateInLongMapping() {
    let lines = (0..<100).map { "key\($0): \($0)\n" }.joined()
    let text = ParsedText(lines + "key3: again\nkey99: again\n")
    #expect(text.codes == ["TB-Y004", "TB-Y004"])
    #expect(text.marked == ["key3", "key99"])
    #expect(
      text.document.diagnostics.map(\.notes) == [
        ["it stands first on line 4"], ["it stands first on line 100"],
      ])
  }

  @Test("line numbers in notes count every kind of line ending", arguments: ["\n", "\r\n", "\r"])
  func lineEndings(ending: String) {
    let text = ParsedText(["a: 1", "b: 2", "b: 3", ""].joined(separator: ending))
    #expect(text.document.diagnostics.first?.notes == ["it stands first on line 2"])
  }

  @Test("a second document is reported, and the first one is the value")
  func secondDocument() {
    let text = ParsedText("a: 1\n---\nb: 2\n")
    #expect(text.codes == ["TB-Y005"])
    #expect(text.marked == ["---"])
    #expect(text.root?.outline == "{a: 1}")
  }

  @Test("a few lines of aliases cannot unfold into billions of values")
  func billionLaughs() {
    var source = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      source += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let text = ParsedText(source)
    #expect(text.codes == ["TB-Y008"])
    #expect(text.root?.entries?.map(\.key) == ["a0", "a1", "a2"])
  }

  @Test("an alias without an anchor before it is reported", arguments: ["*x", "&x [*x]"])
  func unknownAlias(value: String) {
    let text = ParsedText("a: \(value)\nb: 1\n")
    #expect(text.codes == ["TB-Y008"])
    #expect(text.marked == ["*x"])
    #expect(text.root?[key: "b"]?.integer == 1)
  }

  @Test("nesting up to the bound is read, nesting beyond it is reported")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(ParsedText(nested(YAMLLimits.depth)).codes.isEmpty)
    let text = ParsedText(nested(YAMLLimits.depth + 1))
    #expect(text.codes == ["TB-Y007"])
    #expect(text.document.diagnostics.first?.range == ByteRange(100, 101))
    #expect(ParsedText(String(repeating: "[", count: 200_000)).codes == ["TB-Y007"])
  }

  @Test("nesting is counted through aliases")
  func depthThroughAliases() {
    let half = YAMLLimits.depth / 2
    let deep = String(repeating: "[", count: half) + String(repeating: "]", count: half)
    let wrapped = String(repeating: "[", count: half) + "*x" + String(repeating: "]", count: half)
    let text = ParsedText("a: &x \(deep)\nb: \(wrapped)\n")
    #expect(text.codes == ["TB-Y007"])
    #expect(text.marked == ["*x"])
  }

  @Test(
    "a key that is no text is reported and its value left out",
    arguments: [
      ("title: {{ x }}\nb: 1\n", "{ x }"), ("? [a]\n: 1\nb: 1\n", "[a]"), ("?\n: 1\nb: 1\n", ""),
    ])
  func unusableKey(source: String, marked: String) {
    let text = ParsedText(source)
    #expect(text.codes == ["TB-Y009"])
    #expect(text.marked == [marked])
    #expect(text.root?[key: "b"]?.integer == 1)
  }

  @Test("after a fault, reading goes on with the next key")
  func recovery() {
    let text = ParsedText(
      "a: 1\nb: x: y\nc: 3\nd: [1, 2\ne: @5\nf: 6\na: again\ng: \"open\nh: 8\n")
    #expect(text.codes == ["TB-Y003", "TB-Y001", "TB-Y001", "TB-Y001", "TB-Y004"])
    #expect(text.marked == [":", "[", "@", "\"open", "a"])
    #expect(text.root?.outline == "{a: 1, b: x, c: 3, f: 6, h: 8}")
    #expect(!text.document.isComplete)
  }

  @Test("a mapping that a fault cuts off counts as absent")
  func cutOff() {
    let text = ParsedText("a:\n  b: 1\n  c: @\nd: 4\n")
    #expect(text.root?.outline == "{d: 4}")
  }

  @Test("a file full of faults stops being read at a bound")
  func manyFaults() {
    let text = ParsedText(String(repeating: "k: @\n", count: 1000))
    #expect(text.codes.count == YAMLLimits.restarts)
  }
}
