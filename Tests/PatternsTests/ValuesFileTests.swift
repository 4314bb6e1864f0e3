import Patterns
import Testing

@Suite("Files of values")
struct ValuesFileTests {
  private static func read(_ text: String, path: String) -> [String]? {
    let bytes = Array(text.utf8)
    let values = try? ValuesFile.values(in: bytes, .init(path: path, bytes: bytes))
    return values?.values.map { "\($0.name)=\($0.value)" }
  }

  @Test("JSON has text, numbers as they are spelled, lists, and null for nothing")
  func json() {
    let text =
      #"{"a": "x\ny", "b": 1.50, "c": true, "d": ["1", 2], "e": null, "f": [], "g": "{a}"}"#
    let expected = ["a=x\ny", "b=1.50", "c=true", "d=1", "d=2", "g={a}"]
    #expect(Self.read(text, path: "values.json") == expected)
    #expect(Self.read("\n " + text, path: "-") == expected)
  }

  @Test(
    "lines are names and values without the white space around them",
    arguments: [
      ("a=1\nb = 2 \r\n# c=3\n\nd==\ne=", ["a=1", "b=2", "d==", "e="]),
      ("a=\"quoted\" # no remark", ["a=\"quoted\" # no remark"]), ("", []),
    ])
  func lines(text: String, values: [String]) {
    #expect(Self.read(text, path: "values.txt") == values)
  }

  @Test(
    "a .env file knows export, quotes, escapes and remarks, and expands nothing",
    arguments: [
      ("export A=1\nexport\tB=2", ["A=1", "B=2"]), ("A=x # y\nB=x#y\nC=#", ["A=x", "B=x#y", "C="]),
      (#"A="a\n\"b\" \$C \x" # d"#, ["A=a\n\"b\" $C \\x"]),
      (#"A='a\n"b"'"#, [#"A=a\n"b""#]), ("A='1\n2'\nB=3", ["A=1\n2", "B=3"]),
      ("A=$HOME\nB=`id`", ["A=$HOME", "B=`id`"]), ("exportA=1", ["exportA=1"]),
    ])
  func environment(text: String, values: [String]) {
    #expect(Self.read(text, path: "some/.env.local") == values)
  }

  @Test(
    "a mistake has its line",
    arguments: [
      ("a=1\nb", "x.txt", 2), ("=1", "x.txt", 1), ("{\n\"a\": }", "x.json", 2),
      ("A=1\nB=\"x\n\nC", "x.env", 2), ("A='1' x", "x.env", 1), ("\nA", ".env", 2),
    ])
  func mistakes(text: String, path: String, line: Int) {
    let bytes = Array(text.utf8)
    let failure = #expect(throws: ValuesFile.Failure.self) {
      try ValuesFile.values(in: bytes, .init(path: path, bytes: bytes))
    }
    #expect(failure?.line == line)
  }

  @Test("JSON that holds something else is refused", arguments: ["[1]", #"{"a": {"b": 1}}"#])
  func otherJSON(text: String) {
    #expect(Self.read(text, path: "x.json") == nil)
  }
}
