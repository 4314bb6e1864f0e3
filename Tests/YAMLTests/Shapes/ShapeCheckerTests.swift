import Diagnostics
import Testing

@testable import YAML

@Suite("Shapes of values")
struct ShapeCheckerTests {
  private static let codes = ShapeCodes(
    wrongType: Code("T-TYPE", ""), wrongValue: Code("T-VALUE", ""),
    unknownKey: Code("T-KEY", ""), missingKey: Code("T-MISSING", ""))

  private static let even = TextFormat("a text of even length") { text in
    text.count.isMultiple(of: 2) ? nil : "has \(text.count) letters"
  }

  private static let fields = [
    Field("title", .text, "a title"),
    Field("pair", .formatted(even), "a pair"),
    Field("kind", .choice(["page", "index"]), "a kind"),
    Field("draft", .bool, "a draft"),
    Field("order", .integer(1...9), "an order"),
    Field("boost", .number(0...2), "a boost"),
    Field("date", .date, "a date"),
    Field("tags", .list(.text, of: "words"), "tags"),
    Field(
      "goal",
      .either([
        .text, .record(Record([Field("statement", .text, "what it is for", isRequired: true)])),
      ]), "a goal"),
    Field("map", .dictionary(even, .integer(0...9), of: "pairs to numbers"), "a map"),
    Field("name", .text, "a name", otherNames: ["site_label"]),
  ]

  private static func check(
    _ source: String, isOpen: Bool = false, foreign: Set<String> = []
  ) -> [Diagnostic] {
    var checker = ShapeChecker(codes: codes, path: nil)
    checker.check(
      ParsedText(source).root?.entries ?? [],
      against: Record(fields, isOpen: isOpen, foreign: foreign))
    return checker.diagnostics
  }

  @Test(
    "a value of its shape is no finding",
    arguments: [
      "title: 1984", "pair: ab", "kind: index", "draft: off", "order: 3", "boost: 0.5",
      "date: 2025-01-31", "tags: [a, 2]", "tags: []", "goal: x", "goal: {statement: x}",
      "map: {ab: 1, cd: }", "tags:",
    ])
  func right(source: String) {
    #expect(Self.check(source).isEmpty)
  }

  @Test(
    "a value of another shape is told with what was expected and what it is",
    arguments: [
      ("title: [a]", "\"title\" must be text, here it is a list"),
      ("pair: abc", "\"pair\" must be a text of even length, but \"abc\" has 3 letters"),
      ("kind: pge", "\"kind\" must be one of page, index, but here it is \"pge\""),
      ("draft: maybe", "\"draft\" must be true or false, here it is the text \"maybe\""),
      ("order: 0", "\"order\" must be a whole number above 0, here it is a number"),
      ("boost: high", "\"boost\" must be a number, here it is the text \"high\""),
      (
        "date: 2025-02-30",
        "\"date\" must be a date such as 2025-01-31, here it is the text \"2025-02-30\""
      ),
      ("tags: {a: b}", "\"tags\" must be a list of words, here it is a mapping"),
      ("tags: [[a]]", "an entry of \"tags\" must be text, here it is a list"),
      (
        "goal: [a]",
        "\"goal\" must be text or a mapping with the keys statement, here it is a list"
      ),
      ("goal: {}", "an entry of \"goal\" needs the key \"statement\""),
      ("goal: {statement: }", "an entry of \"goal\" needs the key \"statement\""),
      ("goal: {statement: []}", "\"goal.statement\" must be text, here it is a list"),
      (
        "map: {abc: 1}",
        "a key of \"map\" must be a text of even length, but \"abc\" has 3 letters"
      ),
      ("map: {ab: x}", "\"map.ab\" must be a whole number, here it is the text \"x\""),
    ])
  func wrong(source: String, message: String) {
    #expect(Self.check(source).map(\.message) == [message])
  }

  @Test(
    "a slip with one obvious repair gets that repair",
    arguments: [
      ("tags: prompting", "write tags: [prompting]"), ("draft: 'yes'", "take the quotes off"),
      ("order: \"3\"", "take the quotes off"), ("kind: pge", "did you mean \"page\"?"),
      ("titel: x", "did you mean \"title\"?"), ("site_label: x", "did you mean \"name\"?"),
      ("goal: {statment: x, statement: y}", "did you mean \"statement\"?"),
    ])
  func repairs(source: String, help: String) {
    #expect(Self.check(source).map(\.help) == [help])
  }

  @Test("an unknown key is an error that lists the known ones")
  func unknownKey() throws {
    let found = try #require(Self.check("title: x\nelsewhere: y\n").first)
    #expect(found.severity == .error)
    #expect(found.range == ByteRange(9, 18))
    #expect(found.help == nil)
    #expect(found.notes.first?.hasPrefix("known keys: title, pair, kind") == true)
  }

  @Test("where other keys are welcome, only one that looks like a typing error is a warning")
  func openRecord() {
    let source = "titel: x\ntags_: y\nother: z\n"
    let found = Self.check(source, isOpen: true, foreign: ["tags_"])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.range == ByteRange(0, 5))
  }

  @Test("everything wrong is told in one run")
  func allAtOnce() {
    let found = Self.check("titel: x\ntags: a\ndraft: 3\nkind: [a]\nmap: {abc: x}\n")
    #expect(found.map(\.code.id) == ["T-KEY", "T-TYPE", "T-TYPE", "T-TYPE", "T-VALUE", "T-TYPE"])
  }
}
