import ByteText
import Testing

@Suite("Patterns for texts")
struct TextPatternTests {
  @Test(
    "a star is any run of characters",
    arguments: [
      ("a.md", "a.md", true), ("a.md", "b/a.md", false), ("*.md", "a/b.md", true),
      ("https://example.org/*", "https://example.org/a/b?c", true),
      ("https://*.org/*", "https://example.org/a", true), ("*", "", true), ("a*a", "a", false),
      ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false), ("", "", true), ("", "a", false),
    ])
  func matching(pattern: String, target: String, isMatch: Bool) {
    #expect(TextPattern(pattern).matches(target) == isMatch)
  }
}
