import Patterns
import Testing

@Suite("One entry of an index")
struct PatternIndexEntryTests {
  private static let index: PatternIndex = {
    let ids = ["one", "a \"quoted\" \\ id", "größe", "{\n      \"id\": \"fake\",\n", "two", ""]
    return PatternIndex(
      ids.map { id in
        var pattern = Pattern(
          id: id, title: "}\n    }",
          description: "\"id\": \"fake\",\n    {\n      \"id\": \"two\",\n")
        pattern.tags = ["{", "}]}"]
        return PatternIndex.Entry(pattern, file: Array(id.utf8))
      })
  }()

  @Test("is the one that a whole reading gives")
  func same() throws {
    let bytes = Self.index.encoded()
    for entry in try PatternIndex(decoding: bytes).entries {
      #expect(PatternIndex.entry(entry.id, in: bytes) == entry)
    }
    for id in ["fake", "tw", "three"] { #expect(PatternIndex.entry(id, in: bytes) == nil) }
  }

  @Test("is not looked for in other notations, and a cut index has none")
  func other() {
    let bytes = Self.index.encoded()
    let text = String(decoding: bytes, as: UTF8.self)
    for other in [
      text.replacing("\n", with: ""), text.replacing("patterns/1", with: "patterns/2"),
      String(text.prefix(150)), "", "{}",
    ] {
      #expect(PatternIndex.entry("one", in: Array(other.utf8)) == nil)
    }
  }
}
