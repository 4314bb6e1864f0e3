import ByteText
import JSON
import Patterns
import Testing

@Suite("Pattern files")
struct PatternFileTests {
  @Test("what was read is written byte for byte", arguments: SamplePattern.allCases)
  func sameBytes(sample: SamplePattern) throws {
    let contents = try PatternFile.decoded(sample.bytes)
    #expect(contents.ignored.isEmpty)
    let written = String(decoding: PatternFile.encoded(contents.pattern), as: UTF8.self)
    #expect(try written == String(decoding: sample.bytes, as: UTF8.self))
  }

  @Test("any pattern comes back as it was", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let pattern = RandomPattern.pattern(using: &random)
    let bytes = PatternFile.encoded(pattern)
    let read = try PatternFile.decoded(bytes)
    #expect(read.pattern == pattern)
    #expect(read.ignored.isEmpty)
    #expect(PatternFile.encoded(read.pattern) == bytes)
  }

  @Test("fields of a later minor version are passed over and named")
  func laterMinor() throws {
    var value = try JSONValue(parsing: SamplePattern.review.bytes)
    value.set("turnbook.pattern/1.2", at: ["format"])
    value.set("green", at: ["colour"])
    value.set(7, at: ["variants", 0, "turns", 1, "weight"])
    value.set(true, at: ["variables", 2, "shy"])
    let contents = try PatternFile.decoded(value.bytes)
    #expect(contents.pattern == (try SamplePattern.review.pattern))
    #expect(
      Set(contents.ignored) == ["colour", "variables[2].shy", "variants[0].turns[1].weight"])
  }

  @Test("a mistake is told with its place", arguments: BrokenPattern.all)
  func broken(example: BrokenPattern) throws {
    let bytes = try example.bytes
    let error = #expect(throws: PatternFileError.self) { try PatternFile.decoded(bytes) }
    #expect(error?.description == example.message)
  }

  @Test("what is not JSON, or not ours, is told apart from it")
  func otherFiles() {
    for (text, message) in [
      ("{", "byte 1: the text ends inside an object"),
      ("[]", "an object is expected here"),
      ("{}", "it is no pattern file: its format is missing"),
      (
        #"{"format": "turnbook.patterns/1"}"#,
        "format: it is no pattern file: its format is \"turnbook.patterns/1\""
      ),
    ] {
      let error = #expect(throws: PatternFileError.self) {
        try PatternFile.decoded(Array(text.utf8))
      }
      #expect(error?.description == message)
    }
  }
}

@Suite("The index of patterns")
struct PatternIndexTests {
  @Test("comes back as it was, with the digest of each file")
  func roundTrip() throws {
    let entries = try SamplePattern.allCases.map {
      try PatternIndex.Entry($0.pattern, file: $0.bytes)
    }
    let index = PatternIndex(entries)
    #expect(try PatternIndex(decoding: index.encoded()) == index)
    #expect(entries[1].variants == ["code-review", "second-opinion"])
    #expect(entries[1].url == "code-review.json")
  }

  @Test("an id that is there twice is an error")
  func twice() throws {
    let entry = try PatternIndex.Entry(SamplePattern.plain.pattern, file: [])
    let bytes = PatternIndex([entry, entry]).encoded()
    let error = #expect(throws: PatternFileError.self) { try PatternIndex(decoding: bytes) }
    #expect(error?.path == "patterns[1].id")
  }

  @Test(
    "digests are those of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func digest(text: String, digits: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digits)
  }
}
