import JSON
import Testing

@Suite("Reading JSON")
struct JSONParserTests {
  struct Reading: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var value: JSONValue

    init(_ name: String, _ text: String, _ value: JSONValue) {
      testDescription = name
      self.text = text
      self.value = value
    }
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var problem: JSONError.Problem
    var offset: Int

    init(_ name: String, _ text: String, _ problem: JSONError.Problem, at offset: Int) {
      self.init(name, Array(text.utf8), problem, at: offset)
    }

    init(_ name: String, _ bytes: [UInt8], _ problem: JSONError.Problem, at offset: Int) {
      testDescription = name
      self.bytes = bytes
      self.problem = problem
      self.offset = offset
    }
  }

  @Test(
    "every kind of value is read",
    arguments: [
      Reading("null", "null", .null),
      Reading("true", "true", true),
      Reading("false with space around", " \t\r\n false \n", false),
      Reading("zero", "0", 0),
      Reading("the least integer", "-9223372036854775808", .integer(.min)),
      Reading("the greatest integer", "9223372036854775807", .integer(.max)),
      Reading("an empty string", #""""#, ""),
      Reading("text beyond ASCII", #""Zoë 日本 👩‍👧""#, "Zoë 日本 👩‍👧"),
      Reading("every short escape", #""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      Reading("escapes by number", #""\u0041\u00e9\u00E9\u0000\u2028""#, "Aéé\0\u{2028}"),
      Reading("a surrogate pair", #""\uD83D\uDE00""#, "😀"),
      Reading("text between escapes", #""a\nb\tc""#, "a\nb\tc"),
      Reading("an empty array", "[ ]", []),
      Reading("an empty object", "{ }", [:]),
      Reading(
        "nesting", #"{"a":[1,{"b":[[],{}]},"x"],"c":null}"#,
        ["a": [1, ["b": [[], [:]]], "x"], "c": .null]),
    ])
  func values(_ reading: Reading) throws {
    #expect(try JSONValue(parsing: Array(reading.text.utf8)) == reading.value)
  }

  @Test(
    "a number that is not a 64-bit integer keeps its spelling",
    arguments: [
      "1.0", "1.50", "-0", "-0.0", "1e5", "1E+05", "2.5e-10", "9223372036854775808",
      "-9223372036854775809", "123456789012345678901234567890", "1e999",
    ])
  func spelling(_ text: String) throws {
    let value = try JSONValue(parsing: Array(text.utf8))
    guard case .number(let number) = value else {
      Issue.record("\(value) is not a number with a spelling")
      return
    }
    #expect(number.text == text)
    #expect(number.value == Double(text))
  }

  @Test(
    "what is not JSON is refused at its byte",
    arguments: [
      Fault("nothing", "", .expectedValue, at: 0),
      Fault("only space", "  \n", .expectedValue, at: 3),
      Fault("a byte order mark", "\u{FEFF}1", .byteOrderMark, at: 0),
      Fault("two values", "1 2", .trailingText, at: 2),
      Fault("an extra bracket", "[]]", .trailingText, at: 2),
      Fault("a misspelt word", "[True]", .expectedValue, at: 1),
      Fault("half a word", "nul", .expectedValue, at: 0),
      Fault("a longer word", "nulls", .trailingText, at: 4),
      Fault("a comment", "[/* */1]", .expectedValue, at: 1),
      Fault("single quotes", "{'a':1}", .expectedKey, at: 1),
      Fault("a key without quotes", "{a:1}", .expectedKey, at: 1),
      Fault("no colon", #"{"a" 1}"#, .expectedColon, at: 5),
      Fault("no member value", #"{"a":}"#, .expectedValue, at: 5),
      Fault("no comma in an array", "[1 2]", .expectedComma(in: .array), at: 3),
      Fault("the wrong bracket", "[1}", .expectedComma(in: .array), at: 2),
      Fault("no comma in an object", #"{"a":1"b":2}"#, .expectedComma(in: .object), at: 6),
      Fault("a comma too many in an array", "[1,]", .trailingComma(in: .array), at: 2),
      Fault("a comma too many in an object", #"{"a":1,}"#, .trailingComma(in: .object), at: 6),
      Fault("only a comma", "[,1]", .expectedValue, at: 1),
      Fault("an array without end", "[1", .unfinished(.array), at: 2),
      Fault("an array that ends after a comma", "[1,", .unfinished(.array), at: 3),
      Fault("an object without end", #"{"a":"#, .unfinished(.object), at: 5),
      Fault("a plus sign", "+1", .expectedValue, at: 0),
      Fault("a minus alone", "[-]", .malformedNumber, at: 1),
      Fault("no digit before the point", ".5", .expectedValue, at: 0),
      Fault("no digit after the point", "1.", .malformedNumber, at: 0),
      Fault("no digit in the exponent", "[1e+]", .malformedNumber, at: 1),
      Fault("a leading zero", "[-012]", .leadingZero, at: 2),
      Fault("hexadecimal", "0x1", .trailingText, at: 1),
      Fault("a string without end", #"["ab]"#, .unfinishedString, at: 1),
      Fault("a line break in a string", "\"a\nb\"", .controlCharacter(0x0A), at: 2),
      Fault("an unknown escape", #""a\x41""#, .malformedEscape, at: 2),
      Fault("an escape cut short", #""\u12"#, .malformedEscape, at: 1),
      Fault("an escape that is not hexadecimal", #""\u12G4""#, .malformedEscape, at: 1),
      Fault("a backslash at the end", #""a\"#, .malformedEscape, at: 2),
      Fault("a first half alone", #""a\uD83Db""#, .loneSurrogate, at: 2),
      Fault("two first halves", #""\uD83D\uD83D""#, .loneSurrogate, at: 1),
      Fault("a second half alone", #""\uDE00""#, .loneSurrogate, at: 1),
      Fault("a byte that is not UTF-8", [0x22, 0x61, 0xFF, 0x22], .malformedUTF8, at: 2),
      Fault("a character cut short", [0x22, 0xC3, 0x22], .malformedUTF8, at: 1),
      Fault(
        "an overlong character", [0x22, 0xC3, 0xA9, 0xC0, 0xAF, 0x22], .malformedUTF8, at: 3),
      Fault(
        "a surrogate in UTF-8", [0x22, 0xED, 0xA0, 0x80, 0x22], .malformedUTF8, at: 1),
      Fault(
        "a character begun before an escape", [0x22, 0xC3, 0x5C, 0x6E, 0x22], .malformedUTF8,
        at: 1),
      Fault("a space that JSON does not know", "\u{A0}1", .expectedValue, at: 0),
    ])
  func faults(_ fault: Fault) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: fault.bytes) }
    #expect(error?.problem == fault.problem)
    #expect(error?.offset == fault.offset)
  }

  @Test("a key that stands twice is refused at its second place, in large objects too")
  func duplicateKeys() {
    let text = "{" + (0..<20).map { #""k\#($0)":0,"# }.joined() + #""k7":1}"#
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
    #expect(error?.problem == .duplicateKey("k7"))
    #expect(error?.offset == text.utf8.count - 7)
    #expect(error?.description == #"byte 151: the key "k7" stands twice in this object"#)
  }

  @Test("a key spelled with an escape is the same key")
  func escapedDuplicateKey() {
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: Array(#"{"a":1,"\u0061":2}"#.utf8))
    }
    #expect(error?.problem == .duplicateKey("a"))
  }

  @Test("a key that stands twice may keep its last value, by wish")
  func keepLast() throws {
    let text = #"{"a":1,"b":2,"a":3}"#
    #expect(
      try JSONValue(parsing: Array(text.utf8), duplicateKeys: .keepLast) == ["a": 3, "b": 2])
  }

  @Test("keys that differ only in how an accent is composed are two keys")
  func composedKeys() throws {
    let value = try JSONValue(parsing: Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
  }

  @Test("512 levels are read, one more is refused where it begins")
  func depth() throws {
    let limit = JSONValue.deepestNesting
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    let deepest = try JSONValue(parsing: nested(limit))
    #expect(deepest[0] != nil)
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(limit + 1)) }
    #expect(error?.problem == .tooDeep(limit: limit))
    #expect(error?.offset == limit)
  }

  @Test("depth counts only what is open at once")
  func siblings() throws {
    let text = "[" + String(repeating: "[],", count: 2000) + "[]]"
    #expect(try JSONValue(parsing: Array(text.utf8)).array?.count == 2001)
  }
}
