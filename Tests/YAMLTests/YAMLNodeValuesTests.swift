import Testing

@testable import YAML

@Suite("Values of scalars")
struct YAMLNodeValuesTests {
  private static func value(_ text: String) -> YAMLNode? {
    ParsedText("k: \(text)\n").root?[key: "k"]
  }

  @Test(
    "truth values are YAML 1.1's words",
    arguments: [
      ("true", true), ("True", true), ("yes", true), ("on", true), ("ON", true), ("false", false),
      ("no", false), ("Off", false), ("y", nil), ("tRUE", nil), ("1", nil), ("\"true\"", nil),
    ] as [(String, Bool?)])
  func bools(text: String, expected: Bool?) {
    #expect(Self.value(text)?.bool == expected)
  }

  @Test(
    "whole numbers are decimal",
    arguments: [
      ("12", 12), ("-3", -3), ("+4", 4), ("007", 7), ("1.0", nil), ("0x1f", nil), ("1_000", nil),
      ("9223372036854775808", nil), ("'12'", nil), ("", nil),
    ] as [(String, Int?)])
  func integers(text: String, expected: Int?) {
    #expect(Self.value(text)?.integer == expected)
  }

  @Test(
    "numbers may have a fraction and an exponent",
    arguments: [
      ("2", 2), ("0.5", 0.5), ("-1e3", -1000), (".5", 0.5), ("inf", nil), (".nan", nil),
      ("0x1p3", nil), ("1e999", nil), ("e", nil), ("1-2", nil),
    ] as [(String, Double?)])
  func numbers(text: String, expected: Double?) {
    #expect(Self.value(text)?.number == expected)
  }

  @Test(
    "nothing is an empty value, null or a tilde",
    arguments: [
      ("", true), ("~", true), ("null", true), ("Null", true), ("''", false), ("none", false),
    ])
  func nothing(text: String, expected: Bool) {
    #expect(Self.value(text)?.isNull == expected)
    #expect((Self.value(text)?.text == nil) == expected)
  }

  @Test("any scalar but nothing is text", arguments: ["1984", "yes", "2025-01-31", "1.5"])
  func texts(text: String) {
    #expect(Self.value(text)?.text == text)
  }

  @Test(
    "a value is named by what it is",
    arguments: [
      ("[a]", "a list"), ("{a: b}", "a mapping"), ("", "empty"), ("no", "true or false"),
      ("12", "a number"), ("2025-01-31", "a date"), ("some words", "text"), ("\"12\"", "text"),
    ])
  func descriptions(text: String, expected: String) {
    #expect(Self.value(text)?.description == expected)
  }
}
